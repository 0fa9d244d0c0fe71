import { registrationSchema, type Registration } from '@ocop/contracts';
import type { Seen } from '../../lib/record-difference.js';

type Told = Pick<Registration, 'version' | 'kind' | 'note' | 'stage' | 'stageOn' | 'roundNo'>;
/** What a form about a registration was opened over. */
export type RegistrationSeen = Seen & Told;

const told = registrationSchema.pick({ version: true, kind: true, note: true, stage: true, stageOn: true, roundNo: true });

export const seenOf = ({ version, kind, note, stage, stageOn, roundNo }: Told): RegistrationSeen => ({ version, kind, note: note ?? '', stage, stageOn, roundNo });

/** The registration as the API says it stands now. */
export function presentRegistration(current: unknown): RegistrationSeen | null {
  const read = told.safeParse(current);
  return read.success ? seenOf(read.data) : null;
}
