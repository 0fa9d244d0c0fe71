import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ImportsService } from './imports.service.js';

@Module({ imports: [PlansModule, RegistrationsModule, UnitsModule], providers: [ImportsService], exports: [ImportsService] })
export class ImportsModule {}
