import { inkOn } from './contrast.js';
import type { ChartValue, StackedBarsDefinition } from './chart-definition.js';
import { chartHeader, labelStyle, labelWidth, seriesColour, valueText, type Frame } from './chart-frame.js';
import { positionOf, sumOf } from './chart-value.js';
import type { BarParts, BarSeries } from './chart-parts.js';
import { layOutNameBars, nameAxis, valueAxis } from './name-bars.js';

const barWidth = 16;

const rowValues = (definition: StackedBarsDefinition, index: number): ChartValue[] =>
  definition.series.map((series) => series.values[index] ?? null);

/** The figure at the end of a bar: the sum of what is known, and in words whatever part of it is missing. */
function rowFigure(definition: StackedBarsDefinition, frame: Frame, index: number): string {
  const values = rowValues(definition, index);
  const total = sumOf(values);
  if (total === null) return definition.missing;
  const absent = definition.series.filter((_, at) => values[at] === null).map(({ name }) => name);
  const figure = valueText(definition, frame, total);
  return absent.length === 0 ? figure : `${figure} (${absent.join(', ')}: ${definition.missing})`;
}

function barSeries(definition: StackedBarsDefinition, frame: Frame, pixelsPerUnit: number): BarSeries[] {
  return definition.series.map((series, index): BarSeries => {
    const fill = seriesColour(frame, series, index);
    return {
      id: series.id,
      name: series.name,
      type: 'bar',
      stack: 'all',
      barWidth,
      itemStyle: { color: fill, borderColor: frame.tokens.surface },
      emphasis: { disabled: true },
      data: definition.categories.map((_, at) => {
        const value = series.values[at] ?? null;
        const position = positionOf(value);
        const isPart = definition.series.some((other) => other !== series && (positionOf(other.values[at] ?? null) ?? 0) !== 0);
        const text = valueText(definition, frame, value);
        const length = (position ?? 0) * pixelsPerUnit;
        const fits = position !== null && length >= labelWidth(frame, text) + 6;
        return {
          value: position ?? '-',
          // The border parts one segment from the next; a very short segment would be lost under it.
          itemStyle: { borderWidth: isPart && length >= 4 ? 1 : 0 },
          label: { show: isPart && fits, position: 'inside' as const, formatter: () => text, ...labelStyle(frame, inkOn(fill)) },
        };
      }),
    };
  });
}

/** Horizontal stacked bars: each segment with its figure where it has room, each bar with its sum. */
export function stackedBarsParts(definition: StackedBarsDefinition, frame: Frame): BarParts {
  const key = definition.series.map((series, index) => ({ name: series.name, fill: seriesColour(frame, series, index) }));
  const header = chartHeader(definition, frame, key.length > 1 ? key : []);
  const totals = definition.categories.map((_, index) => positionOf(sumOf(rowValues(definition, index))));
  const layout = layOutNameBars(
    frame,
    definition.categories.map((name, index) => ({ name, figure: rowFigure(definition, frame, index), end: totals[index] ?? 0 })),
  );
  const figureSeries: BarSeries = {
    id: 'figures',
    type: 'bar',
    stack: 'all',
    barWidth,
    silent: true,
    data: totals.map((total, index) => ({
      value: 0,
      label: {
        show: true,
        position: 'right' as const,
        formatter: () => layout.valueLines[index] ?? '',
        ...labelStyle(frame, total === null ? frame.tokens.inkMuted : frame.tokens.ink),
      },
    })),
  };
  return {
    kind: 'bars',
    elements: header.elements,
    grid: { top: header.height, bottom: 4, left: layout.left, right: layout.right },
    height: header.height + layout.height + 4,
    xAxis: valueAxis(layout),
    yAxis: [nameAxis(frame, definition.categories, layout)],
    series: [...barSeries(definition, frame, layout.largest > 0 ? layout.plotWidth / layout.largest : 0), figureSeries],
  };
}
