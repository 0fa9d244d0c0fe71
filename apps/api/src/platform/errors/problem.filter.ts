import { fieldName, type Problem, type ProblemCode } from '@ocop/contracts';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { foundNoConnection } from '../database/connection-wait.js';
import { AppError, Faults } from './app-error.js';
import { messages } from './messages.js';

const statuses: Readonly<Record<ProblemCode, number>> = {
  'invalid-input': 400,
  'unknown-year': 404,
  'locality-needed': 400,
  'unknown-locality': 404,
  'as-of-before-plan': 422,
  'as-of-after-today': 422,
  'period-not-started': 422,
  'sign-in-needed': 401,
  'second-factor-needed': 401,
  'wrong-credentials': 401,
  'wrong-code': 401,
  'link-not-valid': 404,
  forbidden: 403,
  'cross-site': 403,
  'too-many-attempts': 429,
  'too-many-requests': 429,
  'already-there': 409,
  'changed-meanwhile': 409,
  doubtful: 422,
  'last-administrator': 409,
  'own-account': 409,
  'not-found': 404,
  'method-not-allowed': 405,
  'body-too-large': 413,
  'headers-too-large': 431,
  'request-too-slow': 408,
  'unsupported-media-type': 415,
  'not-ready': 503,
  internal: 500,
};

/** After which somebody may ask again when the system was busy. */
const BUSY_FOR_SECONDS = 30;

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
  /** Those the field takes, when they are counted. */
  values?: readonly unknown[];
}

/** Issues of a schema as one AppError: every field at once, each as a Vietnamese sentence. */
export function invalidInput(issues: readonly Issue[]): AppError {
  const faults = new Faults();
  for (const { message, path, values } of issues) {
    const keys = (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
    // A place in a list is part of the path, not of the field's name.
    const named = keys.filter((key) => !/^\d+$/.test(key));
    const joined = named.join('.');
    const whole = fieldName(joined, values);
    const name = whole === joined ? named.map((key) => fieldName(key, values)).join(', ') : whole;
    faults.add(keys.join('.'), name === '' ? messages.sentence(message) : messages.field(name, message));
  }
  return faults.refusal() ?? new AppError('invalid-input', messages.invalidInput, []);
}

function toAppError(error: unknown, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error;
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status === 404) return new AppError('not-found', messages.notFound(request.url.split('?')[0] ?? ''));
  if (status === 405) return new AppError('method-not-allowed', messages.methodNotAllowed(request.method));
  if (status === 413) return new AppError('body-too-large', messages.bodyTooLarge);
  if (status === 415) return new AppError('unsupported-media-type', messages.unsupportedMediaType);
  if (/^FST_ERR_CTP_(INVALID|EMPTY)_JSON_BODY$/.test(codeOf(error)) || causeOf(error) instanceof SyntaxError) {
    return new AppError('invalid-input', messages.malformedJson);
  }
  if (status >= 400 && status < 500) return new AppError('invalid-input', messages.badRequest);
  request.log.error({ err: error }, 'unexpected error');
  if (foundNoConnection(error)) return new AppError('not-ready', messages.busy, undefined, BUSY_FOR_SECONDS);
  return new AppError('internal', messages.internal);
}

const read = (error: unknown, key: 'statusCode' | 'code'): unknown =>
  typeof error === 'object' && error !== null && key in error ? (error as Record<string, unknown>)[key] : undefined;
const statusOf = (error: unknown): number => {
  const status = read(error, 'statusCode');
  return typeof status === 'number' ? status : 500;
};
// Nest wraps what Fastify refuses.
const causeOf = (error: unknown): unknown => (error instanceof HttpException ? error.cause : error);
const codeOf = (error: unknown): string => String(read(causeOf(error), 'code'));

/** The body of a refusal. */
export function problemOf({ code, detail, errors, current, doubts }: AppError, instance: string | undefined, requestId: string): Problem {
  return {
    type: `/problems/${code}`,
    title: messages.titles[code],
    status: statuses[code],
    code,
    detail,
    ...(instance === undefined ? {} : { instance }),
    requestId,
    ...(current === undefined ? {} : { current }),
    ...(doubts ? { doubts: [...doubts] } : {}),
    ...(errors ? { errors: [...errors] } : {}),
  };
}

/** RFC 9457: every failure leaves as application/problem+json; a 5xx shows no more than the request id. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = toAppError(error, request);
  const problem = problemOf(refusal, request.url, request.id);
  const { retryAfter } = refusal;
  if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
  void reply
    .status(problem.status)
    .header('x-request-id', request.id)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
