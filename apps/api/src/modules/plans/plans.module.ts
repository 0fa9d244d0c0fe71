import { Module } from '@nestjs/common';
import { FundingSourcesController } from './funding-sources.controller.js';
import { FundingSourcesService } from './funding-sources.service.js';
import { PlansController } from './plans.controller.js';
import { PlansService } from './plans.service.js';

@Module({ controllers: [PlansController, FundingSourcesController], providers: [PlansService, FundingSourcesService], exports: [PlansService] })
export class PlansModule {}
