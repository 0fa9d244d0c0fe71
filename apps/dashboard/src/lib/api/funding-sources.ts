import {
  fundingSourceListSchema, ledgerClosingListSchema, receiptSchema, type ChangeFundingSource, type NewClosing, type NewFundingSource, type Reopening,
} from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson } from './request.js';

/** The sources of money of a plan year, in the order they are shown. */
export const listFundingSourcesOptions = (year: number) =>
  queryOptions({ queryKey: ['funding-sources', year], queryFn: ({ signal }) => getJson('funding/sources', { year }, fundingSourceListSchema, signal) });

export const addFundingSource = (body: NewFundingSource) => sendJson('POST', 'funding/sources', body, receiptSchema);
export const changeFundingSource = (id: number) => (body: ChangeFundingSource) => sendJson('PUT', `funding/sources/${id}`, body, receiptSchema);

/** Every closing of a year's ledger, with its reopening. */
export const listClosingsOptions = () =>
  queryOptions({ queryKey: ['ledger-closings'], queryFn: ({ signal }) => getJson('funding/closings', {}, ledgerClosingListSchema, signal) });

export const closeLedger = (body: NewClosing) => sendJson('POST', 'funding/closings', body, receiptSchema);
export const reopenLedger = (body: Reopening) => sendJson('POST', 'funding/reopenings', body, receiptSchema);
