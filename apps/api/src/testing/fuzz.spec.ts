import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { addProduct, reachStage, register, score, unitId } from './facts.js';
import { addressOf, document, operations, shot, type Known, type Operation, type Shot } from './fuzz-requests.js';
import { addPerson, type Person } from './people.js';
import { TestApp } from './test-app.js';

// Requests made from the description of the API: right by it, nearly right, and junk. Whatever comes, the server answers
// with a status that the description declares and a body of the declared shape, and never with a 5xx.

const REQUESTS = 12_000;
const AT_ONCE = 8;
const SEED = 1227;

let app: TestApp;
let cookies: (string | null)[];
let people: Person[];
let known: Known;
/** Good answers of each operation. */
const answered = new Map<string, number>();
const validators = new Map<string, ValidateFunction>();

beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
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
  ];
  await app.post('/api/v1/reports', { year: 2024, period: 'H1' });
  await enterFacts();
  const tuHa = await unitId(app.db, 'Phường Tứ Hạ');
  known = {
    year: fc.constantFrom('2024', 2024),
    id: fc.oneof(
      { weight: 1, arbitrary: fc.constant('newly-recognised-products') },
      { weight: 3, arbitrary: fc.integer({ min: 1, max: LISTED }).map(String) },
      { weight: 1, arbitrary: fc.constant(String(people[3]?.accountId)) },
    ),
    groupBy: fc.constantFrom('source', 'unit,month', 'source,stage'),
    asOf: fc.constantFrom('2024-04-09', '2024-07-12'),
    unit: fc.constant(String(tuHa)),
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
  // The administrator twice, the economic office thrice: what only that role may do would else have few turns.
  const again = [5, 2, 2].map((index) => people[index]?.cookie ?? null);
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

/** Products of the list; more are on none. Few rows would soon be where no request goes on from. */
const LISTED = 20;
const PRODUCTS = 26;

/** Registrations scored by the town, some of Phường Tứ Hạ, and of each kind of fact some that may be annulled. */
async function enterFacts(): Promise<void> {
  const { db } = app;
  for (let no = 8; no <= PRODUCTS; no += 1) {
    const unit = no % 3 === 0 ? 'Phường Tứ Hạ' : 'Xã Bình Tiến';
    if (no <= LISTED) await register(db, `Bánh số ${no}.`, 'new', '2024-05-02', unit);
    else await addProduct(db, `Bánh số ${no}.`, unit);
  }
  await db.query(
    `insert into evaluation (registration_id, level, evaluated_on, points, star_cap, stars) select id, 'province', '2024-07-01', 75, 5, 4 from registration order by id`,
  );
  await db.query(
    `insert into recognition (product_id, kind, stars, decided_on, decision_number, authority) select id, 'new', 3, '2023-07-01', 'thử', 'town' from product where id > ${LISTED} order by id`,
  );
  await db.query(`insert into inspection (product_id, inspected_on, outcome) select id, '2024-07-01', 'met' from product order by id`);
  for (const { id, name } of await db.query<{ id: number; name: string }[]>(`select r.id, p.name from registration r join product p on p.id = r.product_id where r.id <> 1 order by r.id`)) {
    await reachStage(db, name, id === 2 ? 'preparing' : 'scored-by-town', '2024-06-20', 1);
    if (id !== 2) await score(db, name, '2024-06-20', '60', 5, 3);
  }
}

/** What means something to these facts, by the name of the field. */
const programme = (unit: number): Known => ({
  version: fc.constant(1),
  productId: fc.integer({ min: 1, max: PRODUCTS }),
  producerId: fc.integer({ min: 1, max: PRODUCTS }),
  unitId: fc.constant(unit),
  name: fc.uuid().map((text) => `Bánh ${text}`),
  aliases: fc.constantFrom([], ['Tên khác'], ['Hương Văn'.normalize('NFD')]),
  productSetNo: fc.constantFrom(null, 1, 26),
  reason: fc.constant('lý do thử'),
  roundNo: fc.constantFrom(null, 1, 2),
  paper: fc.constantFrom(null, '1/QĐ'),
  note: fc.constant(null),
  findings: fc.constant(null),
  ...Object.fromEntries(['happenedOn', 'evaluatedOn', 'decidedOn', 'revokedOn', 'inspectedOn', 'registeredOn'].map((name) => [name, fc.constant('2024-07-12')])),
  // After today: who decides what on the days above stays as it is.
  validFrom: fc.constantFrom('2024-08-01', '2024-09-01', '2024-10-01', '2024-11-01', '2024-12-01'),
  legalBasis: fc.constant('Quyết định thử'),
  decisionNumber: fc.constant('1/QĐ'),
  stars: fc.constant(3),
  authority: fc.constant('town'),
  scoring: fc.constant('mean'),
  scores: fc.constantFrom([{ a: null, b: null, c: null, total: '60' }], [{ a: '20', b: '20', c: '20', total: '60,0' }]),
  memberCount: fc.constantFrom(null, 7),
  starCap: fc.constantFrom(3, 5),
  disqualification: fc.constantFrom(null, null, 'không truy xuất được'),
  corrects: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.record({ id: fc.integer({ min: 1, max: 20 }), reason: fc.constant('nhầm') }) }),
  members: fc.constantFrom(null, 9),
  quorum: fc.constant(null),
  spreadLimit: fc.constantFrom(null, '10,5'),
});

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
  if (type === 'application/pdf' || type === 'text/csv') return null;
  return validate(answer.body) ? null : `${JSON.stringify(validate.errors)}: ${told}`;
}

/** What the requests themselves end or change: sessions, the account an administrator may change, versions, so that the next change is taken too. */
async function repair(): Promise<void> {
  for (const table of ['producer', 'product', 'registration']) await app.db.query(`update ${table} set version = 1 where version <> 1`);
  const ids = people.map(({ accountId }) => accountId);
  await app.db.query(`update session set ended_at = null where account_id = any($1) and ended_at is not null`, [ids]);
  await app.db.query(`update account set disabled_at = null, roles = array['commune-officer'] where id = $1 and (disabled_at is not null or roles <> array['commune-officer'])`, [people[3]?.accountId]);
}

/** Which no made-up password, code or link can pass, and what needs an OpenID Connect provider. */
const NEEDS_A_SECRET = [
  'signIn', 'passSecondFactor', 'changePassword', 'beginSecondFactor', 'turnOnSecondFactor', 'turnOffSecondFactor', 'renewRecoveryCodes', 'openAccountLink', 'useAccountLink', 'endSession',
  'startOpenIdConnect', 'finishOpenIdConnect',
];

/** What may not change of the facts that were there before: all but annulling and revoking, and the kind and note of a registration. */
const KEPT: Readonly<Record<string, string>> = {
  registration: 'id, plan_id, position, product_id, unit_id, address_as_written, registered_on',
  registration_step: 'id, registration_id, stage, happened_on, round_no, paper, reason, entered_by',
  evaluation: 'id, registration_id, level, evaluated_on, points, star_cap, stars, entered_by',
  recognition: 'id, product_id, registration_id, kind, stars, decided_on, decision_number, authority, entered_by',
  inspection: 'id, product_id, inspected_on, outcome, entered_by',
  law_rule: 'id, topic, valid_from, value, entered_by',
};
/** The newest number of each. */
const counts = async (): Promise<Record<string, number>> => {
  const [row] = await app.db.query<Record<string, number>[]>(`select ${Object.keys(KEPT).map((table) => `(select max(id) from ${table}) as ${table}`).join(', ')}`);
  return row ?? {};
};

/** Every row that no request may change, as one number a table; the facts of before; and the accounts that nobody invited. */
async function untouched(before: Readonly<Record<string, number>>): Promise<object> {
  const tables = ['plan', 'plan_target', 'plan_round', 'unit', 'product_set', 'commune_report', 'funding_entry', 'funding_source'];
  const sums = [
    ...tables.map((table) => `(select coalesce(sum(hashtextextended(t::text, 0)), 0)::text from ${table} t) as ${table}`),
    ...Object.entries(KEPT).map(([table, columns]) => `(select coalesce(sum(hashtextextended(row(${columns})::text, 0)), 0)::text from ${table} t where id <= ${before[table] ?? 0}) as ${table}`),
  ];
  const [row] = await app.db.query<object[]>(
    `select ${sums.join(', ')},
       (select count(*)::int from account a where not exists (select from audit_entry e where e.action = 'account-invited' and e.subject_id = a.id::text)) as accounts`,
  );
  return row ?? {};
}

/** What by the audit trail an account did without the role for it; a report is made by who sees the whole plan. */
const doneWithoutRole = (): Promise<object[]> =>
  app.db.query(
    `select distinct e.action, a.roles, a.all_units from audit_entry e join account a on a.id = e.account_id
     join (values ('account-invited', 'administrator'), ('account-changed', 'administrator'), ('account-link-made', 'administrator'),
       ('audit-exported', 'auditor'), ('report-created', 'economic-office'), ('evaluation-entered', 'economic-office'), ('evaluation-corrected', 'economic-office'),
       ('evaluation-annulled', 'economic-office'), ('recognition-entered', 'economic-office'), ('recognition-revoked', 'economic-office'), ('recognition-annulled', 'economic-office'),
       ('inspection-entered', 'economic-office'), ('inspection-annulled', 'economic-office'), ('council-rule-set', 'economic-office'), ('law-rule-added', 'economic-office'),
       ('law-rule-annulled', 'economic-office')) as needs (action, role) using (action)
     where not a.roles @> array[needs.role] or (e.action in ('report-created', 'council-rule-set', 'law-rule-added', 'law-rule-annulled') and not a.all_units)
     union
     select e.action, a.roles, a.all_units from audit_entry e join account a on a.id = e.account_id
     where e.subject in ('producer', 'product', 'registration') and not a.roles && array['economic-office', 'commune-officer']`,
  );

/** What by the trail somebody wrote of a unit that is not among the own ones; a producer may have come from one since. */
const doneOutOfScope = (): Promise<object[]> =>
  app.db.query(
    `select distinct e.action, e.subject_id from audit_entry e join account a on a.id = e.account_id and not a.all_units
     where e.subject in ('producer', 'product', 'registration') and not exists (
       select from account_unit au where au.account_id = a.id and au.unit_id in (
         select m.unit_id from producer m where e.subject = 'producer' and m.id::text = e.subject_id
         union select m.unit_id from product p join producer m on m.id = p.producer_id where e.subject = 'product' and p.id::text = e.subject_id
         union select r.unit_id from registration r where e.subject = 'registration' and r.id::text = e.subject_id))`,
  );

describe('the API under requests made from its own description', () => {
  it(`answers ${REQUESTS} of them (seed ${SEED}) without a 5xx, each as it declares`, async () => {
    const shots = fc.sample(shot(cookies.length, known), { numRuns: REQUESTS, seed: SEED });
    const numbers = await counts();
    const before = await untouched(numbers);
    const wrong: string[] = [];
    const statuses = new Map<number, number>();
    let next = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let one = shots[next++]; one !== undefined && wrong.length < 20; one = shots[next++]) {
          if (next % 20 === 0) await repair();
          const fault = await fire(one);
          if (fault !== null) wrong.push(fault);
          statuses.set(one.index, (statuses.get(one.index) ?? 0) + 1);
        }
      }),
    );
    expect(wrong).toEqual([]);
    expect(next).toBeGreaterThanOrEqual(10_000);
    // Every operation had its turn.
    expect(statuses.size).toBe(operations.length);
    const never = operations.map(({ operation }) => operation.operationId).filter((id) => !answered.has(id) && !NEEDS_A_SECRET.includes(id));
    expect(never).toEqual([]);
    expect([...answered.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1_500);
    expect(await untouched(numbers)).toEqual(before);
    expect(await doneWithoutRole()).toEqual([]);
    expect(await doneOutOfScope()).toEqual([]);
    expect((await app.get('/health/ready')).status).toBe(200);
  }, 280_000);
});
