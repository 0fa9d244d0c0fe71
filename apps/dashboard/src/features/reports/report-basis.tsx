import type { Report } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { reportFiguresOptions } from '../../lib/api/report-texts.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';

/** By which law and formulas the figures were computed, as lines of the report's facts; nothing while it is not known. */
export function ReportBasis({ report }: { report: Report }) {
  const { messages, locale } = useLanguage();
  const words = messages.reportReading.basis;
  const { data } = useQuery(reportFiguresOptions(report.id));
  if (data === undefined) return null;
  const { basis } = data;
  if (basis === null) {
    return (
      <>
        <dt>{words.law}</dt>
        <dd>{words.unknown}</dd>
      </>
    );
  }
  return (
    <>
      <dt>{words.law}</dt>
      <dd>
        {basis.law.map(({ topic, validFrom, legalBasis }) => (
          <span key={topic} className="report-law">
            {domainMessages[locale].lawTopicNames[topic]}: {validFrom === null ? legalBasis : words.since(legalBasis, dayText(validFrom, locale))}
          </span>
        ))}
      </dd>
      <dt>{words.formulas}</dt>
      <dd>{words.version(basis.formulas)}</dd>
    </>
  );
}
