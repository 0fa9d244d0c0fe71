import { Global, Module } from '@nestjs/common';
import { AuditService } from './audit.service.js';

/** What was done, by whom, from where and why. */
@Global()
@Module({ providers: [AuditService], exports: [AuditService] })
export class AuditModule {}
