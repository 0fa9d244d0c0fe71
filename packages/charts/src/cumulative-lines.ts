import type { LineSeriesOption } from 'echarts';
import type { ChartSeries, CumulativeLinesDefinition } from './chart-definition.js';
import { chartHeader, labelStyle, labelWidth, lineHeight, seriesColour, textElement, valueText, type Frame } from './chart-frame.js';
import type { ChartParts } from './chart-parts.js';
import { positionOf } from './chart-value.js';
import { wrapText } from './text-layout.js';

const plotHeight = 200;

const lastKnown = (series: ChartSeries): number => series.values.findLastIndex((value) => value !== null);

/** Names the months without a figure, up to the last one that has it: a gap in a line is said in words. */
function gapNote(definition: CumulativeLinesDefinition, series: ChartSeries): string | null {
  const last = lastKnown(series);
  if (last < 0) return `${series.name}: ${definition.missing}`;
  const absent = definition.months.filter((_, month) => month < last && (series.values[month] ?? null) === null);
  return absent.length === 0 ? null : `${series.name}: ${definition.missing} (${absent.join(', ')})`;
}

function endLabelLines(definition: CumulativeLinesDefinition, frame: Frame, series: ChartSeries): string[] {
  const value = series.values[lastKnown(series)] ?? null;
  const text = `${series.name} ${valueText(definition, frame, value)}`;
  return value === null ? [] : wrapText(text, frame.width * 0.28, (line) => labelWidth(frame, line));
}

function lineSeries(definition: CumulativeLinesDefinition, frame: Frame): LineSeriesOption[] {
  return definition.series.map((series, index): LineSeriesOption => {
    const color = seriesColour(frame, series, index);
    const last = lastKnown(series);
    const text = endLabelLines(definition, frame, series).join('\n');
    return {
      id: series.id,
      name: series.name,
      type: 'line',
      connectNulls: false,
      symbol: 'circle',
      showAllSymbol: true,
      itemStyle: { color },
      lineStyle: { color, width: 2 },
      emphasis: { disabled: true },
      labelLayout: { moveOverlap: 'shiftY' },
      data: definition.months.map((_, month) => ({
        value: positionOf(series.values[month] ?? null) ?? '-',
        symbolSize: month === last ? 7 : 4,
        label: {
          show: month === last,
          position: 'right' as const,
          distance: 6,
          formatter: () => text,
          ...labelStyle(frame, frame.tokens.ink),
        },
      })),
    };
  });
}

function targetSeries(definition: CumulativeLinesDefinition, frame: Frame): LineSeriesOption[] {
  const position = positionOf(definition.target?.value ?? null);
  if (definition.target === undefined || position === null) return [];
  const text = `${definition.target.label} ${valueText(definition, frame, definition.target.value)}`;
  const { accent } = frame.tokens;
  return [
    {
      id: 'target',
      name: definition.target.label,
      type: 'line',
      symbol: 'none',
      silent: true,
      lineStyle: { color: accent, width: 1.5, type: [4, 3] },
      data: definition.months.map(() => position),
    },
    {
      id: 'target-words',
      type: 'line',
      silent: true,
      symbol: 'circle',
      symbolSize: 0.01,
      itemStyle: { color: accent },
      data: [
        {
          value: position,
          label: { show: true, position: [4, -lineHeight - 2], align: 'left', formatter: () => text, ...labelStyle(frame, accent) },
        },
      ],
    },
  ];
}

/** Lines over months from a zero baseline, each named at its last figure; the target as a dashed line with its words. */
export function cumulativeLinesParts(definition: CumulativeLinesDefinition, frame: Frame): ChartParts {
  const { ink, inkMuted, line } = frame.tokens;
  const positions = [...definition.series.flatMap(({ values }) => values), definition.target?.value ?? null].map(positionOf);
  const known = positions.filter((position) => position !== null);
  const isEmpty = definition.series.every((series) => lastKnown(series) < 0);
  const notes = definition.series.map((series) => gapNote(definition, series)).filter((note) => note !== null);
  const header = chartHeader(definition, frame, [], isEmpty ? [] : notes);
  const top = header.height + lineHeight;
  const tick = (value: number): string =>
    valueText(definition, frame, definition.valueFormat === 'million-dong' ? BigInt(Math.round(value)).toString() : value);
  const left = Math.max(...known.concat(0).map((value) => labelWidth(frame, tick(value)))) + 8;
  const right = Math.max(12, ...definition.series.flatMap((s) => endLabelLines(definition, frame, s)).map((t) => labelWidth(frame, t) + 12));
  const slot = Math.max(1, frame.width - left - right) / Math.max(1, definition.months.length - 1);
  const widest = Math.max(0, ...definition.months.map((month) => labelWidth(frame, month)));
  const step = Math.max(1, Math.ceil((widest + 8) / slot));
  const empty = isEmpty ? [textElement(frame, definition.missing, { x: left + 8, y: top + plotHeight / 2 - 8 }, inkMuted)] : [];
  return {
    elements: [...header.elements, ...empty],
    grid: { top, bottom: 28, left, right },
    height: top + plotHeight + 28,
    xAxis: {
      type: 'category',
      data: [...definition.months],
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { show: true, onZero: true, lineStyle: { color: ink, width: 1 } },
      axisLabel: { ...labelStyle(frame, inkMuted), interval: (index: number) => index % step === 0, margin: 8 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(known.length === 0 ? { max: 1 } : {}),
      ...(definition.valueFormat === 'integer' ? { minInterval: 1 } : {}),
      splitNumber: 4,
      axisTick: { show: false },
      axisLine: { show: false },
      splitLine: { show: true, lineStyle: { color: line, width: 1 } },
      axisLabel: { ...labelStyle(frame, inkMuted), show: known.length > 0, margin: 8, formatter: tick },
    },
    series: [...lineSeries(definition, frame), ...targetSeries(definition, frame)],
  };
}
