import type { NewPlan, PlanForm } from '@ocop/contracts';
import type { PeriodKind, TargetId } from '@ocop/domain';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';

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

/** The form of the plan of a new year; rounds are numbered in their order. */
export interface PlanState {
  year: string;
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
  /** A line each. */
  recipients: readonly string[];
}

/** A text that is one line, however long: shown on several, broken nowhere. */
export const onOneLine = (text: string): string => text.replaceAll('\n', ' ');

/** The earlier title with the new year in place of its own. */
export const titleFor = ({ title, year: before }: PlanForm, year: string): string => title.replaceAll(String(before), year);

/** Texts of the earlier plan go over; its number, days and least numbers do not: they are the new plan's own. */
export function planAfter(before: PlanForm, typed: (day: string) => string): PlanState {
  const year = String(before.year + 1);
  const { onBehalfOf, capacity, name } = before.signature;
  return {
    year,
    number: '',
    issuedOn: '',
    title: titleFor(before, year),
    supplementBefore: '',
    targets: before.targets.map(({ indicatorId, clause, text }) => ({ indicatorId, clause, text, minimum: '' })),
    rounds: before.rounds.map(({ clause }) => ({ clause, townRecognitionBefore: '', dossiersToProvinceBefore: '' })),
    reports: before.reports.map(({ period, name: of, clause }) => ({ period, name: of, clause, dueBefore: '' })),
    // Papers keep their number and day whatever the year.
    legalBasis: before.legalBasis.map(({ number, date, issuer }) => ({ number, date: typed(date), issuer })),
    onBehalfOf,
    capacity: capacity.join('\n'),
    signatory: name,
    recipients: before.recipients,
  };
}

export interface PlanWords {
  yearFault: string;
  minimumFault: string;
}

export const readPlan =
  (fromYear: number, words: PlanWords) =>
  (state: PlanState, reader: FormReader): Reading<NewPlan> => {
    const whole = (path: string, text: string, pattern: RegExp, fault: string) => {
      const right = pattern.test(text.trim());
      if (!right) reader.faults.push({ path, message: fault });
      return right ? Number(text) : 0;
    };
    return reader.as({
      fromYear,
      year: whole('year', state.year, /^\d{4}$/, words.yearFault),
      number: reader.text('number', state.number),
      issuedOn: reader.day('issuedOn', state.issuedOn),
      title: reader.text('title', state.title),
      targets: state.targets.map(({ indicatorId, clause, text, minimum }, index) => ({
        indicatorId: reader.choice(`targets.${index}.indicatorId`, indicatorId),
        clause: reader.text(`targets.${index}.clause`, clause),
        text: reader.text(`targets.${index}.text`, text),
        minimum: optional(minimum) === null ? null : whole(`targets.${index}.minimum`, minimum, /^\d{1,4}$/, words.minimumFault),
      })),
      supplementBefore: reader.day('supplementBefore', state.supplementBefore),
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
  };
