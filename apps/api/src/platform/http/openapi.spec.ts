import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../testing/test-app.js';

interface Operation {
  operationId?: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  responses: Record<string, { content?: Record<string, unknown> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

const committed = join(import.meta.dirname, '..', '..', '..', 'openapi.json');

let app: TestApp;
let served: Document;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
  served = (await app.get('/api/openapi.json')).body as Document;
  // UPDATE_OPENAPI=1 writes the file anew; the difference is then reviewed and committed.
  // oxlint-disable-next-line node/no-process-env -- The one switch of this spec.
  if (process.env['UPDATE_OPENAPI'] === '1') await writeFile(committed, `${JSON.stringify(served, null, 2)}\n`);
});
afterAll(() => app.close());

const operations = () =>
  Object.entries(served.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

/** Every value under the key `$ref`. */
function references(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === '$ref' && typeof value === 'string' ? [value] : references(value)));
}

const resolve = (pointer: string): unknown =>
  pointer.slice(2).split('/').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], served);

describe('the description of the API', () => {
  it('is the committed openapi.json (after a wanted change: UPDATE_OPENAPI=1 and this spec once more)', async () => {
    expect(served).toEqual(JSON.parse(await readFile(committed, 'utf8')));
  });

  it('is OpenAPI 3.1', () => {
    expect(served.openapi).toMatch(/^3\.1\.\d+$/);
  });

  it('describes every route that people and scripts rely on', () => {
    expect(operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort()).toEqual([
      'DELETE /api/v1/accounts/{id}/sessions',
      'DELETE /api/v1/calendar-feed',
      'DELETE /api/v1/report-recipients/{id}',
      'DELETE /api/v1/session',
      'GET /api/v1/account',
      'GET /api/v1/accounts',
      'GET /api/v1/accounts/{id}',
      'GET /api/v1/activities',
      'GET /api/v1/activities/export',
      'GET /api/v1/attention',
      'GET /api/v1/attention/export',
      'GET /api/v1/audit',
      'GET /api/v1/audit/check',
      'GET /api/v1/audit/export',
      'GET /api/v1/calendar-feed',
      'GET /api/v1/calendar/{token}',
      'GET /api/v1/commune-reports',
      'GET /api/v1/council-rules',
      'GET /api/v1/forecast',
      'GET /api/v1/funding/closings',
      'GET /api/v1/funding/entries',
      'GET /api/v1/funding/entries/export',
      'GET /api/v1/funding/ledger-check',
      'GET /api/v1/funding/reconciliation',
      'GET /api/v1/funding/sources',
      'GET /api/v1/funding/summary',
      'GET /api/v1/funding/summary/export',
      'GET /api/v1/funding/warnings',
      'GET /api/v1/funding/warnings/export',
      'GET /api/v1/indicators',
      'GET /api/v1/indicators/{id}/rows',
      'GET /api/v1/indicators/{id}/rows/export',
      'GET /api/v1/law-rules',
      'GET /api/v1/plans',
      'GET /api/v1/plans/{year}',
      'GET /api/v1/plans/{year}/form',
      'GET /api/v1/producers',
      'GET /api/v1/producers/export',
      'GET /api/v1/producers/{id}',
      'GET /api/v1/product-sets',
      'GET /api/v1/products',
      'GET /api/v1/products/export',
      'GET /api/v1/products/similar',
      'GET /api/v1/products/{id}',
      'GET /api/v1/registrations',
      'GET /api/v1/registrations/export',
      'GET /api/v1/registrations/{id}',
      'GET /api/v1/report-calendar',
      'GET /api/v1/report-calendar/progress',
      'GET /api/v1/report-recipients',
      'GET /api/v1/report-schedules',
      'GET /api/v1/reports',
      'GET /api/v1/reports/{id}',
      'GET /api/v1/reports/{id}/comparison',
      'GET /api/v1/reports/{id}/deliveries',
      'GET /api/v1/reports/{id}/docx',
      'GET /api/v1/reports/{id}/figure-rows',
      'GET /api/v1/reports/{id}/figures',
      'GET /api/v1/reports/{id}/pdf',
      'GET /api/v1/reports/{id}/preview',
      'GET /api/v1/reports/{id}/texts',
      'GET /api/v1/reports/{id}/xlsx',
      'GET /api/v1/session',
      'GET /api/v1/session/openid-connect',
      'GET /api/v1/session/openid-connect/callback',
      'GET /api/v1/sign-in-ways',
      'GET /api/v1/units',
      'POST /api/v1/account-links/open',
      'POST /api/v1/account-links/use',
      'POST /api/v1/account/recovery-codes',
      'POST /api/v1/account/second-factor',
      'POST /api/v1/account/second-factor/off',
      'POST /api/v1/account/sessions/end',
      'POST /api/v1/account/sessions/{id}/end',
      'POST /api/v1/accounts',
      'POST /api/v1/accounts/{id}/link',
      'POST /api/v1/activities',
      'POST /api/v1/activities/{id}/annulment',
      'POST /api/v1/calendar-feed',
      'POST /api/v1/commune-reports',
      'POST /api/v1/commune-reports/{id}/annulment',
      'POST /api/v1/evaluations/{id}/annulment',
      'POST /api/v1/funding/closings',
      'POST /api/v1/funding/entries/{id}/reversal',
      'POST /api/v1/funding/ledger-check',
      'POST /api/v1/funding/postings',
      'POST /api/v1/funding/reconciliation/sign-offs',
      'POST /api/v1/funding/reopenings',
      'POST /api/v1/funding/sources',
      'POST /api/v1/funding/warnings/{id}/resolution',
      'POST /api/v1/inspections/{id}/annulment',
      'POST /api/v1/law-rules',
      'POST /api/v1/law-rules/{id}/annulment',
      'POST /api/v1/plans',
      'POST /api/v1/producers',
      'POST /api/v1/products',
      'POST /api/v1/products/{id}/inspections',
      'POST /api/v1/products/{id}/recognitions',
      'POST /api/v1/recognitions/{id}/annulment',
      'POST /api/v1/recognitions/{id}/revocation',
      'POST /api/v1/registrations',
      'POST /api/v1/registrations/{id}/evaluations',
      'POST /api/v1/registrations/{id}/recognitions',
      'POST /api/v1/registrations/{id}/steps',
      'POST /api/v1/registrations/{id}/undo',
      'POST /api/v1/report-calendar/{id}/retry',
      'POST /api/v1/report-recipients',
      'POST /api/v1/reports',
      'POST /api/v1/reports/{id}/amendment',
      'POST /api/v1/reports/{id}/approval',
      'POST /api/v1/reports/{id}/deliveries',
      'POST /api/v1/reports/{id}/issue',
      'POST /api/v1/reports/{id}/return',
      'POST /api/v1/reports/{id}/submission',
      'POST /api/v1/revocations/{id}/annulment',
      'POST /api/v1/session',
      'POST /api/v1/session/second-factor',
      'PUT /api/v1/account/password',
      'PUT /api/v1/account/second-factor',
      'PUT /api/v1/accounts/{id}',
      'PUT /api/v1/council-rules',
      'PUT /api/v1/funding/reconciliation/tolerance',
      'PUT /api/v1/funding/reported-money',
      'PUT /api/v1/funding/sources/{id}',
      'PUT /api/v1/plans/{year}',
      'PUT /api/v1/producers/{id}',
      'PUT /api/v1/products/{id}',
      'PUT /api/v1/registrations/{id}',
      'PUT /api/v1/report-schedules/{period}',
      'PUT /api/v1/reports/{id}/texts/{section}',
    ]);
  });

  it('names each operation once', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers only to what it holds', () => {
    const missing = references(served).filter((pointer) => !pointer.startsWith('#/') || resolve(pointer) === undefined);
    expect(missing).toEqual([]);
  });

  it('declares each part of a path, as required', () => {
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect({ path, declared: declared.map(({ name, required }) => [name, required]) }).toEqual({ path, declared: named.map((name) => [name, true]) });
    }
  });

  it('declares a good answer and a problem (application/problem+json) for each operation', () => {
    for (const { path, method, operation } of operations()) {
      const statuses = Object.keys(operation.responses);
      expect({ path, method, good: statuses.some((status) => /^(20[014]|302)$/.test(status)), problem: Object.keys(operation.responses['4XX']?.content ?? {}) }).toEqual({
        path, method, good: true, problem: ['application/problem+json'],
      });
    }
  });
});
