import { countInText, formatDay, isInTime, type Day } from '@ocop/domain';
import type { SnapshotOutcomes, SnapshotSupplement } from '../../snapshot-outcomes.js';
import { outcomeWords as words } from './messages.js';
import { NAMED_IN_TEXT } from './phrases.js';

/** What communes added to the list, in time and late: before the plan's day, or on it and after (clause V.4). */
export function supplementSentences({ supplements }: SnapshotOutcomes, before: Day, asOf: Day): string[] {
  const day = formatDay(before);
  if (supplements.length === 0) return [isInTime(asOf, before) ? words.supplementsNoneYet(day) : words.supplementsNone(day)];
  const of = (state: SnapshotSupplement['state'], say: (count: string, day: string, names: string) => string): string[] => {
    const own = supplements.filter((one) => one.state === state);
    const names = own.map((one) => words.ofCommune(one.productName, one.address)).join('; ');
    return own.length === 0 ? [] : [say(countInText(own.length), day, own.length > NAMED_IN_TEXT ? '' : words.supplementNames(names))];
  };
  return [...of('supplement', words.supplementsInTime), ...of('late-supplement', words.supplementsLate)];
}
