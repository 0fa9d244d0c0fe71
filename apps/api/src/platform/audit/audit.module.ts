import { Global, Module } from '@nestjs/common';
import { AuditSeals } from './audit-seals.js';
import { AuditTrailService } from './audit-trail.service.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';

/** What was done, by whom, from where and why. */
@Global()
@Module({ controllers: [AuditController], providers: [AuditSeals, AuditService, AuditTrailService], exports: [AuditService] })
export class AuditModule {}
