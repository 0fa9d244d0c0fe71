import { fundingSourceSchema, type ChangeFundingSource, type FundingSource, type NewFundingSource } from '@ocop/contracts';
import { readDong, type DongFault, type FundingSourceKind } from '@ocop/domain';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';
import type { Seen } from '../../lib/record-difference.js';
import { typedDay } from '../../lib/typed-day.js';

/** The form of a source; its kind is chosen once. */
export interface SourceState {
  position: string;
  name: string;
  kind: FundingSourceKind | null;
  clause: string;
  legalBasis: string;
  validFrom: string;
  validTo: string;
  ceiling: string;
  eligibility: string;
  reason: string;
}
export type ChangedSourceState = SourceState & { seen: Seen };

export const newSource = (position: number): SourceState => ({
  position: String(position), name: '', kind: null, clause: 'IV', legalBasis: '', validFrom: '', validTo: '', ceiling: '', eligibility: '', reason: '',
});

const fieldsOf = (source: FundingSource) => ({
  position: String(source.position), name: source.name, kind: source.kind, clause: source.clause, legalBasis: source.legalBasis ?? '',
  validFrom: source.validFrom === null ? '' : typedDay(source.validFrom), validTo: source.validTo === null ? '' : typedDay(source.validTo),
  ceiling: source.ceiling ?? '', eligibility: source.eligibility ?? '',
});
const seenOf = (source: FundingSource): Seen => ({ version: source.version, ...fieldsOf(source) });

export const changeOf = (source: FundingSource): ChangedSourceState => ({ seen: seenOf(source), ...fieldsOf(source), reason: '' });

/** The source as the API says it stands now. */
export function presentSource(current: unknown): Seen | null {
  const read = fundingSourceSchema.safeParse(current);
  return read.success ? seenOf(read.data) : null;
}

export interface SourceWords {
  amountFaults: Readonly<Record<DongFault, string>>;
  positionFault: string;
}

function readFields(state: SourceState, reader: FormReader, { amountFaults, positionFault }: SourceWords) {
  const position = /^\d{1,2}$/.test(state.position.trim()) ? Number(state.position) : 0;
  if (position === 0) reader.faults.push({ path: 'position', message: positionFault });
  const ceiling = readDong(state.ceiling);
  if ('fault' in ceiling && ceiling.fault !== 'empty') reader.faults.push({ path: 'ceiling', message: amountFaults[ceiling.fault] });
  return {
    position,
    name: reader.text('name', state.name),
    clause: reader.text('clause', state.clause),
    legalBasis: optional(state.legalBasis),
    validFrom: reader.optionalDay('validFrom', state.validFrom),
    validTo: reader.optionalDay('validTo', state.validTo),
    ceiling: 'dong' in ceiling ? String(ceiling.dong) : null,
    eligibility: optional(state.eligibility),
  };
}

export const readSource =
  (year: number, words: SourceWords) =>
  (state: SourceState, reader: FormReader): Reading<NewFundingSource> =>
    reader.as({ year, kind: reader.choice('kind', state.kind), ...readFields(state, reader, words) });

export const readSourceChange =
  (words: SourceWords) =>
  (state: ChangedSourceState, reader: FormReader): Reading<ChangeFundingSource> =>
    reader.as({ version: state.seen.version, ...readFields(state, reader, words), reason: optional(state.reason) });
