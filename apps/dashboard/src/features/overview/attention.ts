import type { Deadline, PlanDetail, Registration } from '@ocop/contracts';
import { isOpenStage, type PeriodKind } from '@ocop/domain';

/** A deadline this close is something to act on. */
const ATTENTION_DAYS = 30;

type AttentionSubject =
  | { kind: 'recognise'; round: number; open: number }
  | { kind: 'send'; round: number; waiting: number }
  | { kind: 'supplements' }
  | { kind: 'reports'; period: PeriodKind; name: string; missing: number };

/** One thing that somebody has to do now. */
export interface AttentionItem {
  key: string;
  subject: AttentionSubject;
  due: Deadline;
  missed: boolean;
}

const near = (due: Deadline): boolean => due.state !== 'passed' && due.daysLeft <= ATTENTION_DAYS;

/** Dossiers scored 70 points or more go on to the province (clause III.3). */
const waitsForProvince = ({ stage, points }: Registration): boolean =>
  stage === 'scored-by-town' && points !== null && Number(points) >= 70;

/**
 * Deadlines within 30 days, and passed ones whose work is not done: a round that recognised nothing while dossiers
 * wait, dossiers of 70 points not sent, communes whose report is missing. Missed first, then by day.
 */
export function attentionItems(plan: PlanDetail, registrations: readonly Registration[]): AttentionItem[] {
  const open = registrations.filter(({ stage }) => isOpenStage(stage)).length;
  const waiting = registrations.filter(waitsForProvince).length;
  const { supplements, rounds, communeReports } = plan;
  const items: AttentionItem[] = [];
  const add = (key: string, due: Deadline, missed: boolean, subject: AttentionSubject) => {
    if (missed || near(due)) items.push({ key, subject, due, missed });
  };
  add('supplements', supplements.due, false, { kind: 'supplements' });
  for (const { no, townRecognition, dossiersToProvince, recognised } of open > 0 ? rounds : []) {
    const nothingRecognised = townRecognition.state === 'passed' && recognised === 0;
    add(`recognise-${no}`, townRecognition, nothingRecognised, { kind: 'recognise', round: no, open });
    const notSent = dossiersToProvince.state === 'passed' && waiting > 0;
    add(`send-${no}`, dossiersToProvince, notSent, { kind: 'send', round: no, waiting });
  }
  for (const { period, name, due, received, expected } of communeReports) {
    if (received < expected) {
      add(`reports-${period}`, due, due.state === 'passed', { kind: 'reports', period, name, missing: expected - received });
    }
  }
  return items.sort((a, b) => Number(b.missed) - Number(a.missed) || (a.due.before < b.due.before ? -1 : 1));
}
