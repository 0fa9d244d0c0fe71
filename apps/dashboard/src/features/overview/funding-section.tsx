import type { CumulativeLinesDefinition, GroupedBarsBySourceDefinition, SourceAmounts } from '@ocop/charts';
import type { PlanDetail } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ChartPanel } from '../../components/chart-panel.js';
import { millionText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import type { PlanView } from '../../lib/plan-view.js';
import { fundingFigures, type FundingFigures } from './funding-figures.js';
import { OverviewSection } from './overview-section.js';
import type { Overview } from './use-overview.js';

const ORDERS: readonly SourceAmounts['order'][] = [1, 2, 3, 4, 5, 6];

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
    </p>
  );
}

function FundingCharts({ plan, figures, view }: { plan: PlanDetail; figures: FundingFigures; view: PlanView }) {
  const { messages, locale } = useLanguage();
  const words = messages.overview.funding;
  const { missing } = messages;
  const bars = useMemo(
    (): GroupedBarsBySourceDefinition => ({
      kind: 'grouped-bars-by-source',
      title: words.heading,
      description: words.chartDescription,
      valueFormat: 'million-dong',
      unit: words.unit,
      missing,
      categoryLabel: words.source,
      plannedLabel: words.planned,
      disbursedLabel: words.disbursed,
      sources: plan.fundingSources.slice(0, ORDERS.length).map(({ code, name }, index) => ({
        id: code,
        name,
        order: ORDERS[index] ?? 6,
        planned: figures.bySource.get(code)?.planned?.toString() ?? null,
        disbursed: figures.bySource.get(code)?.disbursed?.toString() ?? null,
      })),
    }),
    [plan, figures, words, missing],
  );
  const lines = useMemo((): CumulativeLinesDefinition => {
    const amount = (dong: bigint | null) => (dong === null ? missing : millionText(dong, locale));
    return {
      kind: 'cumulative-lines',
      title: words.cumulativeHeading,
      description: words.cumulativeDescription(amount(figures.disbursed), amount(figures.planned)),
      valueFormat: 'million-dong',
      unit: words.unit,
      missing,
      categoryLabel: words.month,
      months: figures.cumulative.map((_, index) => words.monthName(index + 1)),
      series: [
        {
          id: 'disbursed',
          name: words.cumulativeSeries,
          colour: 'accent',
          values: figures.cumulative.map((dong) => dong?.toString() ?? null),
        },
      ],
      ...(figures.planned === null ? {} : { target: { value: figures.planned.toString(), label: words.targetLine } }),
    };
  }, [figures, words, missing, locale]);
  return (
    <>
      <div className="funding-charts">
        <ChartPanel definition={bars} />
        {figures.disbursed !== null && <ChartPanel definition={lines} />}
      </div>
      <FundingRows view={view} />
    </>
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
        (known ? <FundingCharts plan={plan.data} figures={figures} view={view} /> : <SourceList plan={plan.data} />)}
    </OverviewSection>
  );
}
