import { describe, expect, it } from '@jest/globals';
import { formatMoney } from '@ocop/domain';
import fc from 'fast-check';
import type { ReportSnapshot } from '../snapshot.js';
import type { SnapshotFundingLine } from '../snapshot-provenance.js';
import { countedFilledSnapshot } from '../testing/counted-plan-1227.js';
import { filledSnapshot, planSnapshot } from '../testing/plan-1227.js';
import { wordsOf, wordsOfReport } from '../testing/words-of-report.js';
import { appendixOfPart } from './appendix-names.js';
import { composeProgressReport } from './compose-progress-report.js';
import { figuresOf, type ReportFigure } from './figures.js';

/** What the rows of a figure come to. */
function sumOf({ measure, rows }: ReportFigure): string | null {
  if (rows === null || measure === 'record') return null;
  return measure === 'count' ? String(rows.length) : rows.reduce((sum, { amount }) => sum + BigInt(amount ?? '0'), 0n).toString();
}

/** Figures whose rows do not come to them. */
const apart = (snapshot: ReportSnapshot): ReportFigure[] =>
  figuresOf(snapshot).filter((figure) => {
    if (figure.rows === null) return false;
    if (figure.value === null) return figure.rows.length > 0;
    return figure.measure === 'record' ? figure.rows.length !== 1 : sumOf(figure) !== figure.sum;
  });

const STAGES = ['planned', 'allocated', 'disbursed'] as const;
const SOURCES = planSnapshot().fundingSources.map(({ name }) => name);

const lines = fc.array(
  fc.record({ source: fc.constantFrom(...SOURCES), stage: fc.constantFrom(...STAGES), amount: fc.bigInt({ min: -9_999_999_999n, max: 9_999_999_999n }), entries: fc.integer({ min: 1, max: 3 }) }),
  { maxLength: 40 },
);

/** A year with these lines in its ledger: the sums of each source, and of all. */
function snapshotOf(found: readonly Pick<SnapshotFundingLine, 'source' | 'stage' | 'amount' | 'entries'>[]): ReportSnapshot {
  const base = filledSnapshot();
  const sum = (own: readonly { amount: string }[]) => (own.length === 0 ? null : own.reduce((total, { amount }) => total + BigInt(amount), 0n).toString());
  const amounts = (of: typeof found) => ({
    planned: sum(of.filter(({ stage }) => stage === 'planned')), allocated: sum(of.filter(({ stage }) => stage === 'allocated')), disbursed: sum(of.filter(({ stage }) => stage === 'disbursed')),
  });
  return {
    ...base,
    fundingSources: base.fundingSources.map((source) => ({ ...source, ...amounts(found.filter((one) => one.source === source.name)) })),
    fundingTotal: amounts(found),
    provenance: { ...base.provenance, fundingLines: found.map((one) => ({ on: '2024-06-03', unitName: null, activity: null, paper: null, ...one })) },
  };
}

describe('the rows behind a figure, as frozen', () => {
  it('come to it, one by one or to the đồng, whatever the ledger holds', () => {
    fc.assert(
      fc.property(lines, (found) => {
        const snapshot = snapshotOf(found.map((one) => ({ ...one, amount: one.amount.toString() })));
        expect(apart(snapshot)).toEqual([]);
        expect(figuresOf(snapshot).filter(({ rows }) => rows === null)).toEqual([]);
      }),
    );
  });

  it.each([['the plan alone', planSnapshot()], ['a year with every figure', filledSnapshot()], ['a year kept before its rows were', countedFilledSnapshot()]])('come to it in %s', (_what, snapshot) => {
    expect(apart(snapshot)).toEqual([]);
    for (const { measure, sum, value } of figuresOf(snapshot)) if (measure === 'money' && sum !== null) expect(value).toBe(formatMoney(BigInt(sum), 'million'));
  });

  it('would be seen to be apart: one line less, and the sum is not theirs', () => {
    const { provenance, ...rest } = filledSnapshot();
    expect(apart({ ...rest, provenance: { ...provenance, fundingLines: provenance.fundingLines.slice(1) } }).map(({ name }) => name)).toEqual(['Dự toán: Nguồn xã hội hóa']);
    expect(apart({ ...rest, provenance, target: { ...rest.target, value: 4 } }).map(({ name }) => name)).toEqual(['Sản phẩm được công nhận mới']);
  });

  it('are none of a figure that is not on record, and unknown of a sum kept alone', () => {
    expect(figuresOf(planSnapshot()).find(({ key }) => key === 'due')).toMatchObject({ value: null, rows: [] });
    const kept = figuresOf(countedFilledSnapshot());
    const alone = kept.filter(({ rows }) => rows === null).map(({ key }) => key);
    expect(alone).toContain('reports received');
    expect(alone).toContain('funding Nguồn xã hội hóa planned');
    // The sources themselves were always kept.
    expect(kept.find(({ key }) => key === 'funding  planned')?.rows).toHaveLength(4);
  });

  it('say what they are: the product, its producer, the day, the paper; money its activity and its unit', () => {
    const figures = figuresOf(filledSnapshot());
    expect(figures.find(({ key }) => key === 'newly')?.rows?.[0]).toEqual({
      label: 'Thanh trà Hương Vân', detail: 'HTX NN Hương Vân; 3 sao', on: '2024-07-09', paper: '1500/QĐ-UBND', amount: null, figure: null,
    });
    expect(figures.find(({ key }) => key === 'funding  planned')?.rows?.[0]).toMatchObject({ label: 'Nguồn xã hội hóa', amount: '1081500000', figure: 'funding Nguồn xã hội hóa planned' });
    expect(figures.find(({ key }) => key === 'funding Nguồn xã hội hóa planned')?.rows?.[0]).toMatchObject({ label: 'Tập huấn', on: '2024-06-03', paper: '12/QĐ-UBND', amount: '1000' });
  });
});

describe('the code under an appendix', () => {
  it('names the report and the appendix, by which the figures of that appendix are found', () => {
    const snapshot = filledSnapshot();
    const model = composeProgressReport(snapshot, { id: 12 });
    const codes = model.appendices.map(({ blocks }) => blocks.at(-1));
    expect(codes).toEqual([1, 2, 3, 4, 5].map((no) => ({ kind: 'note', text: `Mã tra cứu số liệu của phụ lục này: BC-12-PL${no}`, tied: true })));
    expect((['products', 'results', 'certificates', 'funding', 'reporting', 'goals'] as const).map((part) => appendixOfPart(snapshot, part))).toEqual([1, 2, 3, 4, 5, null]);
  });

  it('is not under what was amended, which lists no rows', () => {
    const amends = { number: '05/BC-UBND', issuedOn: '2024-12-16', reason: 'bổ sung', snapshot: filledSnapshot(), texts: {} };
    const { appendices } = composeProgressReport(filledSnapshot(), { id: 12, amends });
    expect(appendices.at(-1)?.titleLines[0]).toBe('NỘI DUNG SỬA ĐỔI, BỔ SUNG');
    expect(appendices.flatMap(({ blocks }) => blocks.map(wordsOf)).filter((words) => words.includes('BC-12-PL'))).toHaveLength(5);
    expect(appendices.at(-1)?.blocks.map(wordsOf).join(' ')).not.toContain('BC-12-PL');
  });

  it('is not printed before the report is kept, nor ever on one kept before its rows were', () => {
    expect(wordsOfReport(composeProgressReport(filledSnapshot()))).not.toContain('Mã tra cứu');
    expect(composeProgressReport(countedFilledSnapshot(), { id: 12 })).toEqual(composeProgressReport(countedFilledSnapshot()));
  });
});
