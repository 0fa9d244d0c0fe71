import { Module } from '@nestjs/common';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { LawModule } from '../law/law.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { AttentionController } from './attention.controller.js';
import { AttentionService } from './attention.service.js';
import { CalendarService } from './calendar.service.js';
import { ForecastService } from './forecast.service.js';

@Module({
  imports: [EvaluationsModule, IndicatorsModule, LawModule, PlansModule, RegistrationsModule, ReportsModule],
  controllers: [AttentionController],
  providers: [AttentionService, CalendarService, ForecastService],
})
export class AttentionModule {}
