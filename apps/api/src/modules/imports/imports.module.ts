import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { ProductsModule } from '../products/products.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ImportsService } from './imports.service.js';

@Module({ imports: [PlansModule, ProductsModule, UnitsModule], providers: [ImportsService], exports: [ImportsService] })
export class ImportsModule {}
