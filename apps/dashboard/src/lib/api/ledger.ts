import {
  fundingWarningListSchema, ledgerPageSchema, postingReceiptSchema, receiptSchema, type FundingWarningQuery, type NewPosting, type NewReversal, type WarningResolution,
} from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson, type Query } from './request.js';

/** Entries asked for at once. */
export const LEDGER_PAGE = 100;

/** A page of the ledger with the number and the sum of all that matches; `query` as an address writes it. */
export const listLedgerOptions = (query: Query, page: number) =>
  queryOptions({
    queryKey: ['ledger', query, page],
    queryFn: ({ signal }) => getJson('funding/entries', { ...query, page, pageSize: LEDGER_PAGE }, ledgerPageSchema, signal),
  });

export const addPosting = (body: NewPosting) => sendJson('POST', 'funding/postings', body, postingReceiptSchema);
export const reverseEntry = (id: number) => (body: NewReversal) => sendJson('POST', `funding/entries/${id}/reversal`, body, postingReceiptSchema);

/** Warnings of a plan year, open ones first. */
export const listWarningsOptions = (query: FundingWarningQuery) =>
  queryOptions({ queryKey: ['funding-warnings', query], queryFn: ({ signal }) => getJson('funding/warnings', query, fundingWarningListSchema, signal) });

export const resolveWarning = (id: number) => (body: WarningResolution) => sendJson('POST', `funding/warnings/${id}/resolution`, body, receiptSchema);
