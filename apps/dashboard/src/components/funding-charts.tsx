import type { CumulativeLinesDefinition, GroupedBarsBySourceDefinition, SourceAmounts } from '@ocop/charts';
import { useMemo } from 'react';
import { millionText } from '../lib/figure-text.js';
import type { FundingFigures } from '../lib/funding-figures.js';
import { useLanguage } from '../lib/language.js';
import { ChartPanel } from './chart-panel.js';
import './funding-charts.css';

const ORDERS: readonly SourceAmounts['order'][] = [1, 2, 3, 4, 5, 6];

interface FundingChartsProps {
  /** In the order of the plan. */
  sources: readonly { code: string; name: string }[];
  figures: FundingFigures;
}

/** What is planned and disbursed by source, and disbursement over the year against what is planned (clause IV). */
export function FundingCharts({ sources, figures }: FundingChartsProps) {
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
      sources: sources.slice(0, ORDERS.length).map(({ code, name }, index) => ({
        id: code,
        name,
        order: ORDERS[index] ?? 6,
        planned: figures.bySource.get(code)?.planned?.toString() ?? null,
        disbursed: figures.bySource.get(code)?.disbursed?.toString() ?? null,
      })),
    }),
    [sources, figures, words, missing],
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
    <div className="funding-charts">
      <ChartPanel definition={bars} />
      {figures.disbursed !== null && <ChartPanel definition={lines} />}
    </div>
  );
}
