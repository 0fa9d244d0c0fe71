import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@ocop/contracts';
import { enterFunding, holdActivity, receiveReport, recognise, register, score, unitId } from '../../testing/facts.js';
import { addPerson, type Person } from '../../testing/people.js';
import type { Facts, Ids, Row } from '../../testing/route-row.js';
import { known, names, OTHER, OWN, ROWS } from '../../testing/route-rows.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

// Every route × everybody who may call it × whose row it is about, asked of the running server and compared with the
// reviewed table. UPDATE_ROUTE_MATRIX=1 writes the table anew; the difference is then reviewed and committed.

const TABLE = join(import.meta.dirname, 'route-matrix.md');
const EMPTY = 'Phường Hương Vân';

/** Everybody who may call. A unit of its own, of another, and without rows; roles over everything; a leader of one commune. */
const CALLERS: readonly { name: string; roles: readonly Role[] | null; units: readonly string[] | null; half?: 'pending' | 'to-set-up' }[] = [
  { name: 'nobody', roles: null, units: null },
  { name: 'half signed in', roles: ['economic-office'], units: null, half: 'pending' },
  { name: 'second factor to set up', roles: ['economic-office'], units: null, half: 'to-set-up' },
  { name: 'leadership', roles: ['leadership'], units: null },
  { name: 'finance', roles: ['finance'], units: null },
  { name: 'finance of own', roles: ['finance'], units: [OWN] },
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
    await holdActivity(app.db, { name: 'Lớp tập huấn', heldOn: '2024-04-12', unit });
  }
  const entry = { source: 'socialised', stage: 'registered', amount: 5n, occurredOn: '2024-05-02', workArea: null } as const;
  await enterFunding(app.db, [{ ...entry, unit: OWN }, { ...entry, unit: OTHER }, { ...entry, unit: null }]);
  const report = (await app.post('/api/v1/reports', { year: 2024, period: 'H1' })).body as { id: number };
  const [recipient = { id: 0 }] = await app.db.query<{ id: number }[]>(`insert into report_recipient (unit_id, name, address, added_at) select unit_id, 'thử', 'thu@tinh.example', now() from plan returning id`);
  const [{ lawRule } = { lawRule: 0 }] = await app.db.query<{ lawRule: number }[]>(`select id as "lawRule" from law_rule where valid_from is null`);
  await app.db.query(`insert into law_rule (topic, valid_from, legal_basis, value) values ('certificate-months', '2024-01-01', 'thử', '36')`);
  const [account, otherAccount] = [await member('nguoi-nha', OWN), await member('nguoi-khac', OTHER)];
  ids = {
    account: account.accountId,
    otherAccount: otherAccount.accountId,
    session: await sessionOf(account),
    otherSession: await sessionOf(otherAccount),
    report: report.id,
    recipient: recipient.id,
    lawRule,
    source: await sourceId(),
    own: await factsOf(names[0]),
    other: await factsOf(names[1]),
    unit: await unitId(app.db, OWN),
    otherUnit: await unitId(app.db, OTHER),
    token: 'x'.repeat(43),
  };
});
afterAll(() => app.close());

const sourceId = async (): Promise<number> => (await app.db.query<{ id: number }[]>(`select id from funding_source where code = 'socialised'`))[0]?.id ?? 0;

/** What a commune's product has: numbers of one row each, the result with its step. */
async function factsOf(name: string): Promise<Facts> {
  const [facts] = await app.db.query<Facts[]>(
    `with product as (select * from product where name = $1),
       inspected as (insert into inspection (product_id, inspected_on, outcome) select id, '2024-07-10', 'met' from product returning id),
       money as (select max(f.id) as id from funding_entry f where f.unit_id = (select m.unit_id from producer m join product p on p.producer_id = m.id)),
       warned as (insert into funding_warning (entry_id, doubt, detail, reason) select id, 'tiny', '{"amount": "5"}', 'thử' from money returning id),
       revoked as (insert into revocation (recognition_id, revoked_on, paper)
         select g.id, '2030-01-01', 'thử' from recognition g join product p on p.id = g.product_id returning id)
     select p.producer_id as producer, p.id as product, r.id as registration,
       (select id from evaluation where registration_id = r.id) as evaluation,
       (select id from recognition where product_id = p.id) as recognition, (select id from revoked) as revocation, (select id from inspected) as inspection,
       (select id from commune_report where unit_id = r.unit_id) as "communeReport", (select id from activity where unit_id = r.unit_id) as activity,
       (select id::float8 from money) as entry, (select id from warned) as warning
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
    for (const table of ['inspection', 'revocation', 'commune_report', 'activity']) await app.db.query(`update ${table} set annulled_at = null, annulled_by = null, annulled_reason = null`);
    await app.db.query('update funding_warning set resolved_at = null, resolved_by = null, resolution = null');
    await app.db.query('update report_recipient set removed_at = null, removed_by = null');
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
