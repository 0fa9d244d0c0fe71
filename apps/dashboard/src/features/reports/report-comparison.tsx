import type { Report, ReportComparison as Comparison } from '@ocop/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { reportComparisonOptions } from '../../lib/api/report-texts.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';

function Differences({ items, entries }: Comparison) {
  const { messages, locale } = useLanguage();
  const words = messages.reports.comparison;
  const value = (text: string | null | undefined) => (text === undefined ? words.absent : (text ?? words.missing));
  return (
    <>
      <table className="ruled report-figures">
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.now}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ name, before, after }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value(before)}</td>
              <td>{value(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > 0 && (
        <>
          <h3>{words.entries}</h3>
          <ol className="report-entries">
            {entries.map((entry) => (
              <li key={`${entry.kind} ${entry.name} ${entry.at} ${entry.on}`}>
                {(entry.annulled ? words.annulled : words.entered)(words.kinds[entry.kind], entry.name, dayText(entry.on, locale))}{' '}
                <span className="muted">
                  {momentText(entry.at, locale)}, {entry.by ?? messages.reports.nobody}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function NowBeside({ report }: { report: Report }) {
  const { messages, locale } = useLanguage();
  const words = messages.reports.comparison;
  const asked = useQuery(reportComparisonOptions(report.id));
  if (asked.error !== null) return <FailurePanel error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Skeleton lines={3} />;
  const { total, asOf } = asked.data;
  return (
    <>
      <p role="status">{total === 0 ? words.same(dayText(asOf, locale)) : words.differ(total, dayText(asOf, locale))}</p>
      {total > 0 && <Differences {...asked.data} />}
    </>
  );
}

/** What the figures of a report would be now; asked for when opened. */
export function ReportComparison({ report }: { report: Report }) {
  const { messages } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{messages.reports.comparison.heading}</summary>
      {open && <NowBeside report={report} />}
    </details>
  );
}
