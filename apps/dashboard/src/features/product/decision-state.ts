import type { EarlierRecognition, NewRecognition } from '@ocop/contracts';
import { lawOn, type Authority, type LawRule, type RecognisedStars, type RegistrationKind } from '@ocop/domain';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';
import { readTypedDay } from '../../lib/typed-day.js';
import type { RegistrationSeen } from './registration-seen.js';

/** What every decision says. */
export interface DecisionFields {
  stars: RecognisedStars | null;
  decidedOn: string;
  decisionNumber: string;
  /** Chosen against what the law says; null = as it says. */
  authority: Authority | null;
}

/** The form of the decision of a registration. */
export interface DecisionState extends DecisionFields {
  seen: RegistrationSeen;
  reason: string;
}

/** The form of a decision of before. */
export interface EarlierDecisionState extends DecisionFields {
  kind: RegistrationKind;
}

/** Who decides these stars by the law of the day; null = nothing is on record, or stars or day are still missing. */
export function lawfulAuthority({ stars, decidedOn }: DecisionFields, law: readonly LawRule[]): { authority: Authority; basis: string } | null {
  const on = readTypedDay(decidedOn);
  const rule = on === null ? null : lawOn(law, 'recognition-authority', on);
  return rule === null || stars === null ? null : { authority: rule.value[stars], basis: rule.legalBasis };
}

/** The state as it is sent: with the authority of the law unless another was chosen, however late the law arrives. */
export const byLaw = <S extends DecisionFields>(state: S, law: readonly LawRule[]): S => ({
  ...state,
  authority: state.authority ?? lawfulAuthority(state, law)?.authority ?? null,
});

const readFields = ({ stars, decidedOn, decisionNumber, authority }: DecisionFields, reader: FormReader) => ({
  stars: reader.choice('stars', stars),
  decidedOn: reader.day('decidedOn', decidedOn),
  decisionNumber,
  authority: reader.choice('authority', authority),
});

export const readDecision = (state: DecisionState, reader: FormReader): Reading<NewRecognition> =>
  reader.as({ version: state.seen.version, ...readFields(state, reader), reason: optional(state.reason) });

export const readEarlierDecision = (state: EarlierDecisionState, reader: FormReader): Reading<EarlierRecognition> =>
  reader.as({ ...readFields(state, reader), kind: state.kind });
