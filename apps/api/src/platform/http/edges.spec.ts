import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../create-app.js';
import { FixedClock } from '../../testing/fixed-clock.js';
import { addPerson } from '../../testing/people.js';
import { TestApp } from '../../testing/test-app.js';
import { silentLog, testInstallation } from '../../testing/test-database.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
});
afterAll(() => app.close());

/** What the server answers to bytes sent as they are, until it closes or falls silent. */
function raw(text: string, silence = 400): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(app.origin);
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    const done = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(silence, done);
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('close', done);
    // A line that is closed while something of the request is still on its way breaks.
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' || error.code === 'EPIPE' ? done() : reject(error)));
  });
}
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);

describe('every answer', () => {
  it.each(['/api/v1/plans', '/api/v1/nothing', '/health/live', '/api/openapi.json'])(
    'of %s carries the security headers (ASVS 3.4.1–3.4.6)',
    async (path) => {
      const { headers } = await app.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const part of [`default-src 'none'`, `script-src 'self'`, `style-src 'self'`, `frame-ancestors 'none'`, `base-uri 'none'`]) {
        expect(policy.split(';')).toContain(part);
      }
      expect(policy).not.toContain('unsafe');
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect([headers.get('x-powered-by'), headers.get('server'), headers.get('strict-transport-security')]).toEqual([null, null, null]);
    },
  );

  it('of the API is kept by no cache (ASVS 14.3.2)', async () => {
    expect((await app.get('/api/v1/plans')).headers.get('cache-control')).toBe('no-store');
    expect((await app.as(null).get('/api/v1/plans')).headers.get('cache-control')).toBe('no-store');
  });

  it('lets no other origin read it, whatever it asks for (ASVS 3.4.2)', async () => {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
    for (const path of ['/api/v1/plans', '/api/v1/session', '/api/openapi.json', '/health/live']) {
      for (const method of ['GET', 'OPTIONS']) {
        const answer = await app.request(path, { method, headers });
        expect({ path, method, allowed: [...answer.headers.keys()].filter((name) => name.startsWith('access-control-')) }).toEqual({ path, method, allowed: [] });
      }
    }
  });

  it('behind HTTPS says so to the browser, and its cookies are bound to the host', async () => {
    const installation = { ...testInstallation, publicUrl: new URL('https://ocop.example') };
    const secure = await createApp({ dataSource: app.appData, clock: new FixedClock('2024-04-09'), installation, log: silentLog, dashboard: null });
    const answer = await secure.inject({ method: 'DELETE', url: '/api/v1/session' });
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(answer.headers['set-cookie']).toMatch(/^__Host-ocop=; Max-Age=0; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    await secure.close();
  });
});

describe('a request made by another site', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 201],
    [{ 'sec-fetch-site': 'none' }, 201],
    [{ origin: 'https://elsewhere.example' }, 403],
    [{ origin: 'null' }, 403],
    [{}, 201],
  ])('with %j is answered %d (ASVS 3.5.1)', async (headers, status) => {
    const answer = await app.request('/api/v1/reports', {
      method: 'POST', headers: { 'content-type': 'application/json', ...headers } as Record<string, string>, body: JSON.stringify({ year: 2024, period: 'H1' }),
    });
    expect([answer.status, (answer.body as { code?: string }).code]).toEqual([status, status === 403 ? 'cross-site' : undefined]);
  });

  it('may read what anybody may, by its links', async () => {
    expect((await app.request('/api/v1/plans', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200);
  });
});

describe('a bad body', () => {
  it.each([
    ['{"year":', 'application/json', 400, 'invalid-input'],
    ['', 'application/json', 400, 'invalid-input'],
    ['{"__proto__":{"a":1},"year":2024,"period":"H1"}', 'application/json', 400, 'invalid-input'],
    ['{"constructor":{"prototype":{"a":1}}}', 'application/json', 400, 'invalid-input'],
    ['year=2024&period=H1', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    ['{"year":2024,"period":"H1"}', 'text/plain', 415, 'unsupported-media-type'],
    ['<a/>', 'application/xml', 415, 'unsupported-media-type'],
    ['{"year":2024,"period":"H1","id":7}', 'application/json', 400, 'invalid-input'],
    [`{"year":2024,"period":"${'H'.repeat(1024 * 1024)}"}`, 'application/json', 413, 'body-too-large'],
    ['[]', 'application/json', 400, 'invalid-input'],
    ['null', 'application/json', 400, 'invalid-input'],
  ])('%.40s as %s is refused: %d %s', async (body, type, status, code) => {
    const problem = await app.refused(status, '/api/v1/reports', { method: 'POST', headers: { 'content-type': type }, body });
    expect(problem.code).toBe(code);
  });

  it('of more than 16 KiB is not read where anybody may send it', async () => {
    const body = JSON.stringify({ username: 'a', password: 'b'.repeat(17 * 1024) });
    expect((await app.as(null).refused(413, '/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).code).toBe('body-too-large');
  });
});

describe('odd requests over a bare connection', () => {
  const head = 'Host: x\r\nConnection: close\r\n';
  it.each([
    ['two lengths', `POST /api/v1/session HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
    ['a length and chunks (request smuggling)', `POST /api/v1/session HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a broken chunk', `POST /api/v1/session HTTP/1.1\r\n${head}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`],
    ['no host', 'GET /api/v1/plans HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two hosts', `GET /api/v1/plans HTTP/1.1\r\nHost: a\r\n${head}\r\n`],
    ['an unknown method', `BREW /api/v1/plans HTTP/1.1\r\n${head}\r\n`],
    ['TRACE', `TRACE /api/v1/plans HTTP/1.1\r\n${head}\r\n`],
    ['headers of 40 KB', `GET /api/v1/plans HTTP/1.1\r\n${head}X-Long: ${'a'.repeat(40_000)}\r\n\r\n`],
    ['an address of 20 KB', `GET /api/v1/plans?x=${'a'.repeat(20_000)} HTTP/1.1\r\n${head}\r\n`],
    ['a folder above', `GET /../../etc/passwd HTTP/1.1\r\n${head}\r\n`],
    ['a folder above, encoded', `GET /assets/%2e%2e%2f%2e%2e%2fpackage.json HTTP/1.1\r\n${head}\r\n`],
    ['a NUL in the path', `GET /api/v1/plans/%00 HTTP/1.1\r\n${head}\r\n`],
    ['no HTTP at all', '\u0016\u0003\u0001\u0002\u0000\r\n\r\n'],
  ])('%s: a 4xx or a closed line, and the server goes on', async (_, text) => {
    const status = statusOf(await raw(text));
    expect(status === 0 || (status >= 400 && status < 500)).toBe(true);
    expect((await app.get('/health/live')).status).toBe(200);
  });

  it('one parameter twice is refused, naming it', async () => {
    const problem = await app.refused(400, '/api/v1/indicators?year=2024&year=2025');
    expect(problem.errors?.[0]).toEqual({ path: 'year', message: expect.stringContaining('Năm') });
  });
});

describe('requests at speed', () => {
  it('are refused past the limit of a session, of an address, and of signing in, with the time to wait', async () => {
    const installation = { ...testInstallation, requestsPerMinute: 40 };
    const limited = await createApp({ dataSource: app.appData, clock: new FixedClock('2024-04-09'), installation, log: silentLog, dashboard: null });
    const { cookie } = await addPerson(app.db, new Date('2024-04-09T00:00:00Z'), ['finance']);
    await limited.listen(0, '127.0.0.1');
    const url = await limited.getUrl();
    const times = async (count: number, path: string, init: RequestInit | ((no: number) => RequestInit) = {}) => {
      const answers: Response[] = [];
      for (let no = 0; no < count; no += 1) answers.push(await fetch(`${url}${path}`, typeof init === 'function' ? init(no) : init));
      return answers;
    };
    const refusals = (answers: Response[]) => answers.filter(({ status }) => status === 429).length;
    expect(refusals(await times(45, '/api/v1/plans', { headers: { cookie } }))).toBe(5);
    const body = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"username":"x"}' };
    const signIns = await times(9, '/api/v1/session', body);
    expect(signIns.map(({ status }) => status)).toEqual([...Array.from({ length: 8 }, () => 400), 429]);
    expect([Number(signIns[8]?.headers.get('retry-after')) > 0, await signIns[8]?.json()]).toEqual([true, expect.objectContaining({ code: 'too-many-requests' })]);
    // 54 so far of 200; what a caller claims of its address counts for nothing without a proxy.
    expect(refusals(await times(160, '/health/live', (no) => ({ headers: { 'x-forwarded-for': `10.0.0.${no}` } })))).toBe(14);
    await limited.close();
  });
});
