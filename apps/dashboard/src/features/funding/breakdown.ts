import type { FundingSummaryRow } from '@ocop/contracts';
import { moneySums, type MoneySums } from '@ocop/domain';
import type { LedgerSearch } from '../../lib/page-search.js';
import { stageSums } from './stage-sums.js';

/** By what the workspace breaks the money down. */
export const BREAKDOWNS = ['unit', 'workArea', 'product', 'month'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

export interface BreakdownRow {
  /** As the ledger's filter writes it; `none` = of no one. */
  key: string;
  /** As the API names it; null = of no one. */
  name: string | null;
  sums: MoneySums;
}

function keyOf(row: FundingSummaryRow, by: Breakdown): { key: string; name: string | null } {
  const of = (id: number | string | null | undefined, name: string | null | undefined) => ({ key: id == null ? 'none' : String(id), name: name ?? null });
  switch (by) {
    case 'unit':
      return of(row.unitId, row.unit);
    case 'workArea':
      return of(row.workArea, row.workArea == null ? null : String(row.workArea));
    case 'product':
      return of(row.productId, row.product);
    case 'month':
      return of(row.month, row.month);
    default:
      return by satisfies never;
  }
}

/** Rows of a summary by something and stage, gathered by that something in the API's order. */
export function breakdownRows(rows: readonly FundingSummaryRow[], by: Breakdown): BreakdownRow[] {
  const groups = new Map<string, { name: string | null; own: FundingSummaryRow[] }>();
  for (const row of rows) {
    const { key, name } = keyOf(row, by);
    const group = groups.get(key) ?? { name, own: [] };
    group.own.push(row);
    groups.set(key, group);
  }
  return [...groups].map(([key, { name, own }]) => ({ key, name, sums: moneySums(stageSums(own)) }));
}

/** The filter of the ledger that finds the entries of a row. */
export const filterOf = (by: Breakdown, key: string): LedgerSearch => ({ [by]: key });
