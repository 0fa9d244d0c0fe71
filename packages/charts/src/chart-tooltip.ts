import type { TooltipComponentOption } from 'echarts';
import type { ChartDefinition } from './chart-definition.js';
import { labelStyle, type Frame } from './chart-frame.js';
import { chartTable } from './chart-table.js';

function pointedRow(params: unknown): number | null {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  if (typeof first !== 'object' || first === null || !('dataIndex' in first)) return null;
  return typeof first.dataIndex === 'number' ? first.dataIndex : null;
}

/** Shows the row of the table under the pointer. It is drawn as text, so that a name can never become markup. */
export function chartTooltip(definition: ChartDefinition, frame: Frame): TooltipComponentOption {
  const { columns, rows } = chartTable(definition, frame.locale);
  const { surface, line, ink, inkMuted } = frame.tokens;
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    transitionDuration: 0,
    axisPointer: { type: definition.kind === 'cumulative-lines' ? 'line' : 'none', lineStyle: { color: inkMuted, type: 'solid' } },
    backgroundColor: surface,
    borderColor: line,
    borderWidth: 1,
    padding: 8,
    textStyle: labelStyle(frame, ink),
    formatter: (params: unknown) => {
      const row = rows[pointedRow(params) ?? -1] ?? [];
      return row.map((cell, column) => (column === 0 ? cell : `${columns[column] ?? ''}: ${cell}`)).join('\n');
    },
  };
}
