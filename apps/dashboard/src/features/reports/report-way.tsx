import type { Report } from '@ocop/contracts';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';

/** Every step a report took, with who, when and what was said. */
export function ReportWay({ report }: { report: Report }) {
  const { messages, locale } = useLanguage();
  const words = messages.reports;
  return (
    <ol className="report-way">
      <li>
        <strong>{words.madeStep}</strong> <span className="muted">{momentText(report.createdAt, locale)}</span>
      </li>
      {report.steps.map(({ to, at, by, note }) => (
        <li key={`${at} ${to}`} className={to === 'draft' ? 'report-returned' : undefined}>
          <strong>{words.steps[to]}</strong>{' '}
          <span className="muted">
            {momentText(at, locale)}, {by ?? words.nobody}
          </span>
          {note !== null && <p>{to === 'draft' ? words.returnedFor(note) : words.noted(note)}</p>}
        </li>
      ))}
    </ol>
  );
}
