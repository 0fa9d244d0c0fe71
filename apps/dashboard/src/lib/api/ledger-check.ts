import { ledgerCheckSchema, newestLedgerCheckSchema } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson } from './request.js';

/** What the newest comparison of the kept sums with the ledger found. */
export const getLedgerCheckOptions = queryOptions({ queryKey: ['ledger-check'], queryFn: ({ signal }) => getJson('funding/ledger-check', {}, newestLedgerCheckSchema, signal) });

export const checkLedger = () => sendJson('POST', 'funding/ledger-check', {}, ledgerCheckSchema);
