import { countInText, isAtHigherLevel, type ReportSection } from '@ocop/domain';
import type { ReportSnapshot } from '../snapshot.js';
import { activitySuggestions } from './activities.js';
import { suggestionWords as words } from './messages/suggestions.js';

type Suggestions = Partial<Record<ReportSection, string[]>>;

/** More than this are counted, and some named. */
const NAMED = 5;
const names = (found: readonly { productName: string }[]): string =>
  found.slice(0, NAMED).map(({ productName }) => productName).join('; ') + (found.length > NAMED ? '…' : '');

/** A sentence about some products; none when there is none. */
const about = (found: readonly { productName: string }[], say: (count: string, names: string) => string): string[] =>
  found.length === 0 ? [] : [say(countInText(found.length), names(found))];

function onTarget({ target: { value, minimum }, outcomes }: ReportSnapshot): { achieved: string[]; limits: string[] } {
  const achieved = about(outcomes?.newlyRecognised ?? [], words.achieved);
  if (value === null || minimum === null) return { achieved, limits: [] };
  const least = countInText(minimum);
  if (value >= minimum) return { achieved, limits: [] };
  return { achieved, limits: [value === 0 ? words.noneRecognised(least) : words.targetMissed(countInText(value), least)] };
}

function onReports({ communeReports: { received, expected, onTime } }: ReportSnapshot): { achieved: string[]; limits: string[]; tasks: string[] } {
  if (received === null || expected === 0) return { achieved: [], limits: [], tasks: [] };
  const missing = expected - received;
  const late = onTime === null ? 0 : received - onTime;
  return {
    achieved: missing === 0 ? [words.reportsAll(countInText(expected))] : [],
    limits: [...(missing > 0 ? [words.reportsMissing(countInText(missing), countInText(expected))] : []), ...(late > 0 ? [words.reportsLate(countInText(late))] : [])],
    tasks: missing > 0 ? [words.remind(countInText(missing))] : [],
  };
}

/** By the order of the work areas in the plan, as their sections are. */
const onAreas = (snapshot: ReportSnapshot): Suggestions =>
  Object.fromEntries(snapshot.workAreas.map(({ no }, index) => [`area-${index + 1}`, activitySuggestions(snapshot, no)]));

/** What the facts of a report suggest for the parts that a person writes: sentences to take, change or leave. */
export function suggestTexts(snapshot: ReportSnapshot): Suggestions {
  const { registrations, certificates, outcomes } = snapshot;
  const target = onTarget(snapshot);
  const reports = onReports(snapshot);
  const unfinished = registrations.filter(({ stage }) => stage === 'registered' || stage === 'preparing');
  const unregistered = (certificates ?? []).filter(({ registration }) => registration === null);
  const lapsing = unregistered.filter(({ state }) => state === 'expiring');
  const waiting = (outcomes?.sentToProvince ?? []).filter(({ decision, stage }) => decision === null && isAtHigherLevel(stage));
  const failed = (outcomes?.courses ?? []).filter(({ end }) => end === 'not-recognised');
  const out = (outcomes?.courses ?? []).flatMap(({ productName, result }) =>
    result?.disqualification === null || result === null ? [] : [words.disqualified(productName, result.disqualification)],
  );
  return {
    ...onAreas(snapshot),
    achieved: [...target.achieved, ...reports.achieved],
    limits: [...target.limits, ...about(unregistered.filter(({ state }) => state === 'expired'), words.lapsed), ...about(unfinished, words.preparing), ...reports.limits],
    causes: [...(failed.length === 0 ? [] : [words.notRecognised(names(failed))]), ...out],
    tasks: [
      ...about(unfinished, words.finish),
      ...about(lapsing, (count, listed) => words.lapsing(count, outcomes?.lapsingWithinDays ?? 0, listed)),
      ...reports.tasks,
    ],
    proposals: about(waiting, words.province),
  };
}
