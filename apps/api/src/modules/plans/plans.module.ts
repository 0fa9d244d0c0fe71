import { Module } from '@nestjs/common';
import { FundingSourcesController } from './funding-sources.controller.js';
import { FundingSourcesService } from './funding-sources.service.js';
import { PlanEntryService } from './plan-entry.service.js';
import { PlansController } from './plans.controller.js';
import { PlansInSightService } from './plans-in-sight.service.js';
import { PlansService } from './plans.service.js';

@Module({ controllers: [PlansController, FundingSourcesController], providers: [PlansService, PlanEntryService, PlansInSightService, FundingSourcesService], exports: [PlansService, PlansInSightService] })
export class PlansModule {}
