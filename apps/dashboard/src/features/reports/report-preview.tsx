import type { Report } from '@ocop/contracts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { reportPreviewOptions } from '../../lib/api/report-texts.js';
import { useLanguage } from '../../lib/language.js';
import './report-preview.css';

// What draws a PDF weighs more than the rest of the page: nobody waits for it before the page stands.
const ReportPages = lazy(async () => ({ default: (await import('./report-pages.js')).ReportPages }));

/** After so long somebody wonders whether anything happens. */
const SLOW = 4_000;

function Waiting() {
  const { messages } = useLanguage();
  const words = messages.reportReading.preview;
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="preview-waiting" role="status">
      {isSlow ? words.slow : words.loading}
    </p>
  );
}

/** The pages of a report as they will be printed, beside what is being written. */
export function ReportPreview({ report }: { report: Report }) {
  const { messages } = useLanguage();
  const words = messages.reportReading.preview;
  const asked = useQuery(reportPreviewOptions(report.id));
  const body = () => {
    if (asked.error !== null) return <FailurePanel error={asked.error} retry={() => void asked.refetch()} />;
    if (asked.data === undefined) return <Waiting />;
    return (
      <Suspense fallback={<Waiting />}>
        <ReportPages content={asked.data} isRefreshing={asked.isFetching} />
      </Suspense>
    );
  };
  return (
    <div className="report-preview">
      <h2>{words.heading}</h2>
      <p className="muted">{words.explained}</p>
      {body()}
    </div>
  );
}
