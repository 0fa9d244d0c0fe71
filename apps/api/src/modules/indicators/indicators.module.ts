import { Module } from '@nestjs/common';
import { CommuneReportsModule } from '../commune-reports/commune-reports.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { FundingModule } from '../funding/funding.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { IndicatorsController } from './indicators.controller.js';
import { IndicatorsService } from './indicators.service.js';

@Module({
  imports: [CommuneReportsModule, EvaluationsModule, FundingModule, PlansModule, RegistrationsModule],
  controllers: [IndicatorsController],
  providers: [IndicatorsService],
  exports: [IndicatorsService],
})
export class IndicatorsModule {}
