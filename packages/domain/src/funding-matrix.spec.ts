import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fundingMatrix, MONEY_COLUMNS, moneySums, STAGES_OF_COLUMN, type SourceStageSum } from './funding-matrix.js';
import { FUNDING_STAGES } from './funding.js';

const SOURCES = [
  { code: 'socialised', kind: 'socialised' },
  { code: 'new-rural', kind: 'budget' },
  { code: 'industry', kind: 'integrated' },
] as const;

const entry = (source: string, stage: SourceStageSum['stage'], amount: bigint): SourceStageSum => ({ source, stage, amount });

const matrix = fundingMatrix(
  SOURCES,
  [
    entry('socialised', 'registered', 900n), entry('socialised', 'contributed', 600n),
    entry('new-rural', 'planned', 500n), entry('new-rural', 'allocated', 400n), entry('new-rural', 'adjusted', -100n), entry('new-rural', 'disbursed', 150n),
  ],
  [entry('socialised', 'contributed', 500n), entry('gone', 'disbursed', 70n)],
);
const row = (source: string) => matrix.rows.find((one) => one.source === source);

describe('source by stage (KH 1227, IV)', () => {
  it('counts what is pledged as planned and what is given as disbursed; an adjustment belongs to what is allocated', () => {
    expect(row('socialised')?.sums).toEqual({ planned: 900n, allocated: null, disbursed: 600n, settled: null });
    expect(row('new-rural')?.sums).toEqual({ planned: 500n, allocated: 300n, disbursed: 150n, settled: null });
    expect(matrix.total.sums).toEqual({ planned: 1_400n, allocated: 300n, disbursed: 750n, settled: null });
  });

  it('keeps a source without entries, all of it missing and nothing of it 0', () => {
    expect(row('industry')).toMatchObject({ sums: { planned: null, allocated: null, disbursed: null, settled: null }, share: null, rate: null, toPlan: null });
  });

  it('gives the rate of disbursement by what was allocated, so socialised money has none (IV)', () => {
    expect(row('new-rural')?.rate).toBe(50);
    expect(row('socialised')?.rate).toBeNull();
    expect(matrix.total.rate).toBe(50);
  });

  it('gives the share of what is disbursed, and that of socialised money (IV.1)', () => {
    expect(row('socialised')?.share).toBe(80);
    expect(row('new-rural')?.share).toBe(20);
    expect(matrix.socialisedShare).toBe(80);
  });

  it('stands beside the same day of the year before, also for a source that is no more', () => {
    expect(row('socialised')?.change).toEqual({ planned: null, allocated: null, disbursed: 100n, settled: null });
    expect(row('gone')).toMatchObject({ sums: { disbursed: null }, lastYear: { disbursed: 70n }, change: { disbursed: null } });
    expect(matrix.rows.map(({ source }) => source)).toEqual(['socialised', 'new-rural', 'industry', 'gone']);
    expect(matrix.total.change.disbursed).toBe(180n);
  });

  it('stands beside the plan', () => {
    expect(row('new-rural')?.toPlan).toBe(-350n);
    expect(matrix.total.toPlan).toBe(-650n);
  });

  it('counts every đồng of any ledger once: rows come to the total, and all columns to all entries', () => {
    const entries = fc.array(
      fc.record({
        source: fc.constantFrom('socialised', 'new-rural', 'industry', 'unlisted'),
        stage: fc.constantFrom(...FUNDING_STAGES),
        amount: fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
      }),
    );
    fc.assert(
      fc.property(entries, entries, (now, before) => {
        const { rows, total } = fundingMatrix(SOURCES, now, before);
        for (const column of MONEY_COLUMNS) {
          const known = rows.map(({ sums }) => sums[column]).filter((sum) => sum !== null);
          expect(total.sums[column]).toBe(known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0n));
        }
        const all = MONEY_COLUMNS.reduce((sum, column) => sum + (total.sums[column] ?? 0n), 0n);
        expect(all).toBe(now.reduce((sum, { amount }) => sum + amount, 0n));
      }),
    );
  });

  it('puts each stage into one column', () => {
    expect(MONEY_COLUMNS.flatMap((column) => STAGES_OF_COLUMN[column]).sort()).toEqual([...FUNDING_STAGES].sort());
    expect(moneySums([])).toEqual({ planned: null, allocated: null, disbursed: null, settled: null });
  });
});
