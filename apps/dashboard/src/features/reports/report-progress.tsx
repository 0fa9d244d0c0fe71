import { useQuery } from '@tanstack/react-query';
import { reportProgressOptions } from '../../lib/api/report-calendar.js';
import { useLanguage } from '../../lib/language.js';

/** How far many reports are that are made at once; of a single one its own row says enough. */
export function ReportProgress() {
  const { messages } = useLanguage();
  const { progress } = messages.reports.calendar;
  const batch = useQuery(reportProgressOptions()).data?.batch ?? null;
  if (batch === null || batch.total < 2) return null;
  const { done, total, failed } = batch;
  return (
    <p className="report-progress">
      <label>
        {progress(done, total, failed)} <progress value={done} max={total} />
      </label>
    </p>
  );
}
