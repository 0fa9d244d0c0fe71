import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { UnitsModule } from '../units/units.module.js';
import { CommuneReportsController } from './commune-reports.controller.js';
import { CommuneReportsService } from './commune-reports.service.js';

@Module({ imports: [PlansModule, UnitsModule], controllers: [CommuneReportsController], providers: [CommuneReportsService], exports: [CommuneReportsService] })
export class CommuneReportsModule {}
