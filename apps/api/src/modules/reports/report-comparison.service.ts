import type { ReportComparison } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
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

  /** Every figure as frozen. @throws AppError not-found */
  async listFigures(viewer: Viewer, id: number): Promise<{ items: { name: string; value: string | null }[]; total: number }> {
    authorize(viewer, 'reports.read');
    await findReport(this.dataSource, viewer.units, id);
    const { figuresOf } = await import('@ocop/reports');
    const items = figuresOf(await snapshotOf(this.dataSource, id)).map(({ name, value }) => ({ name, value }));
    return { items, total: items.length };
  }

  /**
   * The report against the same day as it is known now: which figures differ, and what was entered or taken back since.
   * @throws AppError not-found, forbidden for who sees some units of the plan only
   */
  async compare(viewer: Viewer, id: number): Promise<ReportComparison> {
    authorize(viewer, 'reports.read');
    const { year, period, asOf, createdAt } = await findReport(this.dataSource, viewer.units, id);
    const [kept, now, { compareFigures }] = await Promise.all([
      snapshotOf(this.dataSource, id), this.reports.snapshot(viewer, { year, period, asOf }), import('@ocop/reports'),
    ]);
    const items = compareFigures(kept, now.snapshot).map(({ name, before, after }) => ({ name, before, after }));
    const entries = items.length === 0 ? [] : await factsEnteredSince(this.dataSource, now.planId, asOf, createdAt);
    return { asOf, items, total: items.length, entries };
  }
}
