import { reportSchema, type CreateReport } from '@ocop/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { REPORTS_KEY } from './list-reports.js';
import { sendJson } from './request.js';

const createReport = (body: CreateReport) => sendJson('POST', 'reports', body, reportSchema);

/** Makes a report of a period; the list of reports is asked for anew. */
export function useCreateReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: createReport,
    onSuccess: () => client.invalidateQueries({ queryKey: REPORTS_KEY }),
  });
}
