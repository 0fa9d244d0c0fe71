import type { Registration } from '@ocop/contracts';
import { currentRecognition, dueForReEvaluation, isAtHigherLevel, newlyRecognised, reRecognised, stands, upgraded } from '@ocop/domain';
import type { ReportSnapshot } from '@ocop/reports';
import type { RecognitionRow, RevocationRow, RoundCourse } from '../evaluations/evaluations.service.js';
import { computeFigures, EXPIRING_WITHIN_DAYS, newCandidates } from '../indicators/figures.js';
import type { ProgrammeFacts } from '../indicators/programme-facts.js';

type Outcomes = NonNullable<ReportSnapshot['outcomes']>;
type Course = Outcomes['courses'][number];

export interface OutcomesInput {
  facts: ProgrammeFacts;
  /** Facts of the plan of the year before on the same day; null = no such plan. */
  factsBefore: ProgrammeFacts | null;
  /** Of the plan's registrations, revoked ones too, oldest first. */
  decisions: RecognitionRow[];
  revocations: RevocationRow[];
  courses: RoundCourse[];
}

const decision = ({ stars, decisionNumber, decidedOn, authority }: RecognitionRow) => ({ stars, number: decisionNumber, decidedOn, authority });
const named = (row: RecognitionRow) => ({ productName: row.productName, producerName: row.producerName, ...decision(row) });

/** Stage of the product's registration for re-evaluation or upgrade in the plan year; null = not registered. */
export const renewalStage = (registrations: readonly Registration[], productId: number) =>
  registrations.find((registration) => registration.productId === productId && registration.kind !== 'new')?.stage ?? null;

function yearBefore(facts: ProgrammeFacts | null): Outcomes['yearBefore'] {
  // Where nothing was recorded, nothing can be compared.
  if (facts === null || !facts.anyRecognitionRecorded) return null;
  const figures = computeFigures(facts);
  const count = (id: keyof typeof figures) => Number(figures[id].value);
  return {
    asOf: facts.view.asOf,
    newlyRecognised: count('newly-recognised-products'),
    upgraded: count('upgraded-products'),
    reRecognised: count('re-recognised-products'),
    sentToProvince: count('dossiers-sent-to-province'),
  };
}

function dueProducts({ recognitions, registrations, view, anyRecognitionRecorded }: ProgrammeFacts): Outcomes['due'] {
  if (!anyRecognitionRecorded) return null;
  return dueForReEvaluation(recognitions, view.plan.year, view.asOf).map(({ id, productId, productName, validTo }) => {
    const current = currentRecognition(recognitions.filter((one) => one.productId === productId), view.asOf);
    const renewedBy = current === null || current.id === id ? null : current.kind;
    return { productName, validTo, renewedBy, registration: renewalStage(registrations, productId) };
  });
}

/** How a dossier stands after its last round. */
function endOf({ stage, roundNo }: Registration, standing: RecognitionRow | undefined, revoked: RecognitionRow | undefined): Course['end'] {
  if (standing) return 'recognised';
  if (stage === 'not-recognised' || stage === 'withdrawn') return stage;
  // With a round of its own the step is of the round it leads to.
  if (stage === 'moved-to-next-round' && roundNo === null) return 'moved-on';
  return revoked ? 'revoked' : null;
}

function describeCourses({ facts, decisions, courses }: OutcomesInput): Course[] {
  const { asOf } = facts.view;
  const registrations = new Map(facts.registrations.map((registration) => [registration.id, registration]));
  const lastRound = new Map<number, number | null>();
  for (const { registrationId, roundNo } of courses) lastRound.set(registrationId, Math.max(roundNo ?? 0, lastRound.get(registrationId) ?? 0) || null);
  return courses.flatMap(({ registrationId, roundNo, result, movedOn }) => {
    const registration = registrations.get(registrationId);
    if (!registration) return [];
    const { position, productName, producerName, kind } = registration;
    const own = decisions.filter((one) => one.registrationId === registrationId);
    const standing = own.findLast((one) => stands(one, asOf));
    const revoked = own.at(-1);
    const isLast = lastRound.get(registrationId) === roundNo;
    const end = isLast ? (endOf(registration, standing, revoked) ?? (movedOn ? 'moved-on' : null)) : 'moved-on';
    const shown = end === 'recognised' ? standing : end === 'revoked' ? revoked : undefined;
    return [{ no: position, productName, producerName, kind, roundNo, result, end, decision: shown ? decision(shown) : null }];
  });
}

/** Each dossier once for each round in which it was sent, with what became of it there. */
function sentDossiers({ facts, decisions, courses }: OutcomesInput): Outcomes['sentToProvince'] {
  const sent = facts.sentToProvince.flatMap(({ id, productName, reachedOn, roundNo: own, paper }) => {
    const registration = facts.registrations.find((one) => one.id === id);
    if (!registration) return [];
    const lastRound = courses.findLast(({ registrationId, roundNo }) => registrationId === id && roundNo !== null)?.roundNo ?? null;
    const roundNo = own ?? lastRound;
    const dossier = { no: registration.position, productName, roundNo, sentOn: reachedOn, paper };
    if (roundNo !== lastRound) return [{ ...dossier, decision: null, stage: 'moved-to-next-round' as const }];
    const answer = decisions.findLast((one) => one.registrationId === id && one.authority !== 'town' && one.decidedOn >= reachedOn && stands(one, facts.view.asOf));
    return [{ ...dossier, decision: answer ? decision(answer) : null, stage: registration.stage }];
  });
  return sent.filter(({ no, roundNo }, index) => sent.findIndex((one) => one.no === no && one.roundNo === roundNo) === index);
}

const supplements = (registrations: readonly Registration[]): Outcomes['supplements'] =>
  registrations.flatMap(({ supplement, productName, addressAsWritten }) =>
    supplement === 'listed' ? [] : [{ productName, address: addressAsWritten, state: supplement }],
  );

/** Everything that came out of the year by name, from the facts that the indicators count. */
export function takeOutcomes(input: OutcomesInput): Outcomes {
  const { facts, factsBefore, revocations } = input;
  const { recognitions, registrations } = facts;
  const { plan, asOf } = facts.view;
  const candidates = newCandidates(facts);
  return {
    newlyRecognised: newlyRecognised(recognitions, plan.year, asOf).map(named),
    upgraded: upgraded(recognitions, plan.year, asOf).map(named),
    reRecognised: reRecognised(recognitions, plan.year, asOf).map(named),
    revoked: revocations.map((row) => ({ ...named(row), revokedOn: row.revokedOn, paper: row.paper, reason: row.reason })),
    yearBefore: yearBefore(factsBefore),
    candidates: { count: candidates.length, atHigherLevel: candidates.filter(({ stage }) => isAtHigherLevel(stage)).length },
    due: dueProducts(facts),
    courses: describeCourses(input),
    sentToProvince: sentDossiers(input),
    supplements: supplements(registrations),
    lapsingWithinDays: EXPIRING_WITHIN_DAYS,
  };
}
