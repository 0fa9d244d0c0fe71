import { daysBetween, type Day } from './day.js';
import type { ReEvaluationWindow } from './law.js';
import type { PeriodKind } from './period.js';
import type { RegistrationKind, RegistrationStage } from './registration.js';
import type { RoundDays } from './round.js';
import type { Stars } from './stars.js';

/** A dossier that has not moved for more than this many days is stuck; a setting of the house. */
export const STUCK_AFTER_DAYS = 30;
/** A day this near, in days, is soon. */
export const SOON_DAYS = 30;
/** Days further off than this are not listed: the earliest a re-evaluation dossier may go in (QĐ 26/2026/QĐ-TTg). */
export const LATER_DAYS = 180;

/**
 * A certificate that lapsed more than this many days ago, and that nobody re-evaluates, comes after everything else: a setting
 * of the house. A plan year has gone by without it, so no day of this year is lost by doing the rest first.
 */
export const LONG_LAPSED_DAYS = 365;

export const URGENCIES = ['overdue', 'soon', 'later', 'long-lapsed'] as const;
export type Urgency = (typeof URGENCIES)[number];

const ROUND_KINDS = ['recognition-due', 'recognition-missed', 'sending-due', 'sending-missed'] as const;
const OWN_REPORT_KINDS = ['own-report-coming', 'own-report-failed', 'own-report-unfinished', 'own-report-unsent'] as const;
const CERTIFICATE_KINDS = [
  'certificate-lapses-in-180-days',
  'certificate-lapses-in-90-days',
  'certificate-lapses-in-30-days',
  'certificate-lapsed',
] as const;
export const ATTENTION_KINDS = [
  'supplements-due',
  ...ROUND_KINDS,
  'reports-due',
  'reports-missed',
  ...OWN_REPORT_KINDS,
  ...CERTIFICATE_KINDS,
  'registration-stuck',
  'result-without-decision',
] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

export const NEXT_STEPS = [
  'send-supplements',
  'evaluate-and-recognise',
  'move-to-next-round',
  'conclude-dossiers',
  'send-to-province',
  'send-to-province-at-once',
  'remind-communes',
  'demand-reports',
  'check-own-report',
  'look-into-own-report',
  'finish-own-report',
  'approve-own-report',
  'issue-own-report',
  'send-own-report',
  'prepare-re-evaluation',
  'submit-re-evaluation',
  'submit-re-evaluation-at-once',
  'finish-re-evaluation',
  'complete-dossier',
  'assess-by-commune',
  'score-by-town',
  'record-result',
  'issue-decision',
  'close-dossier',
  'ask-province',
  'ask-ministry',
  'record-higher-decision',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

interface Waiting {
  /** the same from day to day for the same matter */
  key: string;
  urgency: Urgency;
  nextStep: NextStep;
}

interface Dated extends Waiting {
  /** the last day in time */
  dueOn: Day;
  /** days from asOf to dueOn; 0 on the last day in time, negative when late */
  daysLeft: number;
}

export interface CertificateSubject {
  type: 'certificate';
  recognitionId: number;
  productId: number;
  name: string;
  unitName: string;
  stars: Stars;
  validTo: Day;
}

export interface RegistrationSubject {
  type: 'registration';
  id: number;
  name: string;
  unitName: string;
  stage: RegistrationStage;
  /** of its result; null = none */
  stars: Stars | null;
  /** the day of its stage, or of its result */
  since: Day;
}

export interface SupplementsItem extends Dated {
  kind: 'supplements-due';
  subject: { type: 'supplements' };
}

export interface RoundItem extends Dated {
  kind: (typeof ROUND_KINDS)[number];
  subject: { type: 'round'; no: number };
  /** dossiers that wait; of a sending ahead it may be 0: those with 70 points are not known yet */
  count: number;
}

export interface ReportsItem extends Dated {
  kind: 'reports-due' | 'reports-missed';
  subject: { type: 'reports'; period: PeriodKind };
  /** communes whose report is missing */
  count: number;
}

/** A report of the office's own, made by the calendar, or not sent. */
export interface OwnReportItem extends Dated {
  kind: (typeof OWN_REPORT_KINDS)[number];
  /** `plannedOn`: the day on which it makes itself; of one unsent, on which its mail was given up */
  subject: { type: 'own-report'; period: PeriodKind; plannedOn: Day; reportId: number | null };
}

export interface CertificateItem extends Dated {
  kind: (typeof CERTIFICATE_KINDS)[number];
  subject: CertificateSubject;
}

/** The plan sets no day for it. */
interface Undated extends Waiting {
  dueOn: null;
  daysLeft: null;
}

export interface StuckItem extends Dated {
  kind: 'registration-stuck';
  subject: RegistrationSubject;
}

export type ResultItem = (Dated | Undated) & {
  kind: 'result-without-decision';
  subject: RegistrationSubject & { stars: Stars };
};

/** One thing that waits for somebody. */
export type AttentionItem = SupplementsItem | RoundItem | ReportsItem | OwnReportItem | CertificateItem | StuckItem | ResultItem;

export interface AttentionRound extends RoundDays {
  /** products recognised through this round by a decision in force on asOf */
  recognised: number;
}

export interface ReportsFacts {
  period: PeriodKind;
  /** "trước ngày" */
  before: Day;
  expected: number;
  received: number;
}

/** How a report of the calendar stands; “done” = issued, or there was nothing to report. */
export interface OwnReportFacts {
  period: PeriodKind;
  /** the day on which it makes itself */
  plannedOn: Day;
  remindDays: number;
  state: 'ahead' | 'failed' | 'draft' | 'in-review' | 'approved' | 'done';
  reportId: number | null;
}

/** An issued report whose mail did not reach everybody it was sent to. */
export interface UnsentReportFacts {
  period: PeriodKind;
  reportId: number;
  /** the day on which the last of it was given up */
  failedOn: Day;
}

export interface RegistrationFacts {
  id: number;
  productName: string;
  unitName: string;
  kind: RegistrationKind;
  stage: RegistrationStage;
  stageOn: Day;
  roundNo: number | null;
  /** the town council's points as a decimal text, such as "72.5"; null = not scored */
  points: string | null;
  /** stars of the latest result, capped by the required minimums; null = no result, or disqualified by it */
  awardedStars: Stars | null;
  /** day of the latest result; null = none */
  resultOn: Day | null;
}

/** The recognition in force of a product (`currentRecognition`), expired or not. */
export interface CertificateFacts {
  recognitionId: number;
  productId: number;
  productName: string;
  unitName: string;
  stars: Stars;
  /** last valid day */
  validTo: Day;
  /** whether an open registration for re-evaluation or upgrade exists */
  reEvaluationOpen: boolean;
}

export interface AttentionSettings {
  stuckAfterDays: number;
  /** null = the law in force sets none */
  reEvaluationWindow: ReEvaluationWindow | null;
}

export interface AttentionFacts {
  asOf: Day;
  /** "trước ngày" */
  supplementBefore: Day;
  rounds: readonly AttentionRound[];
  reports: readonly ReportsFacts[];
  /** none for who does not make reports */
  ownReports?: readonly OwnReportFacts[];
  unsentReports?: readonly UnsentReportFacts[];
  registrations: readonly RegistrationFacts[];
  certificates: readonly CertificateFacts[];
  settings: AttentionSettings;
}

/** How a last day in time stands on a day; null when it is too far off to be listed. */
export function dueState(dueOn: Day, asOf: Day): { dueOn: Day; daysLeft: number; urgency: Urgency } | null {
  const daysLeft = daysBetween(asOf, dueOn);
  if (daysLeft > LATER_DAYS) return null;
  return { dueOn, daysLeft, urgency: daysLeft < 0 ? 'overdue' : daysLeft <= SOON_DAYS ? 'soon' : 'later' };
}
