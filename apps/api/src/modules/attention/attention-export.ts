import type { AttentionExportQuery } from '@ocop/contracts';
import { attentionDue, attentionNextStep, attentionSentence, type AttentionItem } from '@ocop/domain';
import { messages } from '../../platform/exports/messages.js';
import { filterLines, type TableExport } from '../../platform/exports/table-export.js';
import type { PlanView } from '../plans/plan-view.js';

const words = messages.columns;

/** What waits, as a table to be sent, most urgent first. */
export function attentionExport(all: readonly AttentionItem[], { plan, asOf }: PlanView, query: Omit<AttentionExportQuery, 'format'>): TableExport<AttentionItem> {
  const { urgency, subject: topic } = query;
  const rows = all.filter((item) => (urgency === undefined || item.urgency === urgency) && (topic === undefined || item.subject.type === topic));
  return {
    id: 'attention', permission: 'indicators.read', title: messages.tables.attention(plan.year), asOf, plan, query, total: rows.length,
    provenance: filterLines([[words.urgency, urgency && messages.urgencies[urgency]], [words.topic, topic && messages.topics[topic]]]),
    columns: [
      { header: words.urgency, kind: 'text', width: 14, value: (item) => messages.urgencies[item.urgency] },
      { header: words.topic, kind: 'text', value: ({ subject }) => messages.topics[subject.type] },
      { header: words.label, kind: 'text', width: 64, value: (item) => attentionSentence(item) },
      { header: words.unitName, kind: 'text', value: ({ subject }) => ('unitName' in subject ? subject.unitName : null) },
      { header: words.dueOn, kind: 'day', value: ({ dueOn }) => dueOn },
      { header: words.daysLeft, kind: 'whole', width: 12, value: ({ daysLeft }) => daysLeft },
      { header: words.due, kind: 'text', width: 36, value: (item) => attentionDue(item) },
      { header: words.nextStep, kind: 'text', width: 44, value: (item) => attentionNextStep(item) },
    ],
    rows,
  };
}
