import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { DOCX_TYPE, FILE_TYPES } from '../platform/http/api-answer.js';
import { unitId } from './facts.js';
import { approveAgain, failAgain, enterFacts, enterReports, LISTED, programme } from './fuzz-facts.js';
import { addressOf, document, operations, shot, type Known, type Operation, type Shot } from './fuzz-requests.js';
import { counts, doneOutOfScope, doneWithoutRole, untouched } from './fuzz-traces.js';
import { addPerson, type Person } from './people.js';
import { TestApp } from './test-app.js';

// Requests made from the description of the API: right by it, nearly right, and junk. Whatever comes, the server answers
// with a status that the description declares and a body of the declared shape, and never with a 5xx.

const REQUESTS = 16_000;
const AT_ONCE = 8;
/** Samples after the first, of which only what was never answered well is sent. */
const MORE_TURNS = 20;
const SEED = 1227;

let app: TestApp;
let cookies: (string | null)[];
let people: Person[];
let known: Known;
/** Good answers of each operation. */
const answered = new Map<string, number>();
const validators = new Map<string, ValidateFunction>();

beforeAll(async () => {
  app = await TestApp.start({
    today: '2024-07-12',
    // Nobody listens there, and no letter is on its way: there are no workers.
    installation: { mail: { host: '127.0.0.1', port: 9, secure: false, encryptedOnly: false, auth: null, from: { name: null, address: 'a@b.example' } } },
  });
  const since = new Date('2024-01-01T00:00:00Z');
  // Numbers of accounts and numbers of facts, which the requests mix, are apart.
  await app.db.query('alter table account alter column id restart with 1000');
  people = [
    await addPerson(app.db, since, ['leadership']),
    await addPerson(app.db, since, ['finance']),
    await addPerson(app.db, since, ['economic-office']),
    await addPerson(app.db, since, ['commune-officer'], ['Phường Tứ Hạ']),
    await addPerson(app.db, since, ['auditor']),
    await addPerson(app.db, since, ['administrator'], ['Phường Tứ Hạ']),
    await addPerson(app.db, since, ['economic-office'], ['Phường Tứ Hạ']),
    await addPerson(app.db, since, ['auditor'], ['Phường Tứ Hạ']),
    await addPerson(app.db, since, ['finance'], ['Phường Tứ Hạ']),
  ];
  await app.post('/api/v1/reports', { year: 2024, period: 'H1' });
  await enterReports(app.db);
  await enterFacts(app.db);
  const tuHa = await unitId(app.db, 'Phường Tứ Hạ');
  const town = await unitId(app.db, 'Thị xã Hương Trà');
  known = {
    year: fc.constant(2024),
    id: fc.integer({ min: 1, max: LISTED }).map(String),
    'id of indicators': fc.constant('newly-recognised-products'),
    'id of accounts': fc.constant(String(people[3]?.accountId)),
    groupBy: fc.constantFrom('source', 'unit,month', 'source,stage'),
    asOf: fc.constantFrom('2024-04-09', '2024-07-12'),
    unit: fc.constant(String(tuHa)),
    locality: fc.constant(String(town)),
    unitIds: fc.constant([tuHa]),
    roles: fc.constant(['commune-officer']),
    username: fc.uuid().map((text) => `thu-${text}`.slice(0, 38)),
    displayName: fc.constantFrom('Người thử', 'Hương Văn'.normalize('NFD')),
    email: fc.constant(null),
    disabled: fc.constant(false),
    resetSecondFactor: fc.boolean(),
    account: fc.constant('1'),
    subjectId: fc.constant('1'),
    ...programme(tuHa),
    page: fc.constantFrom('1', '2'),
    pageSize: fc.constantFrom('1', '200'),
  };
  // The administrator twice, leadership and finance thrice, the economic office seven times: what only that role may do would else have few turns.
  const again = [5, 2, 2, 2, 2, 2, 2, 1, 1, 0, 0].map((index) => people[index]?.cookie ?? null);
  cookies = [...people.map(({ cookie }) => cookie), ...again, null, 'ocop=../../x', `ocop=${'b'.repeat(43)}`];
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'api');
  for (const { path, method, operation } of operations) {
    for (const [status, { content }] of Object.entries(operation.responses)) {
      for (const type of Object.keys(content ?? {})) {
        const pointer = ['paths', path, method.toLowerCase(), 'responses', status, 'content', type, 'schema'].map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
        validators.set(`${operation.operationId} ${status} ${type}`, ajv.compile({ $ref: `api#/${pointer}` }));
      }
    }
  }
});
afterAll(() => app.close());

async function fire(one: Shot): Promise<string | null> {
  const { method, operation } = operations[one.index] ?? { method: 'GET', operation: { operationId: '', responses: {} } as Operation };
  const address = addressOf(one);
  const cookie = cookies[one.caller] ?? null;
  const body = typeof one.body === 'object' && one.body !== null && !Array.isArray(one.body) ? { ...one.body, ...one.extra } : one.body;
  const sends = method !== 'GET' && operation.requestBody !== undefined;
  const answer = await app.as(null).request(address, {
    method,
    headers: { ...(cookie === null ? {} : { cookie }), ...(sends ? { 'content-type': one.contentType } : {}) },
    ...(sends ? { body: JSON.stringify(body) } : {}),
  });
  if (answer.status < 300) answered.set(operation.operationId, (answered.get(operation.operationId) ?? 0) + 1);
  const told = `${method} ${address.slice(0, 200)} as ${one.caller}: ${answer.status} ${answer.text.slice(0, 300)}`;
  if (answer.status >= 500) return told;
  const declared = operation.responses[String(answer.status)] ? String(answer.status) : answer.status >= 400 ? '4XX' : null;
  if (declared === null || operation.responses[declared] === undefined) return `undeclared status: ${told}`;
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (answer.status === 204) return answer.text === '' ? null : `a body: ${told}`;
  const validate = validators.get(`${operation.operationId} ${declared} ${type}`);
  if (validate === undefined) return `undeclared type ${type}: ${told}`;
  if (type === 'application/pdf' || type === DOCX_TYPE || Object.values<string>(FILE_TYPES).includes(type)) return null;
  return validate(answer.body) ? null : `${JSON.stringify(validate.errors)}: ${told}`;
}

/** What the requests themselves end or change: sessions, the account an administrator may change, versions, so that the next change is taken too. */
async function repair(): Promise<void> {
  for (const table of ['plan', 'producer', 'product', 'registration', 'council_rule', 'funding_source', 'reconciliation_setting']) await app.db.query(`update ${table} set version = 1 where version <> 1`);
  await approveAgain(app.db);
  await failAgain(app.db);
  // Who was taken off the list stands on it again.
  await app.db.query('update report_recipient set removed_at = null, removed_by = null where removed_at is not null');
  // A commune reports for the first time again.
  await app.db.query('delete from reported_money');
  // A source that holds from a later day takes no money of the days before.
  await app.db.query('update funding_source set valid_from = null where valid_from is not null');
  const ids = people.map(({ accountId }) => accountId);
  await app.db.query(`update session set ended_at = null where account_id = any($1) and ended_at is not null`, [ids]);
  await app.db.query(`update account set disabled_at = null, roles = array['commune-officer'] where id = $1 and (disabled_at is not null or roles <> array['commune-officer'])`, [people[3]?.accountId]);
}

/** Which no made-up password, code or link can pass, and what needs an OpenID Connect provider or a sign-in just now. */
const NEEDS_A_SECRET = [
  'signIn', 'passSecondFactor', 'changePassword', 'beginSecondFactor', 'turnOnSecondFactor', 'turnOffSecondFactor', 'renewRecoveryCodes', 'openAccountLink', 'useAccountLink', 'endSession',
  'endOtherSessions', 'startOpenIdConnect', 'finishOpenIdConnect', 'readCalendar',
];

describe('the API under requests made from its own description', () => {
  it(`answers ${REQUESTS} of them (seed ${SEED}) without a 5xx, each as it declares`, async () => {
    const sample = (seed: number) => fc.sample(shot(cookies.length, known), { numRuns: REQUESTS, seed });
    const numbers = await counts(app.db);
    const before = await untouched(app.db, numbers);
    const wrong: string[] = [];
    const statuses = new Map<number, number>();
    let sent = 0;
    const fireAll = async (shots: Shot[]) => {
      let next = 0;
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (let one = shots[next++]; one !== undefined && wrong.length < 20; one = shots[next++]) {
            if ((sent += 1) % 20 === 0) await repair();
            const fault = await fire(one);
            if (fault !== null) wrong.push(fault);
            statuses.set(one.index, (statuses.get(one.index) ?? 0) + 1);
          }
        }),
      );
    };
    await fireAll(sample(SEED));
    // Chance may leave out the few bodies that an operation takes: it gets more turns, until one is right or it has had many.
    const unanswered = () => operations.map(({ operation }) => operation.operationId).filter((id) => !answered.has(id) && !NEEDS_A_SECRET.includes(id));
    for (let more = 1; more <= MORE_TURNS && unanswered().length > 0; more += 1) {
      const left = new Set(unanswered());
      await fireAll(sample(SEED + more).filter(({ index }) => left.has(operations[index]?.operation.operationId ?? '')));
    }
    expect(wrong).toEqual([]);
    expect(sent).toBeGreaterThanOrEqual(10_000);
    // Every operation had its turn.
    expect(statuses.size).toBe(operations.length);
    expect(unanswered()).toEqual([]);
    expect([...answered.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1_500);
    expect(await untouched(app.db, numbers)).toEqual(before);
    expect(await doneWithoutRole(app.db)).toEqual([]);
    expect(await doneOutOfScope(app.db)).toEqual([]);
    expect((await app.get('/health/ready')).status).toBe(200);
  }, 600_000);
});
