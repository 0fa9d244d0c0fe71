import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule } from '../audit/audit.module.js';
import { AccessGuard } from './access.guard.js';
import { GuessesService } from './guesses.service.js';
import { Housekeeping } from './housekeeping.js';
import { SessionCache } from './session-cache.js';
import { SessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

/** Who may call what. The guard stands before every route. */
@Global()
@Module({
  imports: [AuditModule],
  providers: [Housekeeping, SessionCache, SessionCookie, SessionsService, GuessesService, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [SessionCookie, SessionsService, GuessesService],
})
export class AccessModule {}
