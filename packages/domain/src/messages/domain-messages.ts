import type { ForecastReason } from '../forecast.js';
import type { FundingSourceKind, FundingStage, MoneyUnit } from '../funding.js';
import type { IndicatorId, IndicatorStatus, IndicatorUnit } from '../indicators.js';
import type { PeriodKind } from '../period.js';
import type { CannotReason } from '../prospect.js';
import type { ProducerKind, RegistrationKind, RegistrationStage } from '../registration.js';
import type { UnitLevel } from '../unit-level.js';

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
  fundingStageNames: Readonly<Record<FundingStage, string>>;
  fundingSourceKindNames: Readonly<Record<FundingSourceKind, string>>;
  unitLevelNames: Readonly<Record<UnitLevel, string>>;
  moneyUnitNames: Readonly<Record<MoneyUnit, string>>;
  /** why a registration can no longer count this year */
  cannotReasonNames: Readonly<Record<CannotReason, string>>;
  forecastReasonNames: Readonly<Record<ForecastReason, string>>;
  /** parts as the language writes them */
  dayLong: (day: string, month: string, year: string) => string;
  clauseReference: (planNumber: string, clause: string) => string;
}
