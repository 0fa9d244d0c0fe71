import type { Day } from './day.js';
import { isInTime } from './deadline.js';

export const COMMUNE_REPORT_STATES = ['in-time', 'late', 'missing'] as const;
/** How a commune's report of a period stands (clause V.4). */
export type CommuneReportState = (typeof COMMUNE_REPORT_STATES)[number];

/** @param receivedOn null = not received; `before` itself is late */
export function communeReportState(receivedOn: Day | null, before: Day): CommuneReportState {
  if (receivedOn === null) return 'missing';
  return isInTime(receivedOn, before) ? 'in-time' : 'late';
}
