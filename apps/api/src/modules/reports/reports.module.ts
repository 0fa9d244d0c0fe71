import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { FundingModule } from '../funding/funding.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { LawModule } from '../law/law.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ReportCalendarController } from './report-calendar.controller.js';
import { ReportCalendarService } from './report-calendar.service.js';
import { ReportComparisonService } from './report-comparison.service.js';
import { ReportDeliveriesController } from './report-deliveries.controller.js';
import { ReportDeliveriesService } from './report-deliveries.service.js';
import { ReportMailService } from './report-mail.service.js';
import { ReportRunsService } from './report-runs.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportStepsService } from './report-steps.service.js';
import { ReportTextsController } from './report-texts.controller.js';
import { ReportTextsService } from './report-texts.service.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [ActivitiesModule, EvaluationsModule, FundingModule, IndicatorsModule, LawModule, PlansModule],
  controllers: [ReportsController, ReportCalendarController, ReportTextsController, ReportDeliveriesController],
  providers: [ReportsService, ReportStepsService, ReportRunsService, ReportCalendarService, ReportTextsService, ReportComparisonService, ReportDeliveriesService, ReportMailService],
  exports: [ReportsService, ReportCalendarService],
})
export class ReportsModule {}
