import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@ocop/contracts';
import { enterFunding, receiveReport, recognise, register, score, unitId } from '../../testing/facts.js';
import { addPerson, type Person } from '../../testing/people.js';
import { newDecision, newResult, newStep } from '../../testing/programme.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

// Every route × everybody who may call it × whose row it is about, asked of the running server and compared with the
// reviewed table. UPDATE_ROUTE_MATRIX=1 writes the table anew; the difference is then reviewed and committed.

const TABLE = join(import.meta.dirname, 'route-matrix.md');
const OWN = 'Phường Tứ Hạ';
const OTHER = 'Xã Bình Tiến';
const EMPTY = 'Phường Hương Vân';

interface Row {
  /** As in the description of the API. */
  route: string;
  /** Whose: own, other, none; '' = the route names no row. */
  about: string;
  path: (ids: Ids) => string;
  body?: (ids: Ids) => object;
  /** Texts by which a row of the own and of the other commune is known in the answer. */
  marks?: readonly [own: string, other: string];
}

interface Ids {
  /** An account of the own commune, and of the other. */
  account: number;
  otherAccount: number;
  session: string;
  otherSession: string;
  report: number;
  /** The first of its topic, which stays. */
  lawRule: number;
  unit: number;
  otherUnit: number;
  /** What the own commune has, and what the other has. */
  own: Facts;
  other: Facts;
  token: string;
}

interface Facts {
  producer: number;
  product: number;
  registration: number;
  evaluation: number;
  recognition: number;
  inspection: number;
}

const NOBODY = 999_999;
const NOTHING: Facts = { producer: NOBODY, product: NOBODY, registration: NOBODY, evaluation: NOBODY, recognition: NOBODY, inspection: NOBODY };
/** A version nobody has: who may change the row is told that it changed meanwhile (409), so nothing is changed. */
const stale = 999;
const year = 'year=2024&asOf=2024-07-12';
const names = ['Của nhà', 'Của người'] as const;
const producers = ['HTX Của nhà', 'HTX Của người'] as const;
const nameOf = ({ product }: Facts) => known.get(product) ?? 'X';
/** Names of the two products by their numbers. */
const known = new Map<number, string>();
const reason = 'kiểm thử ma trận';
const change = { displayName: 'Người thử', email: null, roles: ['commune-officer'], disabled: false, reason };
const weak = 'matkhau123456';

/** The same request about a row of the own commune, of the other, and about one that is not there. */
const ofEach = (route: string, path: (facts: Facts) => string, body?: (facts: Facts, unit: number) => object): Row[] =>
  (['own', 'other', 'none'] as const).map((about) => {
    const facts = (ids: Ids) => (about === 'none' ? NOTHING : ids[about]);
    const unit = (ids: Ids) => (about === 'other' ? ids.otherUnit : ids.unit);
    return { route, about, path: (ids) => `/api/v1${path(facts(ids))}`, ...(body === undefined ? {} : { body: (ids: Ids) => body(facts(ids), unit(ids)) }) };
  });

const ROWS: readonly Row[] = [
  { route: 'GET /health/live', about: '', path: () => '/health/live' },
  { route: 'GET /health/ready', about: '', path: () => '/health/ready' },
  { route: 'GET /api/openapi.json', about: '', path: () => '/api/openapi.json' },
  { route: 'GET /api/v1/sign-in-ways', about: '', path: () => '/api/v1/sign-in-ways' },
  // No provider here: nothing to start with, nothing to come back from.
  { route: 'GET /api/v1/session/openid-connect', about: '', path: () => '/api/v1/session/openid-connect' },
  { route: 'GET /api/v1/session/openid-connect/callback', about: '', path: () => '/api/v1/session/openid-connect/callback' },
  { route: 'GET /api/v1/plans', about: '', path: () => '/api/v1/plans' },
  { route: 'GET /api/v1/plans/{year}', about: '', path: () => '/api/v1/plans/2024?asOf=2024-07-12' },
  { route: 'GET /api/v1/units', about: '', path: () => '/api/v1/units' },
  { route: 'GET /api/v1/registrations', about: '', path: () => `/api/v1/registrations?${year}`, marks: names },
  { route: 'GET /api/v1/registrations', about: 'own', path: ({ unit }) => `/api/v1/registrations?${year}&unit=${unit}`, marks: names },
  { route: 'GET /api/v1/registrations', about: 'other', path: ({ otherUnit }) => `/api/v1/registrations?${year}&unit=${otherUnit}`, marks: names },
  { route: 'GET /api/v1/registrations', about: 'none', path: () => `/api/v1/registrations?${year}&unit=${NOBODY}`, marks: names },
  ...ofEach('GET /api/v1/registrations/{id}', ({ registration }) => `/registrations/${registration}`),
  { route: 'GET /api/v1/producers', about: '', path: () => '/api/v1/producers?pageSize=200', marks: producers },
  ...ofEach('GET /api/v1/producers/{id}', ({ producer }) => `/producers/${producer}`),
  { route: 'GET /api/v1/products', about: '', path: () => '/api/v1/products?pageSize=200', marks: names },
  ...ofEach('GET /api/v1/products/{id}', ({ product }) => `/products/${product}`),
  { route: 'GET /api/v1/products/similar', about: 'own', path: () => `/api/v1/products/similar?name=${names[0]}`, marks: names },
  { route: 'GET /api/v1/products/similar', about: 'other', path: () => `/api/v1/products/similar?name=${names[1]}`, marks: names },
  { route: 'GET /api/v1/product-sets', about: '', path: () => '/api/v1/product-sets' },
  { route: 'GET /api/v1/council-rules', about: '', path: () => '/api/v1/council-rules?year=2024' },
  { route: 'GET /api/v1/law-rules', about: '', path: () => '/api/v1/law-rules' },
  // A name that is taken: who may write is told so, nothing is made. Without a commune or producer in reach it is a fault of the field.
  ...ofEach('POST /api/v1/producers', () => '/producers', (facts, unitId) => ({ name: facts.producer === NOBODY ? 'X' : `HTX ${nameOf(facts)}`, aliases: [], kind: 'farm', unitId: facts.producer === NOBODY ? NOBODY : unitId })),
  ...ofEach('PUT /api/v1/producers/{id}', ({ producer }) => `/producers/${producer}`, (_, unitId) => ({ name: 'X', aliases: [], kind: 'farm', unitId, version: stale, reason })),
  ...ofEach('POST /api/v1/products', () => '/products', (facts) => ({ name: nameOf(facts), aliases: [], producerId: facts.producer, productSetNo: null })),
  ...ofEach('PUT /api/v1/products/{id}', ({ product }) => `/products/${product}`, ({ producer }) => ({ name: 'X', aliases: [], producerId: producer, productSetNo: null, version: stale, reason })),
  // A day that is not there yet, a record that somebody changed, a fact that goes with its step: allowed, and nothing is made.
  ...ofEach('POST /api/v1/products/{id}/inspections', ({ product }) => `/products/${product}/inspections`, () => ({ inspectedOn: '2030-01-01', outcome: 'met', findings: null, paper: null })),
  ...ofEach('POST /api/v1/registrations', () => '/registrations', ({ product }) => ({ year: 2024, productId: product, kind: 'upgrade', registeredOn: '2024-05-01', roundNo: null, paper: null, note: null })),
  ...ofEach('PUT /api/v1/registrations/{id}', ({ registration }) => `/registrations/${registration}`, () => ({ version: stale, kind: 'new', note: null, reason })),
  ...ofEach('POST /api/v1/registrations/{id}/steps', ({ registration }) => `/registrations/${registration}/steps`, () => newStep(stale, 'preparing', '2024-07-12')),
  ...ofEach('POST /api/v1/registrations/{id}/undo', ({ registration }) => `/registrations/${registration}/undo`, () => ({ version: stale, reason })),
  ...ofEach('POST /api/v1/registrations/{id}/evaluations', ({ registration }) => `/registrations/${registration}/evaluations`, () => newResult(stale, '2024-07-12', '60')),
  ...ofEach('POST /api/v1/registrations/{id}/recognitions', ({ registration }) => `/registrations/${registration}/recognitions`, () => newDecision(stale, '2024-07-12', 3, 'town')),
  ...ofEach('POST /api/v1/products/{id}/recognitions', ({ product }) => `/products/${product}/recognitions`, () => ({ kind: 'new', stars: 3, decidedOn: '2024-07-01', decisionNumber: 'thử', authority: 'town' })),
  ...ofEach('POST /api/v1/recognitions/{id}/revocation', ({ recognition }) => `/recognitions/${recognition}/revocation`, () => ({ revokedOn: '2030-01-01', paper: 'thử', reason })),
  ...ofEach('POST /api/v1/recognitions/{id}/annulment', ({ recognition }) => `/recognitions/${recognition}/annulment`, () => ({ reason })),
  ...ofEach('POST /api/v1/evaluations/{id}/annulment', ({ evaluation }) => `/evaluations/${evaluation}/annulment`, () => ({ reason })),
  // The one that is done: it stands again for the next caller.
  ...ofEach('POST /api/v1/inspections/{id}/annulment', ({ inspection }) => `/inspections/${inspection}/annulment`, () => ({ reason })),
  { route: 'PUT /api/v1/council-rules', about: '', path: () => '/api/v1/council-rules', body: () => ({ year: 2024, level: 'town', members: null, quorum: { numerator: 3, denominator: 4 }, spreadLimit: null, paper: null }) },
  { route: 'POST /api/v1/law-rules', about: '', path: () => '/api/v1/law-rules', body: () => ({ topic: 'certificate-months', value: 36, validFrom: '2024-01-01', legalBasis: 'thử' }) },
  { route: 'POST /api/v1/law-rules/{id}/annulment', about: '', path: ({ lawRule }) => `/api/v1/law-rules/${lawRule}/annulment`, body: () => ({ reason }) },
  { route: 'POST /api/v1/law-rules/{id}/annulment', about: 'none', path: () => `/api/v1/law-rules/${NOBODY}/annulment`, body: () => ({ reason }) },
  { route: 'GET /api/v1/indicators', about: '', path: () => `/api/v1/indicators?${year}` },
  { route: 'GET /api/v1/attention', about: '', path: () => `/api/v1/attention?${year}`, marks: names },
  { route: 'GET /api/v1/forecast', about: '', path: () => `/api/v1/forecast?${year}` },
  { route: 'GET /api/v1/calendar-feed', about: '', path: () => '/api/v1/calendar-feed' },
  { route: 'POST /api/v1/calendar-feed', about: '', path: () => '/api/v1/calendar-feed', body: () => ({}) },
  { route: 'DELETE /api/v1/calendar-feed', about: '', path: () => '/api/v1/calendar-feed' },
  { route: 'GET /api/v1/calendar/{token}', about: 'none', path: () => '/api/v1/calendar/khong-co.ics' },
  { route: 'GET /api/v1/indicators/{id}/rows', about: '', path: () => `/api/v1/indicators/newly-recognised-products/rows?${year}`, marks: names },
  { route: 'GET /api/v1/funding/summary', about: '', path: () => `/api/v1/funding/summary?${year}&groupBy=unit`, marks: [OWN, OTHER] },
  { route: 'GET /api/v1/reports', about: '', path: () => '/api/v1/reports', marks: ['"H1"', '"H1"'] },
  { route: 'GET /api/v1/reports/{id}', about: 'town', path: ({ report }) => `/api/v1/reports/${report}` },
  { route: 'GET /api/v1/reports/{id}', about: 'none', path: () => `/api/v1/reports/${NOBODY}` },
  { route: 'GET /api/v1/reports/{id}/pdf', about: 'town', path: ({ report }) => `/api/v1/reports/${report}/pdf` },
  { route: 'GET /api/v1/reports/{id}/pdf', about: 'none', path: () => `/api/v1/reports/${NOBODY}/pdf` },
  { route: 'POST /api/v1/reports', about: '', path: () => '/api/v1/reports', body: () => ({ year: 2024, period: 'H1' }) },
  { route: 'GET /api/v1/accounts', about: '', path: () => '/api/v1/accounts', marks: ['nguoi-nha', 'nguoi-khac'] },
  { route: 'GET /api/v1/accounts/{id}', about: 'own', path: ({ account }) => `/api/v1/accounts/${account}` },
  { route: 'GET /api/v1/accounts/{id}', about: 'other', path: ({ otherAccount }) => `/api/v1/accounts/${otherAccount}` },
  { route: 'GET /api/v1/accounts/{id}', about: 'none', path: () => `/api/v1/accounts/${NOBODY}` },
  // A name that is taken: allowed and refused callers differ, nothing is made.
  {
    route: 'POST /api/v1/accounts', about: '', path: () => '/api/v1/accounts',
    body: ({ unit }) => ({ username: 'nguoi-nha', displayName: 'Người thử', email: null, roles: ['commune-officer'], unitIds: [unit] }),
  },
  { route: 'PUT /api/v1/accounts/{id}', about: 'own', path: ({ account }) => `/api/v1/accounts/${account}`, body: ({ unit }) => ({ ...change, unitIds: [unit] }) },
  { route: 'PUT /api/v1/accounts/{id}', about: 'other', path: ({ otherAccount }) => `/api/v1/accounts/${otherAccount}`, body: ({ otherUnit }) => ({ ...change, unitIds: [otherUnit] }) },
  { route: 'PUT /api/v1/accounts/{id}', about: 'none', path: () => `/api/v1/accounts/${NOBODY}`, body: ({ unit }) => ({ ...change, unitIds: [unit] }) },
  { route: 'POST /api/v1/accounts/{id}/link', about: 'own', path: ({ account }) => `/api/v1/accounts/${account}/link`, body: () => ({ resetSecondFactor: false, reason }) },
  { route: 'POST /api/v1/accounts/{id}/link', about: 'other', path: ({ otherAccount }) => `/api/v1/accounts/${otherAccount}/link`, body: () => ({ resetSecondFactor: false, reason }) },
  { route: 'POST /api/v1/accounts/{id}/link', about: 'none', path: () => `/api/v1/accounts/${NOBODY}/link`, body: () => ({ resetSecondFactor: false, reason }) },
  { route: 'DELETE /api/v1/accounts/{id}/sessions', about: 'own', path: ({ account }) => `/api/v1/accounts/${account}/sessions` },
  { route: 'DELETE /api/v1/accounts/{id}/sessions', about: 'other', path: ({ otherAccount }) => `/api/v1/accounts/${otherAccount}/sessions` },
  { route: 'DELETE /api/v1/accounts/{id}/sessions', about: 'none', path: () => `/api/v1/accounts/${NOBODY}/sessions` },
  { route: 'GET /api/v1/audit', about: '', path: () => '/api/v1/audit?action=report-created', marks: ['report-created', 'report-created'] },
  { route: 'GET /api/v1/audit/check', about: '', path: () => '/api/v1/audit/check' },
  { route: 'GET /api/v1/audit/export', about: '', path: () => '/api/v1/audit/export', marks: ['1227/KH-UBND', '1227/KH-UBND'] },
  { route: 'GET /api/v1/session', about: '', path: () => '/api/v1/session' },
  { route: 'POST /api/v1/session', about: '', path: () => '/api/v1/session', body: () => ({ username: 'khong-co-ai', password: weak }) },
  { route: 'POST /api/v1/session/second-factor', about: '', path: () => '/api/v1/session/second-factor', body: () => ({ code: '000000' }) },
  { route: 'GET /api/v1/account', about: '', path: () => '/api/v1/account' },
  { route: 'PUT /api/v1/account/password', about: '', path: () => '/api/v1/account/password', body: () => ({ currentPassword: weak, newPassword: 'chiec non bai tho' }) },
  { route: 'POST /api/v1/account/second-factor', about: '', path: () => '/api/v1/account/second-factor', body: () => ({ password: weak }) },
  { route: 'PUT /api/v1/account/second-factor', about: '', path: () => '/api/v1/account/second-factor', body: () => ({ code: '000000' }) },
  { route: 'POST /api/v1/account/second-factor/off', about: '', path: () => '/api/v1/account/second-factor/off', body: () => ({ password: weak }) },
  { route: 'POST /api/v1/account/recovery-codes', about: '', path: () => '/api/v1/account/recovery-codes', body: () => ({ password: weak }) },
  { route: 'POST /api/v1/account/sessions/{id}/end', about: 'other', path: ({ otherSession }) => `/api/v1/account/sessions/${otherSession}/end`, body: () => ({ password: null }) },
  { route: 'POST /api/v1/account/sessions/{id}/end', about: 'none', path: () => '/api/v1/account/sessions/00000000-0000-4000-8000-000000000000/end', body: () => ({ password: null }) },
  { route: 'POST /api/v1/account/sessions/end', about: '', path: () => '/api/v1/account/sessions/end', body: () => ({ password: null }) },
  { route: 'POST /api/v1/account-links/open', about: 'none', path: () => '/api/v1/account-links/open', body: ({ token }) => ({ token }) },
  { route: 'POST /api/v1/account-links/use', about: 'none', path: () => '/api/v1/account-links/use', body: ({ token }) => ({ token, password: 'chiec non bai tho' }) },
  // Last: it ends the session of who asks.
  { route: 'DELETE /api/v1/session', about: '', path: () => '/api/v1/session' },
];

/** Everybody who may call. A unit of its own, of another, and without rows; roles over everything; a leader of one commune. */
const CALLERS: readonly { name: string; roles: readonly Role[] | null; units: readonly string[] | null; half?: 'pending' | 'to-set-up' }[] = [
  { name: 'nobody', roles: null, units: null },
  { name: 'half signed in', roles: ['economic-office'], units: null, half: 'pending' },
  { name: 'second factor to set up', roles: ['economic-office'], units: null, half: 'to-set-up' },
  { name: 'leadership', roles: ['leadership'], units: null },
  { name: 'finance', roles: ['finance'], units: null },
  { name: 'economic office', roles: ['economic-office'], units: null },
  { name: 'economic office of own', roles: ['economic-office'], units: [OWN] },
  { name: 'commune, own', roles: ['commune-officer'], units: [OWN] },
  { name: 'commune, other', roles: ['commune-officer'], units: [OTHER] },
  { name: 'commune, no rows', roles: ['commune-officer'], units: [EMPTY] },
  { name: 'administrator', roles: ['administrator'], units: null },
  { name: 'administrator of own', roles: ['administrator'], units: [OWN] },
  { name: 'auditor', roles: ['auditor'], units: null },
  { name: 'auditor of own', roles: ['auditor'], units: [OWN] },
  { name: 'leader of own', roles: ['leadership'], units: [OWN] },
];

let app: TestApp;
let ids: Ids;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
  for (const [index, unit] of [OWN, OTHER].entries()) {
    const name = names[index] ?? '';
    await register(app.db, name, 'new', '2024-04-20', unit);
    await score(app.db, name, '2024-06-20', '60', 5, 3);
    await recognise(app.db, name, { kind: 'new', stars: 3, decidedOn: '2024-07-01' });
    await receiveReport(app.db, unit, 'H1', '2024-06-10');
  }
  const entry = { source: 'socialised', stage: 'registered', amount: 5n, occurredOn: '2024-05-02', workArea: null } as const;
  await enterFunding(app.db, [{ ...entry, unit: OWN }, { ...entry, unit: OTHER }, { ...entry, unit: null }]);
  const report = (await app.post('/api/v1/reports', { year: 2024, period: 'H1' })).body as { id: number };
  const [{ lawRule } = { lawRule: 0 }] = await app.db.query<{ lawRule: number }[]>(`select id as "lawRule" from law_rule where valid_from is null`);
  await app.db.query(`insert into law_rule (topic, valid_from, legal_basis, value) values ('certificate-months', '2024-01-01', 'thử', '36')`);
  const [account, otherAccount] = [await member('nguoi-nha', OWN), await member('nguoi-khac', OTHER)];
  ids = {
    account: account.accountId,
    otherAccount: otherAccount.accountId,
    session: await sessionOf(account),
    otherSession: await sessionOf(otherAccount),
    report: report.id,
    lawRule,
    own: await factsOf(names[0]),
    other: await factsOf(names[1]),
    unit: await unitId(app.db, OWN),
    otherUnit: await unitId(app.db, OTHER),
    token: 'x'.repeat(43),
  };
});
afterAll(() => app.close());

/** What a commune's product has: numbers of one row each, the result with its step. */
async function factsOf(name: string): Promise<Facts> {
  const [facts] = await app.db.query<Facts[]>(
    `with product as (select * from product where name = $1),
       inspected as (insert into inspection (product_id, inspected_on, outcome) select id, '2024-07-10', 'met' from product returning id)
     select p.producer_id as producer, p.id as product, r.id as registration,
       (select id from evaluation where registration_id = r.id) as evaluation,
       (select id from recognition where product_id = p.id) as recognition, (select id from inspected) as inspection
     from product p join registration r on r.product_id = p.id`,
    [name],
  );
  if (!facts) throw new Error('no facts');
  await app.db.query(`update registration_step set evaluation_id = $2 where registration_id = $1`, [facts.registration, facts.evaluation]);
  known.set(facts.product, name);
  return facts;
}

async function member(username: string, unit: string): Promise<Person> {
  const person = await addPerson(app.db, app.clock.now(), ['commune-officer'], [unit]);
  await app.db.query('update account set username = $2 where id = $1', [person.accountId, username]);
  return person;
}

async function sessionOf({ accountId }: Person): Promise<string> {
  const [session] = await app.db.query<{ id: string }[]>('select id from session where account_id = $1', [accountId]);
  return session?.id ?? '';
}

async function callerOf({ roles, units, half }: (typeof CALLERS)[number]): Promise<TestApp> {
  if (roles === null) return app.as(null);
  const person = await addPerson(app.db, app.clock.now(), roles, units);
  if (half) await app.db.query('update session set second_factor = $2 where account_id = $1', [person.accountId, half]);
  return app.as(person);
}

function cell({ status, text, body }: Answer, marks: Row['marks']): string {
  const { code } = (body ?? {}) as { code?: string };
  // Wrong passwords and codes are 401 as well.
  if (status === 401 && code !== 'sign-in-needed') return `401 ${code}`;
  if (status !== 200 || marks === undefined) return String(status);
  const seen = marks.map((mark) => text.includes(mark));
  return `${status} ${seen[0] ? (seen[1] ? 'all' : 'own') : seen[1] ? 'other' : 'none'}`;
}

async function measure(): Promise<string> {
  const head = ['route', 'about', ...CALLERS.map(({ name }) => name)];
  const lines = [head, head.map(() => '---')];
  const columns: string[][] = [];
  for (const caller of CALLERS) {
    const column: string[] = [];
    for (const { route, path, body, marks } of ROWS) {
      // A caller of its own for what ends sessions or counts wrong guesses: no cell depends on another.
      const by = await callerOf(caller);
      const [method = ''] = route.split(' ');
      const init = body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body(ids)) };
      column.push(cell(await by.request(path(ids), init), marks));
    }
    await app.db.query('delete from wrong_guess');
    await app.db.query('update inspection set annulled_at = null, annulled_by = null, annulled_reason = null');
    columns.push(column);
  }
  for (const [index, { route, about }] of ROWS.entries()) lines.push([route, about, ...columns.map((column) => column[index] ?? '')]);
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** The table within the reviewed file. */
const tableOf = (text: string): string => text.split('\n').filter((line) => line.startsWith('|')).join('\n');

describe('every route × every caller × whose row', () => {
  it('answers as the reviewed table says', async () => {
    const measured = await measure();
    const reviewed = await readFile(TABLE, 'utf8');
    // oxlint-disable-next-line node/no-process-env -- The one switch of this spec.
    if (process.env['UPDATE_ROUTE_MATRIX'] === '1') await writeFile(TABLE, `${reviewed.slice(0, reviewed.indexOf('|'))}${measured}\n`);
    expect(measured.split('\n')).toEqual(tableOf(await readFile(TABLE, 'utf8')).split('\n'));
  }, 300_000);

  it('leaves out no route of the API: a new one without a row fails here', async () => {
    const { paths } = (await app.get('/api/openapi.json')).body as { paths: Record<string, object> };
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    const own = ['GET /health/live', 'GET /health/ready', 'GET /api/openapi.json'];
    expect([...new Set(ROWS.map(({ route }) => route))].sort()).toEqual([...described, ...own].sort());
  });
});
