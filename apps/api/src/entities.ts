import { AccountEntity, AccountLinkEntity, AccountUnitEntity, RecoveryCodeEntity } from './modules/accounts/account.entity.js';
import { CommuneReportEntity } from './modules/commune-reports/commune-report.entity.js';
import { EvaluationEntity, RecognitionEntity } from './modules/evaluations/evaluation.entity.js';
import { FundingEntryEntity } from './modules/funding/funding-entry.entity.js';
import {
  FundingSourceEntity,
  PlanEntity,
  PlanReportDueEntity,
  PlanRoundEntity,
  PlanTargetEntity,
  WorkAreaEntity,
} from './modules/plans/plan.entity.js';
import {
  ProducerEntity,
  ProductEntity,
  RegistrationEntity,
  RegistrationStepEntity,
} from './modules/products/product.entity.js';
import { ReportEntity } from './modules/reports/report.entity.js';
import { UnitAliasEntity, UnitEntity } from './modules/units/unit.entity.js';
import { KnownDeviceEntity, SessionEntity, WrongGuessEntity } from './platform/access/session.entity.js';
import { AuditEntryEntity } from './platform/audit/audit-entry.entity.js';

export const entities = [
  AccountEntity,
  AccountLinkEntity,
  AccountUnitEntity,
  AuditEntryEntity,
  CommuneReportEntity,
  EvaluationEntity,
  FundingEntryEntity,
  FundingSourceEntity,
  KnownDeviceEntity,
  PlanEntity,
  PlanReportDueEntity,
  PlanRoundEntity,
  PlanTargetEntity,
  ProducerEntity,
  ProductEntity,
  RecognitionEntity,
  RecoveryCodeEntity,
  RegistrationEntity,
  RegistrationStepEntity,
  ReportEntity,
  SessionEntity,
  UnitAliasEntity,
  UnitEntity,
  WorkAreaEntity,
  WrongGuessEntity,
];
