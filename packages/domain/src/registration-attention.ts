import {
  dueState,
  type AttentionFacts,
  type NextStep,
  type RegistrationFacts,
  type RegistrationSubject,
  type ResultItem,
  type StuckItem,
} from './attention-item.js';
import { addDays, type Day } from './day.js';
import { isAtHigherLevel } from './registration.js';
import { LOWEST_RECOGNISED_STARS } from './stars.js';
import { roundOfResult, waitsForProvince, waitsForTown } from './waiting-dossiers.js';

const subjectOf = ({ id, productName, unitName, stage, awardedStars }: RegistrationFacts, since: Day): RegistrationSubject => ({
  type: 'registration',
  id,
  name: productName,
  unitName,
  stage,
  stars: awardedStars,
  since,
});

/** Who has to move a dossier on from its stage; null when nobody has to. */
function stepFrom(registration: RegistrationFacts): NextStep | null {
  const { stage, awardedStars, resultOn } = registration;
  switch (stage) {
    case 'registered':
    case 'preparing':
    case 'moved-to-next-round':
      return 'complete-dossier';
    case 'received':
      return 'assess-by-commune';
    case 'assessed-by-commune':
      return 'score-by-town';
    case 'scored-by-town':
      if (waitsForProvince(registration)) return 'send-to-province';
      if (resultOn === null) return 'record-result';
      return awardedStars === null || awardedStars < LOWEST_RECOGNISED_STARS ? 'close-dossier' : 'issue-decision';
    case 'sent-to-province':
      return 'ask-province';
    case 'sent-to-ministry':
      return 'ask-ministry';
    case 'recognised-3':
    case 'recognised-4':
    case 'recognised-5':
    case 'withdrawn':
    case 'not-recognised':
      return null;
  }
}

function stuckItem(registration: RegistrationFacts, { settings, asOf }: AttentionFacts): StuckItem | null {
  const nextStep = stepFrom(registration);
  const due = dueState(addDays(registration.stageOn, settings.stuckAfterDays), asOf);
  if (nextStep === null || due?.urgency !== 'overdue') return null;
  const subject = subjectOf(registration, registration.stageOn);
  return { key: `stuck-${registration.id}`, kind: 'registration-stuck', ...due, nextStep, subject };
}

/** A result of 3★ or more without its decision: the town's own, due in its round, or a higher level's, which has no day. */
function undecidedItem(registration: RegistrationFacts, { rounds, asOf }: AttentionFacts): ResultItem | null {
  const { id, stage, stageOn, awardedStars, resultOn } = registration;
  if (awardedStars === null || resultOn === null || awardedStars < LOWEST_RECOGNISED_STARS) return null;
  const subject = { ...subjectOf(registration, resultOn), stars: awardedStars };
  const item = { key: `result-${id}`, kind: 'result-without-decision', subject } as const;
  const undated = { ...item, dueOn: null, daysLeft: null, urgency: 'soon' } as const;
  if (isAtHigherLevel(stage)) {
    // The town's own result is what sent it there; only a later one is theirs.
    return resultOn > stageOn ? { ...undated, nextStep: 'record-higher-decision' } : null;
  }
  if (stage !== 'scored-by-town' || !waitsForTown(registration)) return null;
  const round = roundOfResult(registration, rounds, 'townRecognitionBefore');
  if (round === null) return { ...undated, nextStep: 'issue-decision' };
  const due = dueState(addDays(round.townRecognitionBefore, -1), asOf);
  return due === null ? null : { ...item, ...due, nextStep: 'issue-decision' };
}

/** Registrations that wait for a decision, else those that have not moved for longer than the setting allows (clause III.3). */
export function registrationItems(facts: AttentionFacts, registrations: readonly RegistrationFacts[]): (StuckItem | ResultItem)[] {
  return registrations.map((one) => undecidedItem(one, facts) ?? stuckItem(one, facts)).filter((item) => item !== null);
}
