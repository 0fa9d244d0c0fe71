import type { ChangeRegistration, NewRegistration, Registration } from '@ocop/contracts';
import type { RegistrationKind } from '@ocop/domain';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';
import { seenOf, type RegistrationSeen } from './registration-seen.js';
import { readRound } from './step-state.js';

/** The form of a registration in the list of a plan year. */
export interface NewRegistrationState {
  year: number;
  productId: number | null;
  productName: string;
  kind: RegistrationKind;
  registeredOn: string;
  round: string;
  paper: string;
  note: string;
}

export const readRegistration = (state: NewRegistrationState, reader: FormReader): Reading<NewRegistration> =>
  reader.as({
    year: state.year,
    productId: reader.choice('productId', state.productId),
    kind: state.kind,
    registeredOn: reader.day('registeredOn', state.registeredOn),
    roundNo: readRound(state.round),
    paper: optional(state.paper),
    note: optional(state.note),
  });

/** The form that changes the kind or the note of a registration. */
export interface RegistrationState {
  seen: RegistrationSeen;
  kind: RegistrationKind;
  note: string;
  reason: string;
}

export const registrationChangeOf = (registration: Registration): RegistrationState => ({
  seen: seenOf(registration), kind: registration.kind, note: registration.note ?? '', reason: '',
});

export const readRegistrationChange = ({ seen, kind, note, reason }: RegistrationState, reader: FormReader): Reading<ChangeRegistration> =>
  reader.as({ version: seen.version, kind, note: optional(note), reason });
