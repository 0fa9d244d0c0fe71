import { problemSchema } from '@ocop/contracts';
import { localityIn } from '../locality.js';
import { ApiError } from './api-error.js';

interface Reader<T> {
  safeParse(input: unknown): { success: true; data: T } | { success: false; error: Error };
}

export type Query = Readonly<Record<string, string | number | undefined>>;

/** Address under /api/v1; parameters without a value are left out. It asks of the locality that the page's own address names, unless the query says otherwise. */
export function apiUrl(path: string, query: Query = {}, page: string = location.search): string {
  const given = Object.entries({ locality: localityIn(page) ?? undefined, ...query }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  const text = new URLSearchParams(given).toString();
  return `/api/v1/${path}${text === '' ? '' : `?${text}`}`;
}

async function fetchAnswer(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError('offline', null, null, null, { cause });
  }
}

function refuse({ status, headers }: Response, body: unknown): never {
  const requestId = headers.get('x-request-id');
  const problem = problemSchema.safeParse(body);
  if (!problem.success) throw new ApiError('unexpected', status, null, requestId);
  throw new ApiError('problem', status, problem.data, problem.data.requestId ?? requestId);
}

async function send<T>(url: string, init: RequestInit, reader: Reader<T>): Promise<T> {
  const response = await fetchAnswer(url, init);
  const requestId = response.headers.get('x-request-id');
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
  if (!response.ok) refuse(response, body);
  const read = reader.safeParse(body);
  if (!read.success) throw new ApiError('unexpected', response.status, null, requestId, { cause: read.error });
  return read.data;
}

/**
 * Reads an answer of the API by its contract.
 * @throws ApiError
 */
export function getJson<T>(path: string, query: Query, reader: Reader<T>, signal: AbortSignal): Promise<T> {
  return send(apiUrl(path, query), { signal, headers: { accept: 'application/json' } }, reader);
}

/**
 * Sends a body and reads the answer by its contract.
 * @throws ApiError
 */
export function sendJson<T>(method: 'POST' | 'PUT', path: string, body: object, reader: Reader<T>): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  return send(apiUrl(path), { method, headers, body: JSON.stringify(body) }, reader);
}

/**
 * Takes away what stands at a path.
 * @throws ApiError
 */
export function sendDelete(path: string): Promise<null> {
  return send(apiUrl(path), { method: 'DELETE', headers: { accept: 'application/json' } }, nothing);
}

/** The name a file is answered with, as it is written (RFC 8187). */
const fileNameIn = (disposition: string | null): string => decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1] ?? '');

/**
 * Fetches a file whole; one that breaks off is no file.
 * @throws ApiError
 */
export async function getFile(path: string, query: Query): Promise<{ name: string; content: Blob }> {
  const response = await fetchAnswer(apiUrl(path, query), {});
  if (!response.ok) refuse(response, await response.json().catch(() => undefined));
  const name = fileNameIn(response.headers.get('content-disposition'));
  try {
    return { name, content: await response.blob() };
  } catch (cause) {
    throw new ApiError('offline', null, null, response.headers.get('x-request-id'), { cause });
  }
}

/** An answer without a body. */
export const nothing: Reader<null> = { safeParse: () => ({ success: true, data: null }) };
