import type { ReportText, WriteReportText } from '@ocop/contracts';
import { REPORT_SECTIONS, REQUIRED_SECTIONS, type ReportSection } from '@ocop/domain';
import type { ReportSnapshot } from '@ocop/reports';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { lock } from '../../platform/database/locks.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { writtenTexts } from './report-content.js';
import { findReport, snapshotOf } from './report.queries.js';
import { codeOf } from './typeset.js';

/** The parts of a report that people write, kept apart from what is computed. */
@Injectable()
export class ReportTextsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Every part in the order of the report, with what its facts suggest. @throws AppError not-found */
  async listTexts(viewer: Viewer, id: number): Promise<{ items: ReportText[]; total: number }> {
    authorize(viewer, 'reports.read');
    await findReport(this.dataSource, viewer.units, id);
    const [snapshot, written, { sectionName, suggestTexts }] = await Promise.all([snapshotOf(this.dataSource, id), writtenTexts(this.dataSource, id), import('@ocop/reports')]);
    const suggestions = suggestTexts(snapshot);
    const items = sectionsOf(snapshot).map((section) => {
      const { text = null, version = 0, writtenAt = null, writtenBy = null } = written.find((one) => one.section === section) ?? {};
      return { section, name: sectionName(section, snapshot), required: REQUIRED_SECTIONS.includes(section), text, version, writtenAt, writtenBy, suggestions: suggestions[section] ?? [] };
    });
    return { items, total: items.length };
  }

  /** @throws AppError not-found, invalid-input when it is no draft or cannot be printed, changed-meanwhile with how it stands */
  async write(viewer: Viewer, id: number, section: ReportSection, { text, version }: WriteReportText): Promise<ReportText> {
    authorize(viewer, 'reports.create');
    await this.refuseUnprintable(text);
    await findReport(this.dataSource, viewer.units, id);
    const { workAreas } = await snapshotOf(this.dataSource, id);
    if (!sectionsOf({ workAreas }).includes(section)) throw invalid('section', messages.sectionUnknown(workAreas.length));
    await this.dataSource.transaction(async (manager) => {
      await lock(manager, 'steps of a report', id);
      const report = await findReport(manager, viewer.units, id);
      if (report.state !== 'draft') throw invalid('id', messages.textsClosed(report.state));
      const before = (await writtenTexts(manager, id)).find((one) => one.section === section);
      if ((before?.version ?? 0) !== version) throw new AppError('changed-meanwhile', messages.changedMeanwhile, undefined, undefined, { text: before?.text ?? null, version: before?.version ?? 0 });
      await manager.query('insert into report_text (report_id, section, version, text, written_at, written_by) values ($1, $2, $3, $4, $5, $6)', [
        id, section, version + 1, text, this.clock.now(), viewer.accountId,
      ]);
      await this.audit.record(manager, viewer, {
        action: 'report-text-written', subject: 'report', subjectId: id, subjectName: `${report.year} ${report.period}`, before: { [section]: before?.text ?? null }, after: { [section]: text },
      });
    });
    const { items } = await this.listTexts(viewer, id);
    return items.find((one) => one.section === section) as ReportText;
  }

  private async refuseUnprintable(text: string): Promise<void> {
    const { unprintableIn } = await import('@ocop/reports');
    const character = await unprintableIn(text);
    if (character !== null) throw invalid('text', messages.unprintable(character, codeOf(character)));
  }
}

/** The parts of a report whose plan has so many work areas. */
const sectionsOf = ({ workAreas }: Pick<ReportSnapshot, 'workAreas'>): ReportSection[] =>
  REPORT_SECTIONS.filter((section) => !section.startsWith('area-') || Number(section.slice(-1)) <= workAreas.length);

const invalid = (path: string, sentence: string) => new AppError('invalid-input', sentence, [{ path, message: sentence }]);
