import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { AppError } from '../errors/app-error.js';
import { messages } from '../errors/messages.js';
import { problemOf } from '../errors/problem.filter.js';
import { BARE_HEADERS } from './edges.js';

function refusalOf(code: string | undefined): AppError {
  if (code === 'HPE_HEADER_OVERFLOW') return new AppError('headers-too-large', messages.headersTooLarge);
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new AppError('request-too-slow', messages.tooSlow);
  return new AppError('invalid-input', messages.badRequest);
}

/** What cannot be read as HTTP never becomes a request: the line gets a problem and is closed. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (socket.destroyed || error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const requestId = randomUUID();
  const problem = problemOf(refusalOf(error.code), undefined, requestId);
  const body = JSON.stringify(problem);
  const headers = {
    ...BARE_HEADERS, 'content-type': 'application/problem+json; charset=utf-8', 'content-length': Buffer.byteLength(body), 'x-request-id': requestId,
    'cache-control': 'no-store', connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${problem.status} ${problem.code}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
