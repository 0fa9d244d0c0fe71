import { daySchema, yearParamSchema, type PlanSummary } from '@ocop/contracts';
import type { Day } from '@ocop/domain';
import { chooseLocality, ofLocality } from './locality.js';

/** What stands after the question mark on every page, as written there; a locality only where there are plans of several. */
export interface PageSearch {
  locality?: string | undefined;
  year?: string | undefined;
  asOf?: string | undefined;
}

/** The query string as plain names and texts; of a name written twice the last counts. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

/** The query string of these values, in their order; those without a value are left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  const text = new URLSearchParams(given).toString();
  return text === '' ? '' : `?${text}`;
}

/** Keeps the locality, the year and the day of an address; whether they are good is judged by `choosePlan`. */
export function readPageSearch(search: Record<string, unknown>): PageSearch {
  return {
    ...(typeof search['locality'] === 'string' ? { locality: search['locality'] } : {}),
    ...(typeof search['year'] === 'string' ? { year: search['year'] } : {}),
    ...(typeof search['asOf'] === 'string' ? { asOf: search['asOf'] } : {}),
  };
}

const PRODUCT_FILTERS = ['search', 'kind', 'stage', 'unit', 'round', 'supplement', 'sort', 'order', 'page', 'columns', 'density'] as const;

/** The address of the product list: how it is shown is text as written, too; the list itself judges it. */
export type ProductsSearch = PageSearch & { [filter in (typeof PRODUCT_FILTERS)[number]]?: string | undefined };

/** Keeps the year, the day and the way of showing of a product list's address. */
export function readProductsSearch(search: Record<string, unknown>): ProductsSearch {
  return { ...readPageSearch(search), ...kept(search, PRODUCT_FILTERS) };
}

const BOARD_FILTERS = ['unit', 'kind', 'round'] as const;

/** The address of the board: what it shows of the year. */
export type BoardSearch = PageSearch & { [filter in (typeof BOARD_FILTERS)[number]]?: string | undefined };

/** Keeps the year, the day and the filters of the board's address. */
export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  return { ...readPageSearch(search), ...kept(search, BOARD_FILTERS) };
}

/** The address of a product's page: what is being entered, and on which record. */
export type ProductSearch = PageSearch & { viec?: string | undefined; muc?: string | undefined };

/** Keeps the year, the day and what is being entered. */
export function readProductSearch(search: Record<string, unknown>): ProductSearch {
  const { viec, muc } = search;
  return { ...readPageSearch(search), ...(typeof viec === 'string' ? { viec } : {}), ...(typeof muc === 'string' ? { muc } : {}) };
}

/** The address of a new product: the producer it is of, when one comes from there. */
export type NewProductSearch = PageSearch & { producer?: string | undefined };

/** Keeps the year, the day and the producer. */
export const readNewProductSearch = (search: Record<string, unknown>): NewProductSearch => ({ ...readPageSearch(search), ...kept(search, ['producer']) });

const REGISTER_FILTERS = ['search', 'unit', 'kind', 'producer', 'productSet', 'certificate', 'sort', 'order', 'page', 'columns'] as const;

/** The address of a register: what is looked for and how it is shown, as written; the register judges it. */
export type RegisterSearch = PageSearch & { [filter in (typeof REGISTER_FILTERS)[number]]?: string | undefined };

/** Keeps the year, the day and the way of showing of a register's address. */
export function readRegisterSearch(search: Record<string, unknown>): RegisterSearch {
  return { ...readPageSearch(search), ...kept(search, REGISTER_FILTERS) };
}

const ARCHIVE_FILTERS = ['period', 'search', 'state', 'page'] as const;

/** The address of the reports: the period one is about to make, when it was asked for elsewhere, and which of those kept are shown. */
export type ReportsSearch = PageSearch & { [filter in (typeof ARCHIVE_FILTERS)[number]]?: string | undefined };

/** Keeps the year, the day, the period and what is looked for. */
export const readReportsSearch = (search: Record<string, unknown>): ReportsSearch => ({ ...readPageSearch(search), ...kept(search, ARCHIVE_FILTERS) });

const REPORT_PLACES = ['phuluc', 'solieu'] as const;

/** The address of one report: the appendix a code on paper named, and the figure whose rows are open. */
export type ReportSearch = PageSearch & { [place in (typeof REPORT_PLACES)[number]]?: string | undefined };

/** Keeps the year, the day, the appendix and the figure. */
export const readReportSearch = (search: Record<string, unknown>): ReportSearch => ({ ...readPageSearch(search), ...kept(search, REPORT_PLACES) });

/** The address that a code on paper is typed into. */
export type LookupSearch = PageSearch & { ma?: string | undefined };

/** Keeps the year, the day and the code. */
export const readLookupSearch = (search: Record<string, unknown>): LookupSearch => ({ ...readPageSearch(search), ...kept(search, ['ma']) });

/** The address of what needs action: how urgent, and about what. */
export type AttentionSearch = PageSearch & { urgency?: string | undefined; kind?: string | undefined };

/** Keeps the year, the day and the filters of that address. */
export function readAttentionSearch(search: Record<string, unknown>): AttentionSearch {
  return {
    ...readPageSearch(search),
    ...(typeof search['urgency'] === 'string' ? { urgency: search['urgency'] } : {}),
    ...(typeof search['kind'] === 'string' ? { kind: search['kind'] } : {}),
  };
}

const LEDGER_FILTERS = ['source', 'stage', 'unit', 'workArea', 'month', 'product', 'search', 'posting', 'entry', 'warned', 'sort', 'order'] as const;

/** The address of the ledger: which entries, in which order, as written; the ledger judges it. */
export type LedgerSearch = PageSearch & { [filter in (typeof LEDGER_FILTERS)[number]]?: string | undefined };

/** Keeps the year, the day and the filters of the ledger's address. */
export const readLedgerSearch = (search: Record<string, unknown>): LedgerSearch => ({ ...readPageSearch(search), ...kept(search, LEDGER_FILTERS) });

/** The address of the finance workspace: by what the money is broken down. */
export type FundingSearch = PageSearch & { theo?: string | undefined };

/** Keeps the year, the day and the breakdown. */
export const readFundingSearch = (search: Record<string, unknown>): FundingSearch => ({ ...readPageSearch(search), ...kept(search, ['theo']) });

/** The address of the ledger's warnings: open or resolved ones, and the page. */
export type WarningsSearch = PageSearch & { state?: string | undefined; page?: string | undefined };

/** Keeps the year, the day and which warnings are shown. */
export const readWarningsSearch = (search: Record<string, unknown>): WarningsSearch => ({ ...readPageSearch(search), ...kept(search, ['state', 'page']) });

const ACTIVITY_FILTERS = ['search', 'workArea', 'unit', 'page'] as const;

/** The address of the activities: which of them, as written; the list judges it. */
export type ActivitySearch = PageSearch & { [filter in (typeof ACTIVITY_FILTERS)[number]]?: string | undefined };

/** Keeps the year, the day and the filters of the activities' address. */
export const readActivitySearch = (search: Record<string, unknown>): ActivitySearch => ({ ...readPageSearch(search), ...kept(search, ACTIVITY_FILTERS) });

const AUDIT_FILTERS = ['from', 'to', 'account', 'action', 'subject', 'subjectId', 'search', 'trang'] as const;

/** The address of the audit trail: what is searched for, and the page. */
export type AuditSearch = { [filter in (typeof AUDIT_FILTERS)[number]]?: string | undefined };

/** Keeps what an address asks of the audit trail. */
export const readAuditSearch = (search: Record<string, unknown>): AuditSearch => kept(search, AUDIT_FILTERS);

/** What is written in an address under these names. */
function kept<T extends string>(search: Record<string, unknown>, names: readonly T[]): { [name in T]?: string } {
  return Object.fromEntries(names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : []))) as { [name in T]?: string };
}

/** Which plan and day an address asks for, or why it asks for none. */
export type PlanChoice =
  | { kind: 'chosen'; plan: PlanSummary; year: number; asOf: Day }
  | { kind: 'no-plan' }
  | { kind: 'unknown-locality'; written: string }
  | { kind: 'bad-year'; written: string; newest: PlanSummary }
  | { kind: 'unknown-year'; year: number; plans: readonly PlanSummary[] }
  | { kind: 'bad-day'; written: string; plan: PlanSummary }
  | { kind: 'day-too-early'; asOf: Day; plan: PlanSummary }
  | { kind: 'day-too-late'; asOf: Day; plan: PlanSummary };

/** Judges an address against the plans there are (newest first); without a locality the one remembered, without a year the locality's newest, without a day the plan's default. */
export function choosePlan(search: PageSearch, all: readonly PlanSummary[], remembered: string | null): PlanChoice {
  if (all.length === 0) return { kind: 'no-plan' };
  const plans = ofLocality(chooseLocality(search.locality, all, remembered), all);
  const newest = plans[0];
  if (newest === undefined) return { kind: 'unknown-locality', written: search.locality ?? '' };
  let plan = newest;
  if (search.year !== undefined) {
    const year = yearParamSchema.safeParse(search.year);
    if (!year.success) return { kind: 'bad-year', written: search.year, newest };
    const found = plans.find((candidate) => candidate.year === year.data);
    if (found === undefined) return { kind: 'unknown-year', year: year.data, plans };
    plan = found;
  }
  if (search.asOf === undefined) return { kind: 'chosen', plan, year: plan.year, asOf: plan.defaultAsOf };
  const day = daySchema.safeParse(search.asOf);
  if (!day.success) return { kind: 'bad-day', written: search.asOf, plan };
  const asOf = day.data;
  if (asOf < plan.firstAsOf) return { kind: 'day-too-early', asOf, plan };
  if (asOf > plan.lastAsOf) return { kind: 'day-too-late', asOf, plan };
  return { kind: 'chosen', plan, year: plan.year, asOf };
}

/** The search part of a link to a year and day. */
export const searchOf = ({ year, asOf }: { year: number; asOf: Day }): { year: string; asOf: Day } => ({
  year: String(year),
  asOf,
});
