import { communeReportListSchema, receiptSchema, type Annulment, type NewCommuneReport } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { PlanDay } from '../plan-day.js';
import { getJson, sendJson } from './request.js';

/** What each commune owes of the plan year's reports, by period, on a day. */
export const listCommuneReportsOptions = ({ year, asOf }: PlanDay) =>
  queryOptions({
    queryKey: ['commune-reports', year, asOf],
    queryFn: ({ signal }) => getJson('commune-reports', { year, asOf }, communeReportListSchema, signal),
  });

export const addCommuneReport = (body: NewCommuneReport) => sendJson('POST', 'commune-reports', body, receiptSchema);
export const annulCommuneReport = (id: number) => (body: Annulment) => sendJson('POST', `commune-reports/${id}/annulment`, body, receiptSchema);
