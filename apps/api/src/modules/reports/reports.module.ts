import { Module } from '@nestjs/common';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ReportsController } from './reports.controller.js';
import { ReportStepsService } from './report-steps.service.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [EvaluationsModule, IndicatorsModule, PlansModule],
  controllers: [ReportsController],
  providers: [ReportsService, ReportStepsService],
  exports: [ReportsService],
})
export class ReportsModule {}
