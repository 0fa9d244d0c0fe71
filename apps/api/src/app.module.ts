import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountsModule } from './modules/accounts/accounts.module.js';
import { ActivitiesModule } from './modules/activities/activities.module.js';
import { AttentionModule } from './modules/attention/attention.module.js';
import { EvaluationsModule } from './modules/evaluations/evaluations.module.js';
import { FundingModule } from './modules/funding/funding.module.js';
import { HistoriesModule } from './modules/histories/histories.module.js';
import { ImportsModule } from './modules/imports/imports.module.js';
import { IndicatorsModule } from './modules/indicators/indicators.module.js';
import { LawModule } from './modules/law/law.module.js';
import { PlansModule } from './modules/plans/plans.module.js';
import { ProductsModule } from './modules/products/products.module.js';
import { ReconciliationModule } from './modules/reconciliation/reconciliation.module.js';
import { RegistrationsModule } from './modules/registrations/registrations.module.js';
import { ReportsModule } from './modules/reports/reports.module.js';
import { UnitsModule } from './modules/units/units.module.js';
import { AccessModule } from './platform/access/access.module.js';
import { AuditModule } from './platform/audit/audit.module.js';
import { ExportsModule } from './platform/exports/exports.module.js';
import { Clock } from './platform/clock/clock.js';
import { FactsCache } from './platform/database/facts-cache.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { MailModule } from './platform/mail/mail.module.js';
import { invalidInput, ProblemFilter } from './platform/errors/problem.filter.js';
import { HealthController } from './platform/http/health.controller.js';
import { Installation } from './platform/installation.js';

/** What the process brings to the modules: its database, its clock, and what it was told from outside. */
@Global()
@Module({})
export class AppModule {
  static register(dataSource: DataSource, clock: Clock, installation: Installation): DynamicModule {
    return {
      module: AppModule,
      imports: [
        AccessModule, AccountsModule, ActivitiesModule, AttentionModule, AuditModule, EvaluationsModule, ExportsModule, FundingModule, HistoriesModule, ImportsModule, IndicatorsModule, JobsModule, LawModule, MailModule,
        PlansModule, ProductsModule, ReconciliationModule, RegistrationsModule,
        ReportsModule, UnitsModule,
      ],
      controllers: [HealthController],
      providers: [
        FactsCache,
        { provide: DataSource, useValue: dataSource },
        { provide: Clock, useValue: clock },
        { provide: Installation, useValue: installation },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useValue: new StandardSchemaValidationPipe({ exceptionFactory: invalidInput }) },
      ],
      exports: [DataSource, Clock, FactsCache, Installation],
    };
  }
}
