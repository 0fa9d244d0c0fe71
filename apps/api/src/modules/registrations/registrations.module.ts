import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { ProductsModule } from '../products/products.module.js';
import { UnitsModule } from '../units/units.module.js';
import { RegistrationsController } from './registrations.controller.js';
import { RegistrationsExportService } from './registrations-export.service.js';
import { RegistrationsService } from './registrations.service.js';

@Module({ imports: [PlansModule, ProductsModule, UnitsModule], controllers: [RegistrationsController], providers: [RegistrationsExportService, RegistrationsService], exports: [RegistrationsService] })
export class RegistrationsModule {}
