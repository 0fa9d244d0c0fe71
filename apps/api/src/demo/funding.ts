import type { FundingStage } from '@ocop/domain';
import { generateBudgetMoney } from './budget-money.js';
import { DEMO_YEARS, type DemoFundingEntry } from './demo-data.js';
import { messages } from './messages.js';
import type { Random } from './random.js';
import { generateSocialisedMoney } from './socialised-money.js';

/** The ledger of every year by day; papers of a stage are numbered in the order of their days. */
export function generateFunding(random: Random): DemoFundingEntry[] {
  const entries = DEMO_YEARS.flatMap((year) => [...generateSocialisedMoney(random, year), ...generateBudgetMoney(random, year)]);
  const byDay = entries.toSorted((a, b) => (a.occurredOn < b.occurredOn ? -1 : Number(a.occurredOn > b.occurredOn)));
  const used = new Map<FundingStage, number>();
  return byDay.map((entry) => {
    const no = (used.get(entry.stage) ?? 0) + 1;
    used.set(entry.stage, no);
    return { ...entry, paperNumber: messages.fundingPaper(entry.stage, no) };
  });
}
