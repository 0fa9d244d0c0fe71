import { reportDeliveryListSchema, reportRecipientListSchema, type AddReportRecipient, type ReportDelivery, type SendReport } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { REPORTS_KEY } from './list-reports.js';
import { getJson, sendDelete, sendJson } from './request.js';

const SOON_MS = 2_000;
const LATER_MS = 30_000;

/** Often while a first answer of the mail server is awaited; less so while one waits to be tried again. */
const pauseUntilNext = (items: readonly ReportDelivery[]): number | false => {
  const waiting = items.filter(({ state }) => state === 'waiting');
  return waiting.length === 0 ? false : waiting.some(({ error }) => error === null) ? SOON_MS : LATER_MS;
};

export const reportDeliveriesOptions = (id: number) =>
  queryOptions({
    queryKey: [...REPORTS_KEY, id, 'deliveries'],
    queryFn: ({ signal }) => getJson(`reports/${id}/deliveries`, {}, reportDeliveryListSchema, signal),
    refetchInterval: ({ state }) => pauseUntilNext(state.data?.items ?? []),
  });

export const reportRecipientsOptions = () =>
  queryOptions({ queryKey: [...REPORTS_KEY, 'recipients'], queryFn: ({ signal }) => getJson('report-recipients', {}, reportRecipientListSchema, signal) });

export const sendReport = (id: number) => (body: SendReport) => sendJson('POST', `reports/${id}/deliveries`, body, reportDeliveryListSchema);
export const addReportRecipient = (body: AddReportRecipient) => sendJson('POST', 'report-recipients', body, reportRecipientListSchema);
export const removeReportRecipient = (id: number) => sendDelete(`report-recipients/${id}`);
