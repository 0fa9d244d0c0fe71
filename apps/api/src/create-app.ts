import 'reflect-metadata';
import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { checkEveryRouteDeclared } from './platform/access/route-access.js';
import type { Clock } from './platform/clock/clock.js';
import { withRowScope } from './platform/database/row-scope.js';
import { sendProblem } from './platform/errors/problem.filter.js';
import { serveDashboard } from './platform/http/dashboard-files.js';
import { createOpenApi } from './platform/http/openapi.js';
import type { Installation } from './platform/installation.js';
import { nestLog, requestId } from './platform/http/request-log.js';

const BODY_LIMIT_BYTES = 1024 * 1024;

export interface AppParts {
  dataSource: DataSource;
  clock: Clock;
  installation: Installation;
  log: Logger;
  /** Folder of the built dashboard; null = API alone. */
  dashboard: string | null;
}

/** The HTTP application, ready to listen. */
export async function createApp({ dataSource, clock, installation, log, dashboard }: AppParts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    genReqId: requestId,
    bodyLimit: BODY_LIMIT_BYTES,
    // What the router itself refuses (a malformed address) never reaches Nest's filter.
    frameworkErrors: sendProblem,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(dataSource, clock, installation), adapter, {
    logger: nestLog(log),
    abortOnError: false,
    // Fastify's own parser of JSON; forms and plain text are not taken.
    bodyParser: false,
  });
  adapter.getInstance().removeContentTypeParser('text/plain');
  await app.register(fastifyCookie);
  // Nobody's rows until the guard knows who asks. After the body was read: its events come from outside of this context.
  adapter.getInstance().addHook('preValidation', (_request, _reply, done) => withRowScope(null, done));
  checkEveryRouteDeclared(app);
  const openApi = createOpenApi(app);
  adapter.getInstance().addHook('onSend', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  adapter.getInstance().get('/api/openapi.json', () => openApi);
  if (dashboard !== null) await serveDashboard(app, dashboard);
  await app.init();
  await adapter.getInstance().ready();
  return app;
}
