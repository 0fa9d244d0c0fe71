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

export const entities = [
  CommuneReportEntity,
  EvaluationEntity,
  FundingEntryEntity,
  FundingSourceEntity,
  PlanEntity,
  PlanReportDueEntity,
  PlanRoundEntity,
  PlanTargetEntity,
  ProducerEntity,
  ProductEntity,
  RecognitionEntity,
  RegistrationEntity,
  RegistrationStepEntity,
  ReportEntity,
  UnitAliasEntity,
  UnitEntity,
  WorkAreaEntity,
];
