import type { AuditCheck, AuditEntry, AuditExportQuery, AuditFilters, AuditQuery } from '@ocop/contracts';
import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../access/viewer.js';
import { Clock } from '../clock/clock.js';
import { withRowScope } from '../database/row-scope.js';
import { messages } from '../errors/messages.js';
import { ExportsService } from '../exports/exports.service.js';
import { ChainCheck } from './audit-chain.js';
import { AuditSeals } from './audit-seals.js';
import { AuditService } from './audit.service.js';
import { auditExport } from './audit-export.js';
import { auditEntries, auditEntriesAfter, auditEntriesNow, chainedLinesAfter } from './audit.queries.js';

const DEFAULT_PAGE_SIZE = 50;
const READ_AT_ONCE = 2_000;

/** Reading the trail: search, export, and the proof that nothing was altered. */
@Injectable()
export class AuditTrailService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly seals: AuditSeals,
    private readonly exports: ExportsService,
  ) {}

  async listEntries(viewer: Viewer, { page, pageSize, ...filters }: AuditQuery): Promise<{ items: AuditEntry[]; total: number }> {
    authorize(viewer, 'audit.read');
    return auditEntries(this.dataSource, filters, page ?? 1, pageSize ?? DEFAULT_PAGE_SIZE);
  }

  /** Every matching line as a file, oldest first, with the words of the screen beside the codes. */
  async exportEntries(viewer: Viewer, { format, ...filters }: AuditExportQuery): Promise<StreamableFile> {
    authorize(viewer, 'audit.export');
    const { total, last } = await auditEntriesNow(this.dataSource, filters);
    return this.exports.send(viewer, format, auditExport(filters, total, this.lines(viewer, filters, last)), 'audit-exported');
  }

  /** Re-reads the whole trail against its chain and its seals, then seals what it found. */
  async check(viewer: Viewer): Promise<AuditCheck> {
    authorize(viewer, 'audit.read');
    // Who sees some lines only cannot tell whether others are gone.
    if (viewer.units !== null) await this.audit.refuse(viewer, 'audit.read', 'audit/check', messages.checkOfWholeTrail);
    const check = new ChainCheck(await this.seals.read());
    for (let after = '0'; ; ) {
      const lines = await chainedLinesAfter(this.dataSource, after, READ_AT_ONCE);
      for (const line of lines) check.add(line);
      const last = lines.at(-1);
      if (last === undefined) break;
      after = last.no;
    }
    const faults = check.finish();
    // A head that is in doubt is not noted as good.
    if (faults.length === 0) await this.seals.seal();
    return { entries: check.entries, head: check.head, faults, checkedAt: this.clock.now().toISOString() };
  }

  private async *lines(viewer: Viewer, filters: AuditFilters, last: number): AsyncGenerator<AuditEntry> {
    // The answer is sent after the request's own context ended.
    const read = (after: number) =>
      withRowScope(viewer.units ?? 'all', () => auditEntriesAfter(this.dataSource, filters, after, last, READ_AT_ONCE));
    for (let entries = await read(0); entries.length > 0; entries = await read(entries.at(-1)?.no ?? 0)) yield* entries;
  }
}
