import type { AuditAction, ExportFormat } from '@ocop/contracts';
import { searchKey } from '@ocop/domain';
import { Injectable, StreamableFile } from '@nestjs/common';
import { authorize, type Viewer } from '../access/viewer.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../clock/clock.js';
import { FILE_TYPES } from '../http/api-answer.js';
import { writeCsv } from './csv-file.js';
import { messages } from './messages.js';
import type { ProvenanceLine, TableExport } from './table-export.js';
import { writeXlsx } from './xlsx-file.js';

/** The name in letters that every program takes, and as it is written (RFC 6266, RFC 8187). */
function disposition(name: string, format: ExportFormat): string {
  const plain = searchKey(name).replaceAll(/[^a-z0-9]+/g, '-');
  const written = encodeURIComponent(`${name}.${format}`).replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}.${format}"; filename*=UTF-8''${written}`;
}

/** Sends tables as files. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** The whole table as a file, written while its rows are read. That it was asked for stands in the trail before the first byte. */
  async send<Row>(viewer: Viewer, format: ExportFormat, table: TableExport<Row>, action: AuditAction = 'table-exported'): Promise<StreamableFile> {
    authorize(viewer, table.permission);
    const { id, title, asOf, total, query } = table;
    await this.audit.recordAlone(viewer, { action, subject: 'table', subjectId: id, subjectName: action === 'table-exported' ? title : null, after: { ...query, format, rows: total } });
    const file = format === 'csv' ? writeCsv(table) : writeXlsx([{ name: null, table }], this.provenance(viewer, table));
    return new StreamableFile(file, { type: format === 'csv' ? `${FILE_TYPES.csv}; charset=utf-8` : FILE_TYPES.xlsx, disposition: disposition(messages.fileName(title, asOf ?? this.clock.today()), format) });
  }

  private provenance<Row>(viewer: Viewer, { title, plan, asOf, provenance }: TableExport<Row>): (rows: number) => ProvenanceLine[] {
    const words = messages.provenance;
    const exportedAt = this.clock.now().toISOString();
    return (rows) => [
      { label: words.title, kind: 'text', value: title },
      ...(plan?.demo === true ? [{ label: words.demo, kind: 'text', value: words.demoExplained } as const] : []),
      ...(plan === null ? [] : [{ label: words.plan, kind: 'text', value: plan.number } as const]),
      ...(asOf === null ? [] : [{ label: words.asOf, kind: 'day', value: asOf } as const]),
      ...provenance,
      { label: words.scope, kind: 'text', value: viewer.units === null ? words.wholeScope : words.ownScope },
      { label: words.rows, kind: 'whole', value: rows },
      { label: words.exportedAt, kind: 'instant', value: exportedAt },
      { label: words.exportedBy, kind: 'text', value: viewer.username },
    ];
  }
}
