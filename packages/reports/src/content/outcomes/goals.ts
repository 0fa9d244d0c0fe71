import { countInText, formatDay, yearOf } from '@ocop/domain';
import type { Block } from '../../model.js';
import type { ReportSnapshot } from '../../snapshot.js';
import type { SnapshotDueProduct, SnapshotOutcomes, SnapshotRecognition } from '../../snapshot-outcomes.js';
import { appendixName } from '../appendix-names.js';
import { list, paragraph } from '../text-blocks.js';
import { outcomeWords as words } from './messages.js';
import { allInState, decisionWords, itemList, NAMED_IN_TEXT } from './phrases.js';

type WithOutcomes = ReportSnapshot & { outcomes: SnapshotOutcomes };

const DUE_STATES = ['re-evaluation', 'upgrade', 'new', 'registered', 'withdrawn', 'not-recognised', 'none'] as const;

const recognitionItems = (recognitions: readonly SnapshotRecognition[], { plan }: ReportSnapshot): Block =>
  list(itemList(recognitions.map((one) => words.recognition(one.productName, one.producerName, one.stars, decisionWords(one, plan)))));

/** The products that the sentence on the target counts. */
function newlyRecognisedBlocks(snapshot: WithOutcomes): Block[] {
  const { newlyRecognised } = snapshot.outcomes;
  if (newlyRecognised.length === 0 || newlyRecognised.length > NAMED_IN_TEXT) return [];
  return [paragraph(words.newlyRecognised), recognitionItems(newlyRecognised, snapshot)];
}

/** What can still be recognised, while the target is not reached and its year runs. */
function candidateBlocks({ target, asOf, plan, rounds, supplementsBefore, outcomes }: WithOutcomes): Block[] {
  if (target.minimum === null || (target.value ?? 0) >= target.minimum || yearOf(asOf) > plan.year) return [];
  const { count, atHigherLevel } = outcomes.candidates;
  // While the list may be added to (V.4) nobody can say that there will be none.
  if (count === 0) return supplementsBefore !== null && asOf < supplementsBefore ? [] : [paragraph(words.noCandidates)];
  if (count === atHigherLevel) return [paragraph(words.candidatesAllAtHigher(countInText(count)))];
  const ahead = rounds.filter(({ townRecognitionBefore }) => asOf < townRecognitionBefore);
  const days = ahead.map((round) => words.roundBefore(round.no, formatDay(round.townRecognitionBefore)));
  const higher = atHigherLevel === 0 ? '' : words.candidatesAtHigher(countInText(atHigherLevel));
  return [paragraph(words.candidates(countInText(count), higher, days.join('; ')))];
}

function againBlocks(snapshot: WithOutcomes): Block[] {
  const { upgraded, reRecognised } = snapshot.outcomes;
  // Of a year in which nothing is on record nobody can say that there was none.
  const isOver = snapshot.certificates !== null && snapshot.period.kind === 'FY' && snapshot.asOf >= snapshot.period.lastDay;
  if (upgraded.length === 0 && reRecognised.length === 0) return [paragraph(isOver ? words.neither : words.neitherYet)];
  const listed = (found: readonly SnapshotRecognition[], none: string, intro: (count: string) => string, many: (count: string, appendix: string) => string): Block[] => {
    if (found.length === 0) return [paragraph(none)];
    const count = countInText(found.length);
    if (found.length > NAMED_IN_TEXT) return [paragraph(many(count, appendixName(snapshot, 'results')))];
    return [paragraph(intro(count)), recognitionItems(found, snapshot)];
  };
  return [
    ...listed(upgraded, isOver ? words.noneUpgraded : words.noneUpgradedYet, words.upgraded, words.upgradedMany),
    ...listed(reRecognised, isOver ? words.noneReRecognised : words.noneReRecognisedYet, words.reRecognised, words.reRecognisedMany),
  ];
}

function dueState({ renewedBy, registration }: SnapshotDueProduct): (typeof DUE_STATES)[number] {
  if (renewedBy !== null) return renewedBy;
  if (registration === null) return 'none';
  return registration === 'withdrawn' || registration === 'not-recognised' ? registration : 'registered';
}

/** The second goal of clause II.2: of the products due, what became of each. */
function dueSentence({ outcomes: { due } }: WithOutcomes): string {
  if (due === null) return words.dueUnknown;
  if (due.length === 0) return words.dueNone;
  const states = DUE_STATES.map((state) => ({ state, count: due.filter((one) => dueState(one) === state).length })).filter(({ count }) => count > 0);
  const [only] = states;
  const all = words.due(countInText(due.length));
  if (only !== undefined && states.length === 1) return `${all}${allInState(due.length, words.dueStates[only.state])}.`;
  return `${all}${words.among(states.map(({ state, count }) => words.countOf(countInText(count), words.dueStates[state])).join('; '))}.`;
}

function revocationBlocks({ certificates, plan, outcomes: { revoked } }: WithOutcomes): Block[] {
  if (revoked.length === 0) return certificates === null ? [] : [paragraph(words.noneRevoked)];
  const items = revoked.map((one) =>
    words.revocation(one.productName, one.producerName, one.stars, decisionWords(one, plan), formatDay(one.revokedOn), one.paper, one.reason),
  );
  return [paragraph(words.revoked(countInText(revoked.length))), list(itemList(items))];
}

const COMPARED = ['newlyRecognised', 'upgraded', 'reRecognised', 'sentToProvince'] as const;

function yearBeforeBlocks({ plan, outcomes: { yearBefore } }: WithOutcomes): Block[] {
  if (yearBefore === null) return [];
  const year = plan.year - 1;
  const day = formatDay(yearBefore.asOf);
  const some = COMPARED.filter((figure) => yearBefore[figure] > 0);
  if (some.length === 0) return [paragraph(words.yearBeforeNothing(year, day))];
  const none = COMPARED.filter((figure) => yearBefore[figure] === 0).map((figure) => words.yearBeforeNone[figure]);
  const parts = some.map((figure) => words.yearBeforeParts[figure](countInText(yearBefore[figure])));
  return [paragraph(words.yearBefore(year, day, parts.join(', ') + (none.length === 0 ? '' : words.butNone(none.join(', ')))))];
}

/** What section II says after the target: the products by name, the second goal, revocations, the year before (clause II.2). */
export function goalBlocks(snapshot: WithOutcomes): Block[] {
  return [
    ...newlyRecognisedBlocks(snapshot),
    ...candidateBlocks(snapshot),
    ...againBlocks(snapshot),
    paragraph(dueSentence(snapshot)),
    ...revocationBlocks(snapshot),
    ...yearBeforeBlocks(snapshot),
  ];
}
