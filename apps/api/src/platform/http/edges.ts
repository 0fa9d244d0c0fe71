import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error.js';
import { messages } from '../errors/messages.js';

const KIB = 1024;
/** Largest body in general, and of the routes that anybody may call. */
export const BODY_LIMIT = 1024 * KIB;
const SIGN_IN_BODY_LIMIT = 16 * KIB;
const SIGN_IN_ROUTES = /^\/api\/v1\/(session|account|account-links)(\/|$)/;

/** How long a caller may take, so that slow ones hold nothing (milliseconds). */
export const TIME_LIMITS = { requestTimeout: 30_000, connectionTimeout: 60_000, keepAliveTimeout: 72_000 } as const;

const isSignIn = (request: FastifyRequest) => request.method !== 'GET' && SIGN_IN_ROUTES.test(request.url.split('?')[0] ?? '');

/** An address may stand for a whole office. */
const ADDRESS_TIMES = 5;
/** A whole office may sign in within the minute; more than that is no office. */
const SIGN_IN_PART = 5;

/**
 * Limits the requests a minute: of one session, of one address, and of one address to the routes of signing in. Counted in
 * this process; guessed passwords are counted in the database besides (GuessesService).
 */
async function limitRates(app: NestFastifyApplication, perMinute: number, sessionOf: (request: FastifyRequest) => string | null): Promise<void> {
  await app.register(fastifyRateLimit, { global: false });
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const limit = (max: number, keyGenerator: (request: FastifyRequest) => string) => server.createRateLimit({ timeWindow: 60_000, max, keyGenerator });
  const ofAddress = limit(perMinute * ADDRESS_TIMES, ({ ip }) => `address ${ip}`);
  const ofSession = limit(perMinute, (request) => `session ${sessionOf(request)}`);
  const ofSignIn = limit(Math.ceil(perMinute / SIGN_IN_PART), ({ ip }) => `sign-in ${ip}`);
  server.addHook('onRequest', async (request) => {
    const limits = [ofAddress, ...(isSignIn(request) ? [ofSignIn] : sessionOf(request) === null ? [] : [ofSession])];
    for (const one of limits) {
      const answer = await one(request);
      if (!answer.isAllowed && answer.isExceeded) {
        throw new AppError('too-many-requests', messages.tooManyRequests, undefined, answer.ttlInSeconds);
      }
    }
  });
}

/** Nothing is loaded, framed, posted or run but what the product itself serves; no script or style stands in a page. */
const CONTENT_POLICY = {
  'default-src': [`'none'`],
  'script-src': [`'self'`],
  'style-src': [`'self'`],
  'img-src': [`'self'`, 'data:'],
  'font-src': [`'self'`],
  'connect-src': [`'self'`],
  'form-action': [`'self'`],
  'base-uri': [`'none'`],
  'frame-ancestors': [`'none'`],
  'object-src': [`'none'`],
};

/** What the router refuses before any hook runs. */
export const BARE_HEADERS = {
  'content-security-policy': `default-src 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
} as const;

/** What no page of the product uses. */
const PERMISSIONS_POLICY = 'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()';

/**
 * What stands around every route: security headers, rates, body sizes.
 * @param secure whether people come through HTTPS
 * @param perMinute requests of one session a minute; null = no limit
 */
export async function guardEdges(
  app: NestFastifyApplication,
  secure: boolean,
  perMinute: number | null,
  sessionOf: (request: FastifyRequest) => string | null,
): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
    strictTransportSecurity: secure && { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xXssProtection: false,
  });
  if (perMinute !== null) await limitRates(app, perMinute, sessionOf);
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', (route) => {
    if (SIGN_IN_ROUTES.test(route.url)) route.bodyLimit = SIGN_IN_BODY_LIMIT;
  });
  server.addHook('onSend', async (request, reply) => {
    void reply.header('permissions-policy', PERMISSIONS_POLICY);
    // Answers of the API are of somebody; no cache of the browser or on the way keeps them.
    if (request.url.startsWith('/api/') && reply.getHeader('cache-control') === undefined) void reply.header('cache-control', 'no-store');
  });
}
