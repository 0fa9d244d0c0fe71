import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../testing/test-app.js';

const PAGE = '<!doctype html><title>OCOP</title>';
const browser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

let folder: string;
let app: TestApp;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-dashboard-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'assets', 'index-Ab12Cd34.js'), 'export {};');
  app = await TestApp.start({ today: '2024-04-09', dashboard: folder });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the dashboard on the API’s own origin', () => {
  it.each(['/', '/products', '/products?year=2024&asOf=2024-04-09', '/reports/12', '/apiary'])('gives the page for %s, asked anew each time', async (path) => {
    const { status, headers, text } = await app.request(path, browser);
    expect([status, text]).toEqual([200, PAGE]);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  it('gives the page at / to a caller that names no type', async () => {
    const { status, text } = await app.get('/');
    expect([status, text]).toEqual([200, PAGE]);
  });

  it('keeps files with a hash in their name for a year, others until asked', async () => {
    const script = await app.get('/assets/index-Ab12Cd34.js');
    expect([script.status, script.text]).toEqual([200, 'export {};']);
    expect(script.headers.get('content-type')).toMatch(/javascript/);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const icon = await app.get('/favicon.svg');
    expect(icon.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    expect(icon.headers.get('cache-control')).toBe('no-cache');
  });

  it('answers 304 when the page has not changed', async () => {
    const etag = (await app.request('/', browser)).headers.get('etag') ?? '';
    // fetch itself asks for a fresh copy when it is given an etag.
    const again = await app.app.inject({ url: '/', headers: { ...browser.headers, 'if-none-match': etag } });
    expect(again.statusCode).toBe(304);
  });

  it('never gives the page for a missing file, nor a file from outside the folder', async () => {
    expect((await app.refused(404, '/assets/gone-00000000.js')).code).toBe('not-found');
    for (const path of ['/..%2f..%2fetc%2fpasswd', '/assets/..%2f..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd']) {
      expect((await app.get(path)).text).not.toContain('root:');
    }
  });

  it.each(['/api', '/api/unknown', '/api/v1/unknown', '/health/unknown'])('leaves %s to the API also when a browser asks: a problem, no page', async (path) => {
    expect((await app.refused(404, path, browser)).code).toBe('not-found');
  });

  it('leaves the API’s own answers as they are', async () => {
    expect((await app.request('/api/v1/plans', browser)).headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect((await app.request('/health/live', browser)).body).toEqual({ status: 'ok' });
  });
});

describe('without a built dashboard', () => {
  it('the API stands alone', async () => {
    const alone = await TestApp.start({ today: '2024-04-09', dashboard: join(folder, 'nowhere') });
    expect((await alone.refused(404, '/', browser)).code).toBe('not-found');
    expect((await alone.get('/api/v1/plans')).status).toBe(200);
    await alone.close();
  });
});
