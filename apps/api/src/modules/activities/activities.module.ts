import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityExportsService } from './activity-exports.service.js';

@Module({ imports: [PlansModule, UnitsModule], controllers: [ActivitiesController], providers: [ActivitiesService, ActivityExportsService], exports: [ActivitiesService] })
export class ActivitiesModule {}
