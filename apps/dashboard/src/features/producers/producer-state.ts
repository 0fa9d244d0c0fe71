import { producerSchema, type ChangeProducer, type NewProducer, type Producer } from '@ocop/contracts';
import { producerKindFromName, type ProducerKind } from '@ocop/domain';
import { optional, readAliases, typedAliases, type FormReader, type Reading } from '../../lib/reading.js';
import type { Seen } from '../../lib/record-difference.js';

type Told = Pick<Producer, 'version' | 'name' | 'aliases' | 'kind' | 'unitId'>;

/** The form of a producer. */
export interface ProducerState {
  name: string;
  aliases: string;
  /** Null = as the name says, if it does. */
  kind: ProducerKind | null;
  unitId: number | null;
  reason: string;
}
export type ChangedProducerState = ProducerState & { seen: Seen };

export const NEW_PRODUCER: ProducerState = { name: '', aliases: '', kind: null, unitId: null, reason: '' };

/** The kind chosen, or the one the name opens with (“HTX …”). */
export const kindOf = ({ kind, name }: ProducerState): ProducerKind | null => kind ?? producerKindFromName(name);

const fieldsOf = ({ name, aliases, kind, unitId }: Told) => ({ name, aliases: typedAliases(aliases), kind, unitId });
const seenOf = (producer: Told): Seen => ({ version: producer.version, ...fieldsOf(producer) });

export const changeOf = (producer: Told): ChangedProducerState => ({ seen: seenOf(producer), ...fieldsOf(producer), reason: '' });

/** The producer as the API says it stands now. */
export function presentProducer(current: unknown): Seen | null {
  const read = producerSchema.safeParse(current);
  return read.success ? seenOf(read.data) : null;
}

const readFields = (state: ProducerState, reader: FormReader) => ({
  name: state.name, aliases: readAliases(state.aliases), kind: reader.choice('kind', kindOf(state)), unitId: reader.choice('unitId', state.unitId),
});

export const readProducer = (state: ProducerState, reader: FormReader): Reading<NewProducer> => reader.as(readFields(state, reader));

export const readProducerChange = (state: ChangedProducerState, reader: FormReader): Reading<ChangeProducer> =>
  reader.as({ version: state.seen.version, ...readFields(state, reader), reason: optional(state.reason) });
