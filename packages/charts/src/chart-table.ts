import type { ChartDefinition, ChartLocale, ChartValue } from './chart-definition.js';
import { formatChartValue } from './chart-value.js';

export interface ChartTable {
  readonly columns: string[];
  readonly rows: string[][];
}

/** The same figures as the chart, as text in rows and columns; a missing figure is the definition's own words for it. */
export function chartTable(definition: ChartDefinition, locale: ChartLocale = 'vi'): ChartTable {
  const cell = (value: ChartValue | undefined): string =>
    value === null || value === undefined ? definition.missing : formatChartValue(value, definition.valueFormat, locale);
  const heading = (name: string): string => (definition.unit === '' ? name : `${name} (${definition.unit})`);
  switch (definition.kind) {
    case 'stacked-bars':
    case 'cumulative-lines': {
      const names = definition.kind === 'stacked-bars' ? definition.categories : definition.months;
      const target = definition.kind === 'cumulative-lines' ? definition.target : undefined;
      return {
        columns: [
          definition.categoryLabel,
          ...definition.series.map(({ name }) => heading(name)),
          ...(target ? [heading(target.label)] : []),
        ],
        rows: names.map((name, index) => [
          name,
          ...definition.series.map(({ values }) => cell(values[index])),
          ...(target ? [cell(target.value)] : []),
        ]),
      };
    }
    case 'grouped-bars-by-source':
      return {
        columns: [definition.categoryLabel, heading(definition.plannedLabel), heading(definition.disbursedLabel)],
        rows: definition.sources.map(({ name, planned, disbursed }) => [name, cell(planned), cell(disbursed)]),
      };
    default:
      return definition satisfies never;
  }
}
