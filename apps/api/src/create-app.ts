import 'reflect-metadata';
import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { checkEveryRouteDeclared } from './platform/access/route-access.js';
import { SessionCookie } from './platform/access/session-cookie.js';
import type { Clock } from './platform/clock/clock.js';
import { withRowScope } from './platform/database/row-scope.js';
import { sendProblem } from './platform/errors/problem.filter.js';
import { answerBrokenRequest } from './platform/http/broken-request.js';
import { serveDashboard } from './platform/http/dashboard-files.js';
import { BARE_HEADERS, BODY_LIMIT, guardEdges, TIME_LIMITS } from './platform/http/edges.js';
import { createOpenApi } from './platform/http/openapi.js';
import type { Installation } from './platform/installation.js';
import { nestLog, requestId } from './platform/http/request-log.js';

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
    bodyLimit: BODY_LIMIT,
    ...TIME_LIMITS,
    // The socket's own address is hop 0: without a proxy nothing that a caller claims counts.
    trustProxy: (_address: string, hop: number) => hop < installation.proxies,
    clientErrorHandler: answerBrokenRequest,
    // A key that would reach into every object.
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // What the router itself refuses (a malformed address) never reaches Nest's filter.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => sendProblem(error, request, reply.headers(BARE_HEADERS)),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(dataSource, clock, installation), adapter, {
    logger: nestLog(log),
    abortOnError: false,
    // Fastify's own parser of JSON; forms and plain text are not taken.
    bodyParser: false,
  });
  adapter.getInstance().removeContentTypeParser('text/plain');
  await app.register(fastifyCookie);
  const cookie = new SessionCookie(installation);
  await guardEdges(app, installation.publicUrl?.protocol === 'https:', installation.requestsPerMinute, cookie.token);
  // Nobody's rows until the guard knows who asks. After the body was read: its events come from outside of this context.
  adapter.getInstance().addHook('preValidation', (_request, _reply, done) => withRowScope(null, done));
  checkEveryRouteDeclared(app);
  adapter.getInstance().addHook('onSend', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  const openApi = createOpenApi(app);
  adapter.getInstance().get('/api/openapi.json', () => openApi);
  if (dashboard !== null) await serveDashboard(app, dashboard);
  await app.init();
  await adapter.getInstance().ready();
  return app;
}
