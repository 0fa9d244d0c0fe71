import { registrationsByUnit } from '@ocop/charts';
import type { Registration } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ChartPanel } from '../../components/chart-panel.js';
import { ProductLink } from '../../components/product-link.js';
import { StageTrackBar } from '../../components/stage-track.js';
import { useLanguage } from '../../lib/language.js';
import { dayText } from '../../lib/figure-text.js';
import { searchOf } from '../../lib/page-search.js';
import { OverviewSection } from './overview-section.js';
import type { Overview } from './use-overview.js';

/** The overview shows no more rows than can be read at a glance; the product list has them all. */
const SHOWN = 20;

function ProgressRow({ registration }: { registration: Registration }) {
  const { messages, locale } = useLanguage();
  const { productName, producerName, unitName, kind, stage, stageOn } = registration;
  const words = domainMessages[locale];
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <ProductLink registration={registration}>{productName}</ProductLink>
        <span className="progress-producer">{producerName}</span>
      </th>
      <td role="cell">{unitName}</td>
      <td role="cell">{words.registrationKindShortNames[kind]}</td>
      <td role="cell" className="progress-stage">
        <StageTrackBar stage={stage} />
        <span>{words.stageNames[stage]}</span>
        <span className="muted">{messages.overview.progress.since(dayText(stageOn, locale))}</span>
      </td>
    </tr>
  );
}

/** The same products counted by commune and kind. */
function RegistrationsChart({ registrations }: { registrations: readonly Registration[] }) {
  const { messages, locale } = useLanguage();
  const words = messages.overview.progress;
  const definition = useMemo(
    () =>
      registrationsByUnit(registrations, {
        title: words.chartTitle,
        description: words.chartDescription(registrations.length),
        unit: words.chartUnit,
        missing: messages.missing,
        categoryLabel: words.unit,
        kindNames: domainMessages[locale].registrationKindShortNames,
      }),
    [registrations, words, messages.missing, locale],
  );
  return <ChartPanel definition={definition} />;
}

/** Each registered product at its step of the cycle. */
export function ProgressSection({ view, registrations }: Overview) {
  const { messages } = useLanguage();
  const words = messages.overview.progress;
  const list = registrations.data;
  const shown = list?.items.slice(0, SHOWN) ?? [];
  return (
    <OverviewSection
      name="progress"
      heading={list === undefined || list.total === 0 ? words.headingPending : words.heading(list.total)}
      queries={[registrations]}
    >
      {list?.total === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <table role="table" className="progress">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">{words.product}</th>
              <th scope="col" role="columnheader">{words.unit}</th>
              <th scope="col" role="columnheader">{words.kind}</th>
              <th scope="col" role="columnheader">{words.track}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((registration) => (
              <ProgressRow key={registration.id} registration={registration} />
            ))}
          </tbody>
        </table>
      )}
      {list !== undefined && list.total > 0 && (
        <p className="progress-more">
          {list.total > shown.length && `${words.more(shown.length, list.total)} `}
          <Link to="/san-pham" search={searchOf(view)}>
            {words.all}
          </Link>
        </p>
      )}
      {list !== undefined && list.total > 0 && <RegistrationsChart registrations={list.items} />}
    </OverviewSection>
  );
}
