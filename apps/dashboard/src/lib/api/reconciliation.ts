import { receiptSchema, reconciliationSchema, type NewSignOff, type ReconciliationTolerance, type ReportedMoney } from '@ocop/contracts';
import type { PeriodKind } from '@ocop/domain';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson } from './request.js';

/** What communes reported of their money for a period, beside the ledger. */
export const reconciliationOptions = (year: number, period: PeriodKind) =>
  queryOptions({ queryKey: ['reconciliation', year, period], queryFn: ({ signal }) => getJson('funding/reconciliation', { year, period }, reconciliationSchema, signal) });

export const reportMoney = (body: ReportedMoney) => sendJson('PUT', 'funding/reported-money', body, receiptSchema);
export const signReconciliation = (body: NewSignOff) => sendJson('POST', 'funding/reconciliation/sign-offs', body, receiptSchema);
export const setTolerance = (body: ReconciliationTolerance) => sendJson('PUT', 'funding/reconciliation/tolerance', body, receiptSchema);
