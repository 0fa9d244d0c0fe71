import type { EvaluationLevel } from '../evaluation.js';
import type { NextStep } from '../attention-item.js';
import type { ForecastReason } from '../forecast.js';
import type { FundingSourceKind, FundingStage, MoneyUnit } from '../funding.js';
import type { IndicatorId, IndicatorStatus, IndicatorUnit } from '../indicators.js';
import type { Authority, LawTopic } from '../law.js';
import type { CommuneReportState } from '../commune-report.js';
import type { PeriodKind } from '../period.js';
import type { SupplementState } from '../registration-moves.js';
import type { CannotReason } from '../prospect.js';
import type { ProducerKind, RegistrationKind, RegistrationStage } from '../registration.js';
import type { UnitLevel } from '../unit-level.js';

/** A count and how the language writes it. */
export interface Count {
  n: number;
  text: string;
}

/** What waits, by AttentionKind; days and counts come as the language writes them. */
interface AttentionSentences {
  'supplements-due': () => string;
  'recognition-due': (round: number, dossiers: Count) => string;
  'recognition-missed': (round: number, dossiers: Count) => string;
  'sending-due': (round: number, dossiers: Count) => string;
  'sending-missed': (round: number, dossiers: Count) => string;
  'reports-due': (period: PeriodKind, communes: Count) => string;
  'reports-missed': (period: PeriodKind, communes: Count) => string;
  'own-report-coming': (period: PeriodKind, plannedOn: string) => string;
  'own-report-failed': (period: PeriodKind, plannedOn: string) => string;
  'own-report-unfinished': (period: PeriodKind, plannedOn: string) => string;
  'own-report-unsent': (period: PeriodKind, failedOn: string) => string;
  'certificate-lapses-in-180-days': (product: string, stars: number, validTo: string) => string;
  'certificate-lapses-in-90-days': (product: string, stars: number, validTo: string) => string;
  'certificate-lapses-in-30-days': (product: string, stars: number, validTo: string) => string;
  'certificate-lapsed': (product: string, stars: number, validTo: string) => string;
  'registration-stuck': (product: string, stageName: string, since: string) => string;
  'result-without-decision': (product: string, stars: number, since: string) => string;
}

export interface DomainMessages {
  indicatorNames: Readonly<Record<IndicatorId, string>>;
  indicatorUnits: Readonly<Record<IndicatorUnit, string>>;
  statusNames: Readonly<Record<IndicatorStatus, string>>;
  registrationKindNames: Readonly<Record<RegistrationKind, string>>;
  registrationKindShortNames: Readonly<Record<RegistrationKind, string>>;
  stageNames: Readonly<Record<RegistrationStage, string>>;
  producerKindNames: Readonly<Record<ProducerKind, string>>;
  /** a year follows: `${periodNames.H1} 2024` */
  periodNames: Readonly<Record<PeriodKind, string>>;
  communeReportStateNames: Readonly<Record<CommuneReportState, string>>;
  fundingStageNames: Readonly<Record<FundingStage, string>>;
  fundingSourceKindNames: Readonly<Record<FundingSourceKind, string>>;
  unitLevelNames: Readonly<Record<UnitLevel, string>>;
  authorityNames: Readonly<Record<Authority, string>>;
  evaluationLevelNames: Readonly<Record<EvaluationLevel, string>>;
  lawTopicNames: Readonly<Record<LawTopic, string>>;
  supplementNames: Readonly<Record<SupplementState, string>>;
  moneyUnitNames: Readonly<Record<MoneyUnit, string>>;
  /** why a registration can no longer count this year */
  cannotReasonNames: Readonly<Record<CannotReason, string>>;
  forecastReasonNames: Readonly<Record<ForecastReason, string>>;
  attentionSentences: AttentionSentences;
  nextSteps: Readonly<Record<NextStep, string>>;
  /** how far off a last day in time is */
  dueWords: {
    ahead: (days: number, lastDay: string) => string;
    today: string;
    late: (days: number, lastDay: string) => string;
    /** of a dossier: no law sets its day */
    unmoved: (days: number) => string;
  };
  /** parts as the language writes them */
  dayLong: (day: string, month: string, year: string) => string;
  clauseReference: (planNumber: string, clause: string) => string;
}
