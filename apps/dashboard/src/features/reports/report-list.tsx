import type { Report } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';
import { momentText } from '../../lib/moment-text.js';
import { useMay } from '../../lib/session.js';

const FINGERPRINT_SHOWN = 12;

/** Words of a report in the language in use: its period, and when it was made. */
export function useReportWords() {
  const { messages, locale } = useLanguage();
  return {
    nameOf: ({ period, year }: Report) => messages.reports.periodName(messages.reports.periodChoices[period], year),
    nameInText: ({ period, year }: Report) => messages.reports.periodName(domainMessages[locale].periodNames[period], year),
    madeAt: ({ createdAt }: Report) => momentText(createdAt, locale),
  };
}

/** Reports that are kept, newest first; the one just made has the focus. */
export function ReportList({ reports, justMade }: { reports: readonly Report[]; justMade: number | null }) {
  const { messages, locale } = useLanguage();
  const words = messages.reports;
  const { nameOf, madeAt } = useReportWords();
  const mayOpen = useMay('reports.download');
  const mayAudit = useMay('audit.read');
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (justMade !== null) row.current?.focus();
  }, [justMade]);
  const day = (value: string) => dayText(value, locale);
  const { columns } = words;
  return (
    <table role="table" className="ruled report-list">
      <caption className="visually-hidden">{words.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['period', 'span', 'asOf', 'madeAt', 'state', 'fingerprint', 'file'] as const).map((column) => (
            <th key={column} role="columnheader" scope="col">
              {columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {reports.map((report) => {
          const name = nameOf(report);
          const made = report.id === justMade;
          return (
            <tr key={report.id} role="row" className={made ? 'report-made' : undefined} {...(made ? { ref: row, tabIndex: -1 } : {})}>
              <th role="rowheader" scope="row">
                <Link to="/bao-cao/$id" params={{ id: String(report.id) }} search={readPageSearch}>
                  {name}
                </Link>{' '}
                {report.demo && <span className="muted">({words.demo})</span>}
              </th>
              <td role="cell" data-label={columns.span}>
                {day(report.firstDay)} – {day(report.lastDay)}
              </td>
              <td role="cell" data-label={columns.asOf}>
                {day(report.asOf)}
              </td>
              <td role="cell" data-label={columns.madeAt}>
                {madeAt(report)}
              </td>
              <td role="cell" data-label={columns.state}>
                {words.states[report.state]}
                {report.issue !== null && <span className="muted report-number">{words.issuedAs(report.issue.number, day(report.issue.issuedOn))}</span>}
              </td>
              <td role="cell" data-label={columns.fingerprint}>
                <code title={report.snapshotSha256}>{report.snapshotSha256.slice(0, FINGERPRINT_SHOWN)}</code>
              </td>
              <td role="cell" className="report-files">
                {mayOpen && (
                  <>
                    <a href={report.pdfUrl} target="_blank" rel="noopener" aria-label={words.openOf(name, day(report.asOf))}>
                      {words.open}
                    </a>
                    <a href={report.pdfUrl} download="" aria-label={words.downloadOf(name, day(report.asOf))}>
                      {words.download}
                    </a>
                  </>
                )}
                {mayAudit && (
                  <Link to="/quan-tri/nhat-ky" search={{ subject: 'report', subjectId: String(report.id) }} aria-label={words.historyOf(name, day(report.asOf))}>
                    {words.history}
                  </Link>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
