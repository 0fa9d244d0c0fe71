import { Module } from '@nestjs/common';
import { FundingModule } from '../funding/funding.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { ReconciliationService } from './reconciliation.service.js';
import { ReportedMoneyService } from './reported-money.service.js';

@Module({
  imports: [FundingModule, PlansModule],
  controllers: [ReconciliationController],
  providers: [ReconciliationService, ReportedMoneyService],
})
export class ReconciliationModule {}
