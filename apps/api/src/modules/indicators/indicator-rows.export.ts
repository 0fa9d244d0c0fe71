import type { IndicatorRow, IndicatorRows } from '@ocop/contracts';
import { domainMessages, INDICATOR_DEFINITIONS } from '@ocop/domain';
import { messages } from '../../platform/exports/messages.js';
import type { ExportColumn, TableExport } from '../../platform/exports/table-export.js';
import type { PlanView } from '../plans/plan-view.js';

const words = messages.columns;
const { indicatorUnits } = domainMessages.vi;

/** The rows behind a figure as a table to be sent; what a rate is made of is money. */
export function indicatorRowsExport({ id, year, asOf, value, items, total }: IndicatorRows, plan: PlanView['plan'], query: object): TableExport<IndicatorRow> {
  const { unit, clause } = INDICATOR_DEFINITIONS[id];
  const isRate = unit === 'percent';
  const counts = !isRate && unit !== 'dong';
  const role: ExportColumn<IndicatorRow> = { header: words.role, kind: 'text', value: (row) => messages.roles[row.role] };
  return {
    id: `indicators/${id}`, permission: 'indicators.read', title: messages.tables.indicator(id, year), asOf, plan, query, total,
    provenance: [
      { label: words.clause, kind: 'text', value: clause },
      { label: words.value(indicatorUnits[unit]), ...(unit === 'dong' ? { kind: 'money', value } : { kind: 'decimal', value }) },
    ],
    columns: [
      { header: words.label, kind: 'text', width: 44, value: ({ label }) => label },
      { header: words.detail, kind: 'text', width: 36, value: ({ detail }) => detail },
      { header: words.unitName, kind: 'text', value: ({ unitName }) => unitName },
      { header: words.happenedOn, kind: 'day', value: ({ happenedOn }) => happenedOn },
      { header: words.paper, kind: 'text', width: 32, value: ({ paper }) => paper },
      ...(isRate ? [role] : []),
      { header: words.contribution(counts ? indicatorUnits[unit] : indicatorUnits.dong), kind: 'money', value: ({ contribution }) => contribution },
    ],
    rows: items,
  };
}
