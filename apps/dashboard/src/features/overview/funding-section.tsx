import type { PlanDetail } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { FundingCharts } from '../../components/funding-charts.js';
import { fundingFigures } from '../../lib/funding-figures.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import type { PlanView } from '../../lib/plan-view.js';
import { OverviewSection } from './overview-section.js';
import type { Overview } from './use-overview.js';

function SourceList({ plan }: { plan: PlanDetail }) {
  const { messages } = useLanguage();
  const { funding, indicators } = messages.overview;
  return (
    <>
      <p className="muted">{funding.none(plan.number)}</p>
      <ol className="sources">
        {plan.fundingSources.map(({ code, name, clause }, index) => (
          <li key={code}>
            <span className={`source-mark source-mark-${index + 1}`} aria-hidden="true" />
            <span>{name}</span>
            <span className="muted">{indicators.section(clause)}</span>
            <span className="missing">{messages.missing}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The figures of the charts, each a link to its rows. */
function FundingRows({ view }: { view: PlanView }) {
  const { messages, locale } = useLanguage();
  return (
    <p className="funding-rows">
      <span className="muted">{messages.overview.funding.rows}</span>
      {(['funding-planned', 'funding-disbursed'] as const).map((id) => (
        <Link key={id} to="/chi-so/$id" params={{ id }} search={searchOf(view)}>
          {domainMessages[locale].indicatorNames[id]}
        </Link>
      ))}
      <Link to="/kinh-phi" search={searchOf(view)}>
        {messages.funding.workspace}
      </Link>
    </p>
  );
}

/** The plan's sources of funds in its own order (clause IV): amounts where there are any, words where there are none. */
export function FundingSection({ view, plan, funding }: Overview) {
  const { messages } = useLanguage();
  const { year, asOf } = view;
  const rows = funding.data?.items;
  const figures = useMemo(() => (rows === undefined ? null : fundingFigures(rows, year, asOf)), [rows, year, asOf]);
  const known = figures !== null && (figures.planned !== null || figures.disbursed !== null);
  const { heading, headingWithFigures } = messages.overview.funding;
  return (
    <OverviewSection
      name="funding"
      heading={known ? headingWithFigures : heading}
      queries={[plan, funding]}
    >
      {plan.data &&
        figures &&
        (known ? (
          <>
            <FundingCharts sources={plan.data.fundingSources} figures={figures} />
            <FundingRows view={view} />
          </>
        ) : (
          <SourceList plan={plan.data} />
        ))}
    </OverviewSection>
  );
}
