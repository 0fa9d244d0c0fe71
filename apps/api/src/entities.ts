import { AccountEntity, AccountLinkEntity, AccountUnitEntity, RecoveryCodeEntity } from './modules/accounts/account.entity.js';
import { ActivityEntity } from './modules/activities/activity.entity.js';
import { CalendarFeedEntity } from './modules/attention/calendar-feed.entity.js';
import { CommuneReportEntity } from './modules/commune-reports/commune-report.entity.js';
import { CouncilRuleEntity, EvaluationEntity, RecognitionEntity, RevocationEntity } from './modules/evaluations/evaluation.entity.js';
import { FundingClosingEntity, FundingEntryEntity, FundingSumEntity, FundingUnitSumEntity, FundingWarningEntity, LedgerCheckEntity } from './modules/funding/funding-entry.entity.js';
import { LawRuleEntity } from './modules/law/law-rule.entity.js';
import {
  FundingSourceEntity,
  PlanEntity,
  PlanReportDueEntity,
  PlanRoundEntity,
  PlanTargetEntity,
  WorkAreaEntity,
} from './modules/plans/plan.entity.js';
import { InspectionEntity, ProducerEntity, ProductEntity, ProductSetEntity } from './modules/products/product.entity.js';
import { ReconciliationSettingEntity, ReconciliationSignOffEntity, ReportedMoneyEntity } from './modules/reconciliation/reconciliation.entity.js';
import { RegistrationEntity, RegistrationStepEntity } from './modules/registrations/registration.entity.js';
import { ReportDeliveryEntity, ReportRecipientEntity } from './modules/reports/report-delivery.entity.js';
import { ReportAttemptEntity, ReportRunEntity, ReportScheduleEntity } from './modules/reports/report-run.entity.js';
import { ReportEntity, ReportIssueEntity, ReportStepEntity, ReportTextEntity } from './modules/reports/report.entity.js';
import { UnitAliasEntity, UnitEntity } from './modules/units/unit.entity.js';
import { KnownDeviceEntity, SessionEntity, WrongGuessEntity } from './platform/access/session.entity.js';
import { AuditEntryEntity } from './platform/audit/audit-entry.entity.js';
import { FactsVersionEntity } from './platform/database/facts-version.entity.js';

export const entities = [
  AccountEntity,
  AccountLinkEntity,
  AccountUnitEntity,
  ActivityEntity,
  AuditEntryEntity,
  CalendarFeedEntity,
  CommuneReportEntity,
  CouncilRuleEntity,
  EvaluationEntity,
  FactsVersionEntity,
  FundingClosingEntity,
  FundingEntryEntity,
  FundingSourceEntity,
  FundingSumEntity,
  FundingUnitSumEntity,
  FundingWarningEntity,
  InspectionEntity,
  KnownDeviceEntity,
  LawRuleEntity,
  LedgerCheckEntity,
  PlanEntity,
  PlanReportDueEntity,
  PlanRoundEntity,
  PlanTargetEntity,
  ProducerEntity,
  ProductEntity,
  ProductSetEntity,
  RecognitionEntity,
  ReconciliationSettingEntity,
  ReconciliationSignOffEntity,
  RecoveryCodeEntity,
  RegistrationEntity,
  RegistrationStepEntity,
  ReportAttemptEntity,
  ReportDeliveryEntity,
  ReportEntity,
  ReportIssueEntity,
  ReportRecipientEntity,
  ReportRunEntity,
  ReportScheduleEntity,
  ReportStepEntity,
  ReportTextEntity,
  ReportedMoneyEntity,
  RevocationEntity,
  SessionEntity,
  UnitAliasEntity,
  UnitEntity,
  WorkAreaEntity,
  WrongGuessEntity,
];
