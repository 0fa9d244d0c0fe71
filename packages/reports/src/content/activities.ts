import { countInText, formatDay } from '@ocop/domain';
import type { ReportSnapshot, SnapshotActivity } from '../snapshot.js';
import { activityWords as words } from './messages/activities.js';

/** More sentences than a person cares to take one by one are counted. */
const SUGGESTED = 12;

/** Its last day when it took more than one; null otherwise. */
export const lastDayOf = ({ heldOn, endedOn }: SnapshotActivity): string | null => (endedOn === null || endedOn === heldOn ? null : formatDay(endedOn));

/** "45 lượt người"; null = not counted. */
export const participantsOf = ({ participants }: SnapshotActivity): string | null => (participants === null ? null : words.participants(countInText(participants)));

/** Those of a work area, by its number in the plan. */
export const activitiesOf = ({ activities = [] }: ReportSnapshot, workArea: number): SnapshotActivity[] => activities.filter((one) => one.workArea === workArea);

/** What was done in a work area (section III of the plan): a sentence each, none when nothing is on record. */
export const activitySentences = (snapshot: ReportSnapshot, workArea: number): string[] =>
  activitiesOf(snapshot, workArea).map((one) => words.sentence({ ...one, first: formatDay(one.heldOn), last: lastDayOf(one), participants: participantsOf(one) }));

/** The same sentences; of many the first, and how many more there are. */
export function activitySuggestions(snapshot: ReportSnapshot, workArea: number): string[] {
  const all = activitySentences(snapshot, workArea);
  return all.length <= SUGGESTED ? all : [...all.slice(0, SUGGESTED), words.more(countInText(all.length - SUGGESTED))];
}
