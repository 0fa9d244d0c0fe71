import { planFormSchema, type ChangePlan, type NewPlan, type PlanForm } from '@ocop/contracts';
import type { PeriodKind, TargetId } from '@ocop/domain';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';
import type { Seen } from '../../lib/record-difference.js';
import { typedDay } from '../../lib/typed-day.js';

export interface TargetState {
  indicatorId: TargetId | null;
  clause: string;
  text: string;
  minimum: string;
}
export interface RoundState {
  clause: string;
  townRecognitionBefore: string;
  dossiersToProvinceBefore: string;
}
export interface ReportState {
  period: PeriodKind | null;
  name: string;
  clause: string;
  dueBefore: string;
}
export interface BasisState {
  number: string;
  date: string;
  issuer: string;
}

/** What a plan says, as it is typed; rounds are numbered in their order. */
export interface PlanState {
  number: string;
  issuedOn: string;
  title: string;
  supplementBefore: string;
  targets: readonly TargetState[];
  rounds: readonly RoundState[];
  reports: readonly ReportState[];
  legalBasis: readonly BasisState[];
  onBehalfOf: string;
  /** A line each. */
  capacity: string;
  signatory: string;
  recipients: readonly string[];
}
/** The form of the plan of a new year. */
export type NewPlanState = PlanState & { year: string };
/** The form that puts a plan right. */
export type ChangedPlanState = PlanState & { seen: Seen; reason: string };

/** A text that is one line, however long: shown on several, broken nowhere. */
export const onOneLine = (text: string): string => text.replaceAll('\n', ' ');

/** The earlier title with the new year in place of its own. */
export const titleFor = ({ title, year: before }: PlanForm, year: string): string => title.replaceAll(String(before), year);

const day = (due: string | null): string => (due === null ? '' : typedDay(due));
const fieldsOf = ({ number, issuedOn, title, supplementBefore, targets, rounds, reports, legalBasis, signature, recipients }: PlanForm): PlanState => ({
  number,
  issuedOn: day(issuedOn),
  title,
  supplementBefore: day(supplementBefore),
  targets: targets.map((target) => ({ ...target, minimum: String(target.minimum ?? '') })),
  rounds: rounds.map(({ clause, townRecognitionBefore, dossiersToProvinceBefore }) => ({ clause, townRecognitionBefore: day(townRecognitionBefore), dossiersToProvinceBefore: day(dossiersToProvinceBefore) })),
  reports: reports.map((report) => ({ ...report, dueBefore: day(report.dueBefore) })),
  legalBasis: legalBasis.map((basis) => ({ ...basis, date: day(basis.date) })),
  onBehalfOf: signature.onBehalfOf,
  capacity: signature.capacity.join('\n'),
  signatory: signature.name,
  recipients,
});

/** Texts and papers of the earlier plan go over; its number, days and least numbers do not: they are the new plan's own. */
export function planAfter(before: PlanForm): NewPlanState {
  const fields = fieldsOf(before);
  const year = String(before.year + 1);
  return {
    ...fields,
    year, number: '', issuedOn: '', supplementBefore: '',
    title: titleFor(before, year),
    targets: fields.targets.map((target) => ({ ...target, minimum: '' })),
    rounds: fields.rounds.map(({ clause }) => ({ clause, townRecognitionBefore: '', dossiersToProvinceBefore: '' })),
    reports: fields.reports.map((report) => ({ ...report, dueBefore: '' })),
  };
}

const seenOf = (plan: PlanForm): Seen => ({ version: plan.version, ...fieldsOf(plan) });
export const changeOf = (plan: PlanForm): ChangedPlanState => ({ seen: seenOf(plan), ...fieldsOf(plan), reason: '' });

/** The plan as the API says it stands now. */
export function presentPlan(current: unknown): Seen | null {
  const read = planFormSchema.safeParse(current);
  return read.success ? seenOf(read.data) : null;
}

export interface PlanWords {
  yearFault: string;
  minimumFault: string;
}

function whole(reader: FormReader, path: string, text: string, pattern: RegExp, fault: string): number {
  const right = pattern.test(text.trim());
  if (!right) reader.faults.push({ path, message: fault });
  return right ? Number(text) : 0;
}

const readFields = (state: PlanState, reader: FormReader, { minimumFault }: PlanWords) => ({
  number: reader.text('number', state.number),
  issuedOn: reader.day('issuedOn', state.issuedOn),
  title: reader.text('title', state.title),
  targets: state.targets.map(({ indicatorId, clause, text, minimum }, index) => ({
    indicatorId: reader.choice(`targets.${index}.indicatorId`, indicatorId),
    clause: reader.text(`targets.${index}.clause`, clause),
    text: reader.text(`targets.${index}.text`, text),
    minimum: optional(minimum) === null ? null : whole(reader, `targets.${index}.minimum`, minimum, /^\d{1,4}$/, minimumFault),
  })),
  rounds: state.rounds.map(({ clause, townRecognitionBefore, dossiersToProvinceBefore }, index) => ({
    no: index + 1,
    clause: reader.text(`rounds.${index}.clause`, clause),
    townRecognitionBefore: reader.day(`rounds.${index}.townRecognitionBefore`, townRecognitionBefore),
    dossiersToProvinceBefore: reader.day(`rounds.${index}.dossiersToProvinceBefore`, dossiersToProvinceBefore),
  })),
  reports: state.reports.map(({ period, name, clause, dueBefore }, index) => ({
    period: reader.choice(`reports.${index}.period`, period),
    name: reader.text(`reports.${index}.name`, name),
    clause: reader.text(`reports.${index}.clause`, clause),
    dueBefore: reader.optionalDay(`reports.${index}.dueBefore`, dueBefore),
  })),
  supplementBefore: reader.day('supplementBefore', state.supplementBefore),
  legalBasis: state.legalBasis.map(({ number, date, issuer }, index) => ({
    number: reader.text(`legalBasis.${index}.number`, number),
    date: reader.day(`legalBasis.${index}.date`, date),
    issuer: reader.text(`legalBasis.${index}.issuer`, issuer),
  })),
  signature: {
    onBehalfOf: reader.text('signature.onBehalfOf', state.onBehalfOf),
    capacity: reader.text('signature.capacity', state.capacity).split('\n').map((line) => line.trim()).filter((line) => line !== ''),
    name: reader.text('signature.name', state.signatory),
  },
  recipients: state.recipients.map((recipient, index) => reader.text(`recipients.${index}`, recipient)),
});

export const readPlan =
  (fromYear: number, words: PlanWords) =>
  (state: NewPlanState, reader: FormReader): Reading<NewPlan> =>
    reader.as({ fromYear, year: whole(reader, 'year', state.year, /^\d{4}$/, words.yearFault), ...readFields(state, reader, words) });

export const readPlanChange =
  (words: PlanWords) =>
  (state: ChangedPlanState, reader: FormReader): Reading<ChangePlan> =>
    reader.as({ version: state.seen.version, ...readFields(state, reader, words), reason: reader.text('reason', state.reason) });
