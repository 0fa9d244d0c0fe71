import { type FundingGrouping, type FundingSummaryRow } from '@ocop/contracts';
import { addDays, FUNDING_STAGES, ratioPercent, STAGES_OF_SUM, type Day, type FundingStage, type IndicatorId } from '@ocop/domain';
import fc from 'fast-check';
import type { Entry } from './facts.js';

/** The sources of plan 1227, as part IV lists them. */
export const SOURCES = ['socialised', 'ntm-2021-2025', 'nq-20-2020', 'nq-30-2021', 'integrated-industry-promotion', 'integrated-science-technology'];

export const dayOfYear = fc.integer({ min: 0, max: 365 }).map((days) => addDays('2024-01-01', days));

/** An entry of the ledger of 2024, for one of the units; null = for none. */
export const entryOf = (units: readonly (string | null)[]): fc.Arbitrary<Entry> =>
  fc.record({
    source: fc.constantFrom(...SOURCES),
    stage: fc.constantFrom(...FUNDING_STAGES),
    amount: fc.bigInt({ min: 1n, max: 999_999_999_999_999n }),
    down: fc.boolean(),
    occurredOn: dayOfYear,
    unit: fc.constantFrom(...units),
    workArea: fc.constantFrom(1, 2, 3, 4, 5, 6, null),
  }).map(({ down, amount, ...entry }) => ({ ...entry, amount: down && entry.stage === 'adjusted' ? -amount : amount }));

const keyOf = (entry: Entry, grouping: FundingGrouping): string | number | null => {
  if (grouping === 'month') return entry.occurredOn.slice(0, 7);
  if (grouping === 'year') return 2024;
  return grouping === 'product' ? null : entry[grouping];
};

/** The sums of a ledger up to a day, counted entry by entry. */
export function recount(ledger: readonly Entry[], groupings: readonly FundingGrouping[], asOf: Day): FundingSummaryRow[] {
  const groups = new Map<string, { keys: object; amount: bigint; entries: number }>();
  for (const entry of ledger.filter(({ occurredOn }) => occurredOn <= asOf)) {
    const keys = Object.fromEntries(groupings.map((grouping) => [grouping, keyOf(entry, grouping)]));
    const id = JSON.stringify(keys);
    const group = groups.get(id) ?? { keys, amount: 0n, entries: 0 };
    groups.set(id, { keys, amount: group.amount + entry.amount, entries: group.entries + 1 });
  }
  return [...groups.values()].map(({ keys, amount, entries }) => ({ ...keys, amount: amount.toString(), entries }));
}

/** A figure of money, counted entry by entry. */
export function moneyOf(id: IndicatorId, entries: readonly Entry[]): string | null {
  const sum = (stages: readonly FundingStage[], of: (entry: Entry) => boolean = () => true) => {
    const found = entries.filter((entry) => stages.includes(entry.stage) && of(entry));
    return found.length === 0 ? null : found.reduce((total, { amount }) => total + amount, 0n);
  };
  const socialised = ({ source }: Entry) => source === 'socialised';
  const budget = (entry: Entry) => !socialised(entry);
  const { planned, allocated, disbursed } = STAGES_OF_SUM;
  const figures: Partial<Record<IndicatorId, bigint | number | null>> = {
    'funding-planned': sum(planned),
    'funding-allocated': sum(allocated),
    'funding-disbursed': sum(disbursed),
    'disbursement-rate': ratioPercent(sum(disbursed, budget), sum(allocated, budget)),
    'socialised-share': ratioPercent(sum(disbursed, socialised), sum(disbursed)),
  };
  return figures[id]?.toString() ?? null;
}

/** The rows in one order, to be compared. */
export const sorted = (rows: readonly FundingSummaryRow[], groupings: readonly FundingGrouping[]): string[] =>
  rows.map((row) => JSON.stringify([...groupings.map((grouping) => row[grouping]), row.amount, row.entries])).sort();
