import { auditActionWords, auditSubjectWords, type AuditEntry, type AuditFilters } from '@ocop/contracts';
import { formatDay } from '@ocop/domain';
import { messages } from '../errors/messages.js';
import { messages as exportMessages } from '../exports/messages.js';
import { filterLines, type TableExport } from '../exports/table-export.js';

const { columns: headers } = messages.audit;
const { columns: words, tables } = exportMessages;

const json = (facts: AuditEntry['after']): string | null => facts && JSON.stringify(facts);

/** The trail as a table to be sent: codes for programs, words for people beside them (ASVS 16.2.4). */
export function auditExport(filters: AuditFilters, total: number, rows: AsyncIterable<AuditEntry>): TableExport<AuditEntry> {
  const { search, from, to, account, action, subject, subjectId } = filters;
  return {
    id: 'audit', permission: 'audit.export', title: tables.audit, asOf: null, plan: null, query: filters, total, rows,
    provenance: filterLines([
      [words.search, search],
      [words.from, from && formatDay(from)],
      [words.to, to && formatDay(to)],
      [headers.accountName, account],
      [headers.action, action && auditActionWords[action]],
      [headers.subjectWords, subject && auditSubjectWords[subject]],
      [headers.subjectId, subjectId],
    ]),
    columns: [
      { header: headers.no, kind: 'whole', value: ({ no }) => no },
      { header: headers.happenedAt, kind: 'instant', value: ({ happenedAt }) => happenedAt },
      { header: headers.accountName, kind: 'text', width: 18, value: ({ accountName }) => accountName },
      { header: headers.origin, kind: 'text', width: 10, value: ({ origin }) => origin },
      { header: headers.address, kind: 'text', width: 16, value: ({ address }) => address },
      { header: headers.action, kind: 'text', value: ({ action: code }) => code },
      { header: headers.what, kind: 'text', width: 48, value: ({ action: code, subjectName }) => `${auditActionWords[code]} ${subjectName ?? ''}`.trim() },
      { header: headers.subject, kind: 'text', width: 14, value: ({ subject: code }) => code },
      { header: headers.subjectWords, kind: 'text', width: 18, value: ({ subject: code }) => auditSubjectWords[code] },
      { header: headers.subjectId, kind: 'text', width: 14, value: (entry) => entry.subjectId },
      { header: headers.subjectName, kind: 'text', width: 32, value: ({ subjectName }) => subjectName },
      { header: headers.before, kind: 'text', width: 40, value: ({ before }) => json(before) },
      { header: headers.after, kind: 'text', width: 40, value: ({ after }) => json(after) },
      { header: headers.reason, kind: 'text', width: 32, value: ({ reason }) => reason },
      { header: headers.requestId, kind: 'text', width: 38, value: ({ requestId }) => requestId },
      { header: headers.hash, kind: 'text', width: 66, value: ({ hash }) => hash },
    ],
  };
}
