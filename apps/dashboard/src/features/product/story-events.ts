import type { Evaluation, Inspection, ProductStory, Recognition, Registration, RegistrationDetail, RegistrationStep, Revocation } from '@ocop/contracts';
import type { Day, EvaluationLevel, RegistrationStage } from '@ocop/domain';

/** Of which registration a fact is. */
interface OfRegistration {
  registration: Registration;
  year: number;
}

interface Common {
  key: string;
  on: Day;
  annulled: RegistrationStep['annulled'];
  entered: Pick<RegistrationStep, 'enteredBy' | 'enteredAt'>;
  of: OfRegistration | null;
}

/** Something that happened to a product. A step stands with the result or the decision that it came with. */
export type StoryEvent = Common &
  (
    | { kind: 'step'; step: RegistrationStep; result: Evaluation | null; decision: Recognition | null; last: boolean }
    | { kind: 'result'; result: Evaluation }
    | { kind: 'decision'; decision: Recognition }
    | { kind: 'revocation'; decision: Recognition; revocation: Revocation }
    | { kind: 'inspection'; inspection: Inspection }
  );

const STEP_OF: Readonly<Partial<Record<EvaluationLevel, RegistrationStage>>> = { commune: 'assessed-by-commune', town: 'scored-by-town' };

const enteredOf = ({ enteredBy, enteredAt }: Common['entered']) => ({ enteredBy, enteredAt });
const alike = (a: Pick<Common, 'annulled'>, b: Pick<Common, 'annulled'>) => (a.annulled === null) === (b.annulled === null);

function eventsOf({ registration, year, steps, evaluations, recognitions }: RegistrationDetail): StoryEvent[] {
  const of = { registration, year };
  const results = new Set(evaluations);
  const decisions = new Set(recognitions);
  const take = <T>(left: Set<T>, fits: (one: T) => boolean): T | null => {
    const found = [...left].find(fits) ?? null;
    if (found !== null) left.delete(found);
    return found;
  };
  const last = steps.findLast(({ annulled }) => annulled === null);
  const stepEvents = steps.map((step): StoryEvent => {
    const result = take(results, (one) => STEP_OF[one.level] === step.stage && one.evaluatedOn === step.happenedOn && alike(one, step));
    const decision = take(decisions, (one) => step.stage === `recognised-${one.stars}` && one.decidedOn === step.happenedOn && alike(one, step));
    const common = { key: `step-${step.id}`, on: step.happenedOn, annulled: step.annulled, entered: enteredOf(step), of };
    return { ...common, kind: 'step', step, result, decision, last: step === last && steps.filter(({ annulled }) => annulled === null).length > 1 };
  });
  const resultEvents = [...results].map((result): StoryEvent => (
    { key: `result-${result.id}`, on: result.evaluatedOn, annulled: result.annulled, entered: enteredOf(result), of, kind: 'result', result }
  ));
  const decisionEvents = [...decisions].map((decision) => decisionEvent(decision, of));
  return [...stepEvents, ...resultEvents, ...decisionEvents];
}

const decisionEvent = (decision: Recognition, of: OfRegistration | null): StoryEvent => (
  { key: `decision-${decision.id}`, on: decision.decidedOn, annulled: decision.annulled, entered: enteredOf(decision), of, kind: 'decision', decision }
);

/** Everything that happened to a product, newest first; on one day what was entered last comes first. */
export function storyEvents({ registrations, recognitions, inspections }: ProductStory): StoryEvent[] {
  // With its decision a revocation is gone, too.
  const revocations = recognitions.flatMap((decision) =>
    decision.revocations.map((revocation): StoryEvent => ({
      key: `revocation-${revocation.id}`, on: revocation.revokedOn, annulled: revocation.annulled ?? decision.annulled, entered: enteredOf(revocation), of: null,
      kind: 'revocation', decision, revocation,
    })),
  );
  const events = [
    ...registrations.flatMap(eventsOf),
    ...recognitions.filter(({ registrationId }) => registrationId === null).map((decision) => decisionEvent(decision, null)),
    ...revocations,
    ...inspections.map((inspection): StoryEvent => (
      { key: `inspection-${inspection.id}`, on: inspection.inspectedOn, annulled: inspection.annulled, entered: enteredOf(inspection), of: null, kind: 'inspection', inspection }
    )),
  ];
  return events.reverse().sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}

/** The events by year, in their order. */
export function byYear(events: readonly StoryEvent[]): { year: string; events: StoryEvent[] }[] {
  const years = [...new Set(events.map(({ on }) => on.slice(0, 4)))];
  return years.map((year) => ({ year, events: events.filter(({ on }) => on.startsWith(year)) }));
}
