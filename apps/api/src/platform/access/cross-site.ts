import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether another site's page made the browser send this request (ASVS 5, 3.5.1). A browser says so in Sec-Fetch-Site, an
 * older one in Origin; a program that is no browser sends neither and holds no cookies that could be abused.
 */
export function isCrossSite({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  if (SAFE.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return URL.parse(origin)?.host !== host;
}
