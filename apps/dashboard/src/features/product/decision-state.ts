import type { EarlierRecognition, NewRecognition } from '@ocop/contracts';
import type { Authority, RecognisedStars, RegistrationKind } from '@ocop/domain';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';
import type { RegistrationSeen } from './registration-seen.js';

/** What every decision says. */
export interface DecisionFields {
  stars: RecognisedStars | null;
  decidedOn: string;
  decisionNumber: string;
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
