import type { ChartSeries, CumulativeLinesDefinition } from './chart-definition.js';
import { chartHeader, labelStyle, labelWidth, lineHeight, seriesColour, textElement, valueText, type Frame } from './chart-frame.js';
import type { AmountAxis, LineParts, LineSeries, MonthAxis } from './chart-parts.js';
import { positionOf } from './chart-value.js';
import { readableOn } from './contrast.js';
import { endLabelOffsets, endLabelRoom, endLabels, lastKnown, type EndLabels } from './end-labels.js';
import { zeroBasedScale, type Scale } from './zero-based-scale.js';

const leastPlotHeight = 200;
const monthsHeight = 28;

/** Says a gap in words: the months without a figure up to the last one that has it, or that there is no figure at all. */
function gapNote(definition: CumulativeLinesDefinition, series: ChartSeries): string | null {
  const last = lastKnown(series);
  if (last < 0) return `${series.name}: ${definition.missing}`;
  const absent = definition.months.filter((_, month) => month < last && (series.values[month] ?? null) === null);
  return absent.length === 0 ? null : `${series.name}: ${definition.missing} (${absent.join(', ')})`;
}

function notesOf(definition: CumulativeLinesDefinition): string[] {
  const { target, series, missing } = definition;
  const targetNote = target !== undefined && target.value === null ? `${target.label}: ${missing}` : null;
  return [...series.map((each) => gapNote(definition, each)), targetNote].filter((note) => note !== null);
}

function lineSeries(definition: CumulativeLinesDefinition, frame: Frame, labels: EndLabels, offsets: readonly number[]): LineSeries[] {
  return definition.series.map((series, index): LineSeries => {
    const color = seriesColour(frame, series, index);
    const last = lastKnown(series);
    const text = (labels.lines[index] ?? []).join('\n');
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
      data: definition.months.map((_, month) => ({
        value: positionOf(series.values[month] ?? null) ?? '-',
        symbolSize: month === last ? 7 : 4,
        label: {
          show: month === last,
          position: 'right' as const,
          distance: 6,
          offset: [0, offsets[index] ?? 0] satisfies [number, number],
          formatter: () => text,
          ...labelStyle(frame, readableOn(frame.tokens.surface, color, frame.tokens.ink)),
        },
      })),
    };
  });
}

/** The target as a dashed line with its words over its beginning, where a cumulative line is still low. */
function targetSeries(definition: CumulativeLinesDefinition, frame: Frame): LineSeries[] {
  const position = positionOf(definition.target?.value ?? null);
  if (definition.target === undefined || position === null) return [];
  const text = `${definition.target.label} ${valueText(definition, frame, definition.target.value)}`;
  const { accent } = frame.tokens;
  const words = { show: true, position: [4, -lineHeight - 2] satisfies [number, number], align: 'left' as const, formatter: () => text };
  return [
    {
      id: 'target',
      name: definition.target.label,
      type: 'line',
      symbol: 'none',
      silent: true,
      lineStyle: { color: accent, width: 1.5, type: [4, 3] },
      data: definition.months.map(() => ({ value: position })),
    },
    {
      id: 'target-words',
      type: 'line',
      silent: true,
      symbol: 'circle',
      // A label hangs on a symbol; this one is too small to be seen.
      symbolSize: 0.01,
      itemStyle: { color: accent },
      data: [{ value: position, label: { ...words, ...labelStyle(frame, accent) } }],
    },
  ];
}

function monthAxis(definition: CumulativeLinesDefinition, frame: Frame, everyMonths: number): MonthAxis {
  return {
    type: 'category',
    data: [...definition.months],
    boundaryGap: false,
    axisTick: { show: false },
    axisLine: { show: true, onZero: true, lineStyle: { color: frame.tokens.ink, width: 1 } },
    axisLabel: { ...labelStyle(frame, frame.tokens.inkMuted), interval: (index: number) => index % everyMonths === 0, margin: 8 },
  };
}

function amountAxis(frame: Frame, scale: Scale, hasScale: boolean, tick: (value: number) => string): AmountAxis {
  return {
    type: 'value',
    min: 0,
    max: scale.max,
    interval: scale.interval,
    axisTick: { show: false },
    axisLine: { show: false },
    splitLine: { show: hasScale, lineStyle: { color: frame.tokens.line, width: 1 } },
    axisLabel: { ...labelStyle(frame, frame.tokens.inkMuted), show: hasScale, margin: 8, formatter: tick },
  };
}

/** Lines over months from a zero baseline, each with its words at its last figure, and the target they are judged by. */
export function cumulativeLinesParts(definition: CumulativeLinesDefinition, frame: Frame): LineParts {
  const { series, months, valueFormat, target } = definition;
  const known = [...series.flatMap(({ values }) => values), target?.value ?? null]
    .map(positionOf)
    .filter((position) => position !== null);
  const hasScale = known.length > 0;
  const isEmpty = series.every((each) => lastKnown(each) < 0);
  const labels = endLabels(definition, frame, leastPlotHeight);
  const key = series.map((each, index) => ({ name: each.name, fill: seriesColour(frame, each, index) }));
  const header = chartHeader(definition, frame, labels.named || isEmpty ? [] : key, isEmpty ? [] : notesOf(definition));
  const top = header.height + lineHeight;
  const plotHeight = Math.max(leastPlotHeight, (frame.height ?? 0) - top - monthsHeight);
  const scale = zeroBasedScale(Math.max(0, ...known), valueFormat);
  const tick = (value: number): string =>
    valueText(definition, frame, valueFormat === 'million-dong' ? BigInt(Math.round(value)).toString() : value);
  const monthWidth = Math.max(0, ...months.map((month) => labelWidth(frame, month)));
  const tickWidth = hasScale ? Math.max(labelWidth(frame, tick(scale.max)), labelWidth(frame, tick(scale.interval))) : 0;
  const left = Math.max(tickWidth + 8, Math.ceil(monthWidth / 2));
  const right = Math.max(Math.ceil(monthWidth / 2), endLabelRoom(definition, frame, labels, left));
  const slot = Math.max(1, frame.width - left - right) / Math.max(1, months.length - 1);
  const inPlot = { x: left + 8, y: top + plotHeight / 2 - lineHeight / 2 };
  const empty = isEmpty ? [textElement(frame, definition.missing, inPlot, frame.tokens.inkMuted)] : [];
  return {
    kind: 'lines',
    elements: [...header.elements, ...empty],
    grid: { top, height: plotHeight, left, right },
    height: top + plotHeight + monthsHeight,
    xAxis: monthAxis(definition, frame, Math.max(1, Math.ceil((monthWidth + 8) / slot))),
    yAxis: amountAxis(frame, scale, hasScale, tick),
    series: [
      ...lineSeries(definition, frame, labels, endLabelOffsets(definition, labels, scale.max, plotHeight)),
      ...targetSeries(definition, frame),
    ],
  };
}
