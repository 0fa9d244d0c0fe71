import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import type { Clock } from './platform/clock/clock.js';
import { sendProblem } from './platform/errors/problem.filter.js';
import { serveDashboard } from './platform/http/dashboard-files.js';
import { createOpenApi } from './platform/http/openapi.js';
import { nestLog, requestId } from './platform/http/request-log.js';

const BODY_LIMIT_BYTES = 1024 * 1024;

export interface AppParts {
  dataSource: DataSource;
  clock: Clock;
  log: Logger;
  /** Folder of the built dashboard; null = API alone. */
  dashboard: string | null;
}

/** The HTTP application, ready to listen. */
export async function createApp({ dataSource, clock, log, dashboard }: AppParts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    genReqId: requestId,
    bodyLimit: BODY_LIMIT_BYTES,
    // What the router itself refuses (a malformed address) never reaches Nest's filter.
    frameworkErrors: sendProblem,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(dataSource, clock), adapter, {
    logger: nestLog(log),
    abortOnError: false,
    // Fastify's own parser of JSON; forms and plain text are not taken.
    bodyParser: false,
  });
  adapter.getInstance().removeContentTypeParser('text/plain');
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
