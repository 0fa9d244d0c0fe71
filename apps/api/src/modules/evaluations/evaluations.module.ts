import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ProductsModule } from '../products/products.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { CouncilRulesService } from './council-rules.service.js';
import { EvaluationsService } from './evaluations.service.js';
import { RecognitionsService } from './recognitions.service.js';
import { RegistrationFactsController } from './registration-facts.controller.js';
import { ResultsService } from './results.service.js';
import { UndoService } from './undo.service.js';

@Module({
  imports: [LawModule, PlansModule, ProductsModule, RegistrationsModule],
  controllers: [RegistrationFactsController],
  providers: [CouncilRulesService, EvaluationsService, RecognitionsService, ResultsService, UndoService],
  exports: [EvaluationsService],
})
export class EvaluationsModule {}
