import { Module } from '@nestjs/common';
import { UnitsModule } from '../units/units.module.js';
import { ProducersController } from './producers.controller.js';
import { ProducersService } from './producers.service.js';
import { ProductsController } from './products.controller.js';
import { ProductsService } from './products.service.js';
import { RegisterExportsService } from './register-exports.service.js';

@Module({
  imports: [UnitsModule],
  controllers: [ProducersController, ProductsController],
  providers: [ProducersService, ProductsService, RegisterExportsService],
  exports: [ProducersService, ProductsService],
})
export class ProductsModule {}
