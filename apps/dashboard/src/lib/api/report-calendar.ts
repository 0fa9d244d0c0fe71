import { plannedReportListSchema, plannedReportSchema, reportProgressSchema, reportSchedulesSchema } from '@ocop/contracts';
import type { PeriodKind, ReportSchedule } from '@ocop/domain';
import { queryOptions } from '@tanstack/react-query';
import { REPORTS_KEY } from './list-reports.js';
import { getJson, sendJson } from './request.js';

const WHILE_MADE_MS = 2_000;

/** Planned reports of every year; asked for again and again while one is being made. */
export const reportCalendarOptions = () =>
  queryOptions({
    queryKey: [...REPORTS_KEY, 'calendar'],
    queryFn: ({ signal }) => getJson('report-calendar', {}, plannedReportListSchema, signal),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'waiting') ? WHILE_MADE_MS : false),
  });

/** How far the reports are that are being made; asked for again and again until they are there. */
export const reportProgressOptions = () =>
  queryOptions({
    queryKey: [...REPORTS_KEY, 'progress'],
    queryFn: ({ signal }) => getJson('report-calendar/progress', {}, reportProgressSchema, signal),
    refetchInterval: ({ state }) => (state.data?.batch ? WHILE_MADE_MS : false),
  });

export const reportSchedulesOptions = () =>
  queryOptions({ queryKey: [...REPORTS_KEY, 'schedules'], queryFn: ({ signal }) => getJson('report-schedules', {}, reportSchedulesSchema, signal) });

export const setReportSchedule = (period: PeriodKind) => (body: ReportSchedule) => sendJson('PUT', `report-schedules/${period}`, body, reportSchedulesSchema);
export const retryPlannedReport = (id: number) => sendJson('POST', `report-calendar/${id}/retry`, {}, plannedReportSchema);
