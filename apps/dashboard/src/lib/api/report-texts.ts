import {
  reportComparisonSchema, reportFigureListSchema, reportFigureRowsSchema, reportSchema, reportTextListSchema, reportTextSchema, type ReportAmendment, type WriteReportText,
} from '@ocop/contracts';
import type { ReportSection } from '@ocop/domain';
import { queryOptions } from '@tanstack/react-query';
import { REPORTS_KEY } from './list-reports.js';
import { getJson, sendJson } from './request.js';

export const reportTextsOptions = (id: number) =>
  queryOptions({ queryKey: [...REPORTS_KEY, id, 'texts'], queryFn: ({ signal }) => getJson(`reports/${id}/texts`, {}, reportTextListSchema, signal) });
export const reportFiguresOptions = (id: number) =>
  queryOptions({ queryKey: [...REPORTS_KEY, id, 'figures'], queryFn: ({ signal }) => getJson(`reports/${id}/figures`, {}, reportFigureListSchema, signal) });
export const reportFigureRowsOptions = (id: number, figure: string) =>
  queryOptions({ queryKey: [...REPORTS_KEY, id, 'figures', figure], queryFn: ({ signal }) => getJson(`reports/${id}/figure-rows`, { figure }, reportFigureRowsSchema, signal), staleTime: Infinity });
export const reportComparisonOptions = (id: number) =>
  queryOptions({ queryKey: [...REPORTS_KEY, id, 'comparison'], queryFn: ({ signal }) => getJson(`reports/${id}/comparison`, {}, reportComparisonSchema, signal) });

export const writeReportText = (id: number, section: ReportSection) => (body: WriteReportText) => sendJson('PUT', `reports/${id}/texts/${section}`, body, reportTextSchema);
export const amendReport = (id: number) => (body: ReportAmendment) => sendJson('POST', `reports/${id}/amendment`, body, reportSchema);
