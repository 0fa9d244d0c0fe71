import { formatDay, formatPoints, LOWEST_RECOGNISED_STARS, parsePoints, starBand } from '@ocop/domain';
import type { ReportSnapshot } from '../../snapshot.js';
import type { SnapshotDecision, SnapshotTownResult } from '../../snapshot-outcomes.js';
import { outcomeWords as words } from './messages.js';

/** More products than this are not named in the text; an appendix lists them. */
export const NAMED_IN_TEXT = 10;

type Plan = ReportSnapshot['plan'];

/** Who decided; null for the ministry, which the number of its decision names. */
function issuer(authority: SnapshotDecision['authority'], plan: Plan): string | null {
  if (authority === 'town') return plan.issuerShortName;
  return authority === 'province' ? words.peoplesCommittee(plan.province) : null;
}

/** "Quyết định số 1500/QĐ-UBND ngày 09/7/2024 của UBND thị xã Hương Trà". */
export function decisionWords({ number, decidedOn, authority }: SnapshotDecision, plan: Plan): string {
  return words.decision(number, formatDay(decidedOn), issuer(authority, plan));
}

/** Points in 1/10 000 point. Throws RangeError on a text that is no points. */
export function pointsOf({ points }: SnapshotTownResult): bigint {
  const value = parsePoints(points);
  if (value === null) throw new RangeError(`Not points: ${points}`);
  return value;
}

/** With comma, every decimal on record, never rounded: "69,9967". */
export function pointsWords(result: SnapshotTownResult): string {
  return formatPoints(pointsOf(result));
}

/** The band of the points when the required minimums hold the stars below it; null when they do not. */
export function cappedBand(result: SnapshotTownResult): number | null {
  const band = starBand({ sumTenThousandths: pointsOf(result), members: 1 });
  return result.stars !== null && result.stars < band ? band : null;
}

export const BANDS = [5, 4, 3, 'below', 'out'] as const;
export type Band = (typeof BANDS)[number];

/** The stars a council gave, as the report counts them. */
export function bandOf({ stars }: SnapshotTownResult): Band {
  if (stars === null) return 'out';
  return stars < LOWEST_RECOGNISED_STARS ? 'below' : (stars as 3 | 4 | 5);
}

/** " (A; B)", or nothing where an appendix has to name them. */
export function namesInText(names: readonly string[]): string {
  return names.length > 0 && names.length <= NAMED_IN_TEXT ? words.inBrackets(names.join('; ')) : '';
}

/** List items: ";" after each, "." after the last. */
export function itemList(items: readonly string[]): string[] {
  return items.map((item, index) => item + (index === items.length - 1 ? '.' : ';'));
}

/** ", đều …" when all of them stand the same way. */
export function allInState(count: number, state: string): string {
  return (count === 1 ? words.allOfOne : words.allOfMany)(state);
}
