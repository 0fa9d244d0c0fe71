import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ClosingsService } from './closings.service.js';
import { FundingChecksController } from './funding-checks.controller.js';
import { FundingExportsController } from './funding-exports.controller.js';
import { FundingExportsService } from './funding-exports.service.js';
import { FundingController } from './funding.controller.js';
import { FundingService } from './funding.service.js';
import { LedgerCheckService } from './ledger-check.service.js';
import { LedgerFileService } from './ledger-file.service.js';
import { PostingsService } from './postings.service.js';
import { ReconcileService } from './reconcile.service.js';
import { WarningsService } from './warnings.service.js';

@Module({
  imports: [PlansModule, UnitsModule],
  controllers: [FundingExportsController, FundingController, FundingChecksController],
  providers: [FundingService, FundingExportsService, PostingsService, WarningsService, ClosingsService, LedgerFileService, ReconcileService, LedgerCheckService],
  exports: [FundingService],
})
export class FundingModule {}
