import { reportSchema, type IssueReport, type ReportReturn, type ReportStep } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { REPORTS_KEY } from './list-reports.js';
import { getJson, sendJson } from './request.js';

export const getReportOptions = (id: number) =>
  queryOptions({ queryKey: [...REPORTS_KEY, id], queryFn: ({ signal }) => getJson(`reports/${id}`, {}, reportSchema, signal) });

export const submitReport = (id: number) => (body: ReportStep) => sendJson('POST', `reports/${id}/submission`, body, reportSchema);
export const approveReport = (id: number) => (body: ReportStep) => sendJson('POST', `reports/${id}/approval`, body, reportSchema);
export const returnReport = (id: number) => (body: ReportReturn) => sendJson('POST', `reports/${id}/return`, body, reportSchema);
export const issueReport = (id: number) => (body: IssueReport) => sendJson('POST', `reports/${id}/issue`, body, reportSchema);
