import {
  reportComparisonSchema, reportFigureListSchema, reportFigureRowsSchema, reportSchema, reportTextListSchema, reportTextSchema, type ReportAmendment, type WriteReportText,
} from '@ocop/contracts';
import type { ReportSection } from '@ocop/domain';
import { queryOptions } from '@tanstack/react-query';
import { REPORTS_KEY } from './list-reports.js';
import { getFile, getJson, sendJson } from './request.js';

export const reportTextsOptions = (id: number) =>
  queryOptions({ queryKey: [...REPORTS_KEY, id, 'texts'], queryFn: ({ signal }) => getJson(`reports/${id}/texts`, {}, reportTextListSchema, signal) });
export const reportFiguresOptions = (id: number) =>
  queryOptions({ queryKey: [...REPORTS_KEY, id, 'figures'], queryFn: ({ signal }) => getJson(`reports/${id}/figures`, {}, reportFigureListSchema, signal) });
export const reportFigureRowsOptions = (id: number, figure: string) =>
  queryOptions({ queryKey: [...REPORTS_KEY, id, 'figures', figure], queryFn: ({ signal }) => getJson(`reports/${id}/figure-rows`, { figure }, reportFigureRowsSchema, signal), staleTime: Infinity });
/** The pages as a PDF; asked for anew after anything is saved, like every figure. */
export const reportPreviewOptions = (id: number) =>
  queryOptions({ queryKey: [...REPORTS_KEY, id, 'preview'], queryFn: async () => (await getFile(`reports/${id}/preview`, {})).content, staleTime: Infinity });
export const reportComparisonOptions = (id: number) =>
  queryOptions({ queryKey: [...REPORTS_KEY, id, 'comparison'], queryFn: ({ signal }) => getJson(`reports/${id}/comparison`, {}, reportComparisonSchema, signal) });

export const writeReportText = (id: number, section: ReportSection) => (body: WriteReportText) => sendJson('PUT', `reports/${id}/texts/${section}`, body, reportTextSchema);
export const amendReport = (id: number) => (body: ReportAmendment) => sendJson('POST', `reports/${id}/amendment`, body, reportSchema);
