import type { GroupedBarsBySourceDefinition, SourceAmounts } from './chart-definition.js';
import { chartHeader, labelStyle, valueText, type Frame } from './chart-frame.js';
import { positionOf } from './chart-value.js';
import type { BarParts, BarSeries } from './chart-parts.js';
import { layOutNameBars, nameAxis, valueAxis } from './name-bars.js';

const outlineWidth = 18;
const fillWidth = 8;

/** "120 / 350", what is disbursed before what is planned, a missing one in words; both missing are said once. */
function sourceFigure(definition: GroupedBarsBySourceDefinition, frame: Frame, { planned, disbursed }: SourceAmounts): string {
  if (planned === null && disbursed === null) return definition.missing;
  return `${valueText(definition, frame, disbursed)} / ${valueText(definition, frame, planned)}`;
}

/** One bar per source: the planned amount as an outline, the disbursed amount as a narrower fill inside it. */
export function sourceBarsParts(definition: GroupedBarsBySourceDefinition, frame: Frame): BarParts {
  const { sources } = definition;
  const names = sources.map(({ name }) => name);
  const { ink, inkMuted, surface } = frame.tokens;
  const header = chartHeader(definition, frame, [
    { name: definition.disbursedLabel, fill: ink },
    { name: definition.plannedLabel, fill: surface, outline: ink },
  ]);
  const bars = sources.map((source) => ({
    name: source.name,
    figure: sourceFigure(definition, frame, source),
    end: Math.max(positionOf(source.planned) ?? 0, positionOf(source.disbursed) ?? 0),
  }));
  const layout = layOutNameBars(frame, bars);
  const colourOf = ({ order }: SourceAmounts): string => frame.tokens.sources[order - 1] ?? ink;
  const planned: BarSeries = {
    id: 'planned',
    name: definition.plannedLabel,
    type: 'bar',
    barWidth: outlineWidth,
    emphasis: { disabled: true },
    data: sources.map((source) => ({
      value: positionOf(source.planned) ?? '-',
      itemStyle: { color: surface, borderColor: colourOf(source), borderWidth: 1.5 },
    })),
  };
  const disbursed: BarSeries = {
    id: 'disbursed',
    name: definition.disbursedLabel,
    type: 'bar',
    yAxisIndex: 1,
    barWidth: fillWidth,
    barGap: '-100%',
    z: 3,
    emphasis: { disabled: true },
    data: sources.map((source) => ({
      value: positionOf(source.disbursed) ?? '-',
      itemStyle: { color: colourOf(source) },
    })),
  };
  const figures: BarSeries = {
    id: 'figures',
    type: 'bar',
    yAxisIndex: 1,
    barWidth: fillWidth,
    barGap: '-100%',
    silent: true,
    itemStyle: { color: 'transparent' },
    data: sources.map((source, index) => ({
      value: bars[index]?.end ?? 0,
      label: {
        show: true,
        position: 'right' as const,
        distance: 6,
        formatter: () => layout.valueLines[index] ?? '',
        ...labelStyle(frame, source.planned === null && source.disbursed === null ? inkMuted : ink),
      },
    })),
  };
  return {
    kind: 'bars',
    elements: header.elements,
    grid: { top: header.height, bottom: 4, left: layout.left, right: layout.right },
    height: header.height + layout.height + 4,
    xAxis: valueAxis(layout),
    yAxis: [nameAxis(frame, names, layout), { type: 'category', data: names, inverse: true, show: false }],
    series: [planned, disbursed, figures],
  };
}
