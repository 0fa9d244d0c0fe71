import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { LoggerService } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { destination, pino, type Logger } from 'pino';

// Neither who asks nor what for: the address, cookies and search words stay out; the audit trail has what must be known.
const serializers = {
  req: ({ method, routeOptions }: Pick<FastifyRequest, 'method' | 'routeOptions'>) => ({ method, route: routeOptions?.url ?? null }),
  res: ({ statusCode }: Pick<FastifyReply, 'statusCode'>) => ({ statusCode }),
  // A failed statement brings its parameters along: names, search words, hashes.
  err: (error: Error & { code?: unknown }) => {
    const { type, message, stack } = pino.stdSerializers.err(error);
    return { type, code: error.code, message, stack };
  },
};

/** JSON lines, to a file of the data folder that its owner alone reads, or to standard output. */
export function createLog(file: string | null): Logger {
  return pino(
    { base: { service: 'ocop-api' }, timestamp: pino.stdTimeFunctions.isoTime, serializers },
    destination(file === null ? { dest: 1, sync: false } : { dest: file, mkdir: true, mode: 0o600, sync: false }),
  );
}

/** A caller's own request id when it is a plain one, else a new one. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Nest's own lines in the same log; its start-up chatter is left out. */
export function nestLog(log: Logger): LoggerService {
  return {
    log: () => undefined,
    warn: (message: unknown, context?: unknown) => log.warn({ context }, String(message)),
    error: (message: unknown, ...context: unknown[]) => log.error({ context }, String(message)),
    fatal: (message: unknown, ...context: unknown[]) => log.fatal({ context }, String(message)),
  };
}
