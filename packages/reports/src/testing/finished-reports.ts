import { composeProgressReport } from '../content/compose-progress-report.js';
import type { ReportModel } from '../model.js';
import { longModel } from './long-model.js';
import { filledSnapshot, planSnapshot } from './plan-1227.js';

const year = planSnapshot('FY', '2024-12-14');
/** After the last round nothing waits for one. */
const yearOver = { ...year, outcomes: { ...year.outcomes, candidates: { count: 0, atHigherLevel: 0 } } };

/** Reports whose files are measured whole, as they are issued: numbered, dated, not a draft. */
export const finishedReports: readonly (readonly [name: string, model: ReportModel])[] = [
  ['the report of six months', composeProgressReport({ ...planSnapshot(), issue: { number: '05/BC-UBND', day: '2024-07-05' } }, { id: 5 })],
  ['the report of a year', composeProgressReport({ ...yearOver, issue: { number: '112/BC-UBND', day: '2024-12-16' } }, { id: 112 })],
  ['the report of a year with every figure', composeProgressReport(filledSnapshot(), { id: 123_456_789 })],
  ['a report of many pages with a wide appendix', longModel()],
];
