import type { FundingSource, NewPosting } from '@ocop/contracts';
import { readDong, STAGES_OF_KIND, type DongFault, type FundingSourceKind, type FundingStage } from '@ocop/domain';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';

/** A share of a posting as typed. */
export interface PartState {
  source: string;
  stage: FundingStage | null;
  amount: string;
}

/** The form of a posting; `key` is made once, so that a posting sent twice is written once. */
export interface PostingState {
  key: string;
  occurredOn: string;
  parts: readonly PartState[];
  total: string;
  unitId: number | null;
  workArea: number | null;
  productName: string;
  productId: number | null;
  producerName: string;
  producerId: number | null;
  activity: string;
  paperNumber: string;
  paperOn: string;
  note: string;
  reason: string;
}

export const NEW_PART: PartState = { source: '', stage: null, amount: '' };
const EMPTY = {
  parts: [NEW_PART], total: '', unitId: null, workArea: null, productName: '', productId: null, producerName: '', producerId: null,
  activity: '', paperNumber: '', paperOn: '', note: '', reason: '',
} as const;

/** A form begun; what comes next is often of the same day, commune and work area as what was written last. */
export const newPosting = (key: string, occurredOn: string, last: PostingState | null = null): PostingState => ({
  ...EMPTY, key, occurredOn: last?.occurredOn ?? occurredOn, unitId: last?.unitId ?? null, workArea: last?.workArea ?? null,
});

/** The stages that a kind's money goes through; of an unknown kind none. */
export const stagesOf = (kind: FundingSourceKind | undefined): readonly FundingStage[] => (kind === undefined ? [] : STAGES_OF_KIND[kind]);

/** A part of another source: its stage stays where the money of that kind goes through it. */
export const ofSource = (part: PartState, source: string, sources: readonly Pick<FundingSource, 'code' | 'kind'>[]): PartState => {
  const kind = sources.find(({ code }) => code === source)?.kind;
  return { ...part, source, stage: part.stage !== null && stagesOf(kind).includes(part.stage) ? part.stage : null };
};

/** Only an adjustment goes down. */
const mayGoDown = (parts: readonly Pick<PartState, 'stage'>[]): boolean => parts.some(({ stage }) => stage === 'adjusted');

/** The amount of a part as far as it can be read. */
function amountOf({ amount, stage }: PartState): bigint | null {
  const read = readDong(amount, { downwards: stage === 'adjusted' });
  return 'dong' in read ? read.dong : null;
}

/** What the parts come to; null while one of them cannot be read. */
export function sumOfParts(parts: readonly PartState[]): bigint | null {
  const amounts = parts.map(amountOf);
  return amounts.includes(null) ? null : amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n);
}

export interface PostingWords {
  amountFaults: Readonly<Record<DongFault, string>>;
  notChosen: string;
}

/** Reads the form into the request of a plan year; amounts in the wire's plain digits. */
export const readPosting =
  (year: number, { amountFaults, notChosen }: PostingWords) =>
  (state: PostingState, reader: FormReader, doubted: boolean): Reading<NewPosting> => {
    const amount = (path: string, typed: string, downwards: boolean): string => {
      const read = readDong(typed, { downwards });
      if ('dong' in read) return String(read.dong);
      reader.faults.push({ path, message: amountFaults[read.fault] });
      return '';
    };
    // A name typed and not picked is no record.
    const chosen = (path: string, id: number | null, name: string): number | null => {
      if (id === null && optional(name) !== null) reader.faults.push({ path, message: notChosen });
      return id;
    };
    return reader.as({
      key: state.key,
      year,
      occurredOn: reader.day('occurredOn', state.occurredOn),
      parts: state.parts.map((part, index) => ({
        source: reader.choice(`parts.${index}.source`, optional(part.source)),
        stage: reader.choice(`parts.${index}.stage`, part.stage),
        amount: amount(`parts.${index}.amount`, part.amount, part.stage === 'adjusted'),
      })),
      total: state.parts.length > 1 ? amount('total', state.total, mayGoDown(state.parts)) : null,
      unitId: state.unitId,
      workArea: state.workArea,
      productId: chosen('productId', state.productId, state.productName),
      producerId: chosen('producerId', state.producerId, state.producerName),
      activity: optional(state.activity),
      paperNumber: optional(state.paperNumber),
      paperOn: reader.optionalDay('paperOn', state.paperOn),
      note: optional(state.note),
      accepted: [],
      reason: doubted ? reader.text('reason', state.reason) : optional(state.reason),
    });
  };
