import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { FundingController } from './funding.controller.js';
import { FundingService } from './funding.service.js';

@Module({ imports: [PlansModule], controllers: [FundingController], providers: [FundingService], exports: [FundingService] })
export class FundingModule {}
