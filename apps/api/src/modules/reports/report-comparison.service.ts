import type { ReportComparison, ReportFigureList, ReportFigureRows } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { findReport, snapshotOf } from './report.queries.js';
import { factsEnteredSince } from './report-comparison.queries.js';
import { ReportsService } from './reports.service.js';

/** The figures of a kept report, and what they would be now. */
@Injectable()
export class ReportComparisonService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: ReportsService,
  ) {}

  /** Every figure as frozen, and by which law and formulas it was computed. @throws AppError not-found */
  async listFigures(viewer: Viewer, id: number): Promise<ReportFigureList> {
    authorize(viewer, 'reports.read');
    await findReport(this.dataSource, viewer.units, id);
    const [snapshot, { appendixOfPart, figuresOf }] = await Promise.all([snapshotOf(this.dataSource, id), import('@ocop/reports')]);
    const items = figuresOf(snapshot).map(({ key, name, value, part, rows }) => ({ key, name, value, part, appendix: appendixOfPart(snapshot, part), rows: rows?.length ?? null }));
    const { provenance } = snapshot;
    return { items, total: items.length, basis: provenance === undefined ? null : { law: provenance.law, formulas: provenance.formulas } };
  }

  /** The rows behind a figure, as frozen with it. @throws AppError not-found, also for a figure that the report does not have */
  async listFigureRows(viewer: Viewer, id: number, key: string): Promise<ReportFigureRows> {
    authorize(viewer, 'reports.read');
    await findReport(this.dataSource, viewer.units, id);
    const { figuresOf } = await import('@ocop/reports');
    const figure = figuresOf(await snapshotOf(this.dataSource, id)).find((one) => one.key === key);
    if (figure === undefined) throw new AppError('not-found', messages.reportFigureNotFound);
    const { name, value, measure, sum, rows } = figure;
    const items = [...(rows ?? [])];
    return { key, name, value, measure, sum, kept: rows !== null, items, total: items.length };
  }

  /**
   * The report against the same day as it is known now: which figures differ, and what was entered or taken back since.
   * @throws AppError not-found, forbidden for who sees some units of the plan only
   */
  async compare(viewer: Viewer, id: number): Promise<ReportComparison> {
    authorize(viewer, 'reports.read');
    const report = await findReport(this.dataSource, viewer.units, id);
    const { asOf, createdAt } = report;
    const [kept, now, { compareFigures }] = await Promise.all([snapshotOf(this.dataSource, id), this.reports.takeAgain(viewer, report), import('@ocop/reports')]);
    const items = compareFigures(kept, now.snapshot).map(({ name, before, after }) => ({ name, before, after }));
    const entries = items.length === 0 ? [] : await factsEnteredSince(this.dataSource, now.planId, now.snapshot.period.firstDay, asOf, createdAt);
    return { asOf, items, total: items.length, entries };
  }
}
