import { Module } from '@nestjs/common';
import { ProductsModule } from '../products/products.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { HistoriesController } from './histories.controller.js';
import { HistoriesService } from './histories.service.js';

@Module({ imports: [ProductsModule, RegistrationsModule], controllers: [HistoriesController], providers: [HistoriesService] })
export class HistoriesModule {}
