import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attentionListSchema, newCalendarFeedSchema, planListSchema, unitListSchema, type Role } from '@ocop/contracts';
import { compareVietnamese } from '@ocop/domain';
import { newPosting, newReversal, part, post } from '../../testing/funding.js';
import { idOf, refuse, told as faultsTold, write } from '../../testing/programme.js';
import { json } from '../../testing/signing-in.js';
import { addSecondTown, SECOND_COMMUNES, SECOND_TOWN } from '../../testing/second-town.js';
import { TestApp } from '../../testing/test-app.js';
import { provenanceOf, readWorkbook } from '../../testing/workbook.js';

// Two towns with a plan of the same year in one installation: whose plan is meant is told by who looks, or by the locality chosen.

const FIRST_TOWN = 'Thị xã Hương Trà';
const ROLES: readonly Role[] = ['leadership', 'finance', 'economic-office', 'auditor'];

let app: TestApp;
let first: number;
let second: number;
/** Units by name. */
const units = new Map<string, number>();
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
  ({ first, second } = await addSecondTown(app.db));
  for (const { id, name } of await app.db.query<{ id: number; name: string }[]>(`select id, type || ' ' || name as name from unit`)) units.set(name, id);
});
afterAll(() => app.close());

const unit = (name: string) => units.get(name) ?? 0;

describe('who works for one town', () => {
  it('enters into its own plan alone, sources of the same code or not', async () => {
    for (const [town, commune, amount] of [[FIRST_TOWN, 'Phường Tứ Hạ', 7_000_000n], [SECOND_TOWN, SECOND_COMMUNES[0], 11_000_000n]] as const) {
      const finance = await app.asRole('finance', [town]);
      const { entries } = await post(finance, newPosting([part('planned', amount)], { unitId: unit(commune) }));
      await post(finance, newPosting([part('registered', 2n * amount, 'socialised')]));
      await post(finance, newPosting([part('planned', 1_000_000n)]));
      expect((await finance.post(`/api/v1/funding/entries/${(entries[0] ?? 0) + 2}/reversal`, newReversal('2024-06-20'))).status).toBe(201);
      await write(finance, 'funding/sources', { year: 2024, kind: 'budget', name: `Nguồn riêng của ${town}`, position: 9, clause: 'IV', legalBasis: null, validFrom: null, validTo: null, ceiling: null, eligibility: null });
    }
    const [plans] = await app.db.query<object[]>(
      `select (select array_agg(distinct f.unit_id) from funding_entry f join plan p on p.id = f.plan_id where p.unit_id = $1) as first,
         (select array_agg(distinct f.unit_id) from funding_entry f join plan p on p.id = f.plan_id where p.unit_id = $2) as second,
         (select count(*)::int from funding_entry f join funding_source s on s.id = f.source_id where s.plan_id <> f.plan_id) as astray`,
      [first, second],
    );
    expect(plans).toEqual({ first: [unit('Phường Tứ Hạ'), null], second: [unit(SECOND_COMMUNES[0]), null], astray: 0 });
  });

  it('enters the facts of its own plan: products, communes’ reports, councils, what communes report of their money, the tolerance', async () => {
    for (const [town, commune, name] of [[FIRST_TOWN, 'Phường Tứ Hạ', 'Bánh của Tứ Hạ'], [SECOND_TOWN, SECOND_COMMUNES[1], 'Rượu của Phong An']] as const) {
      const office = await app.asRole('economic-office', [town]);
      const producer = await write(office, 'producers', { name: `HTX ${name}`, aliases: [], kind: 'cooperative', unitId: unit(commune) });
      const product = await write(office, 'products', { name, aliases: [], producerId: producer.id, productSetNo: null });
      await write(office, 'registrations', { year: 2024, productId: product.id, kind: 'new', registeredOn: '2024-05-02', roundNo: null, paper: null, note: null });
      await write(office, 'commune-reports', { year: 2024, period: 'H1', unitId: unit(commune), receivedOn: '2024-06-10', paper: null });
      await write(office, 'activities', { year: 2024, workArea: 1, name: `Tập huấn ở ${commune}`, heldOn: '2024-05-02', endedOn: null, unitId: unit(commune), participants: null, paper: null, note: null });
      await write(office, 'council-rules', { year: 2024, version: 0, level: 'town', members: town === FIRST_TOWN ? 7 : 9, quorum: null, spreadLimit: null, paper: null }, 'PUT');
      const finance = await app.asRole('finance', [town]);
      await write(office, 'funding/reported-money', { year: 2024, period: 'H1', unitId: unit(commune), paper: null, figures: [{ source: 'nq-20-2020', measure: 'planned', amount: '5000000' }], version: 1, reason: null }, 'PUT');
      await write(finance, 'funding/reconciliation/tolerance', { year: 2024, tolerance: town === FIRST_TOWN ? '1000' : '2000', version: 1 }, 'PUT');
      expect((await office.post('/api/v1/reports', { year: 2024, period: 'H1' })).status).toBe(201);
    }
    const rows = await app.db.query<object[]>(
      `select p.unit_id as town, (select count(*)::int from commune_report c where c.plan_id = p.id) as reports, (select members from council_rule k where k.plan_id = p.id) as members,
         (select tolerance::text from reconciliation_setting s where s.plan_id = p.id) as tolerance, (select count(*)::int from reported_money m where m.plan_id = p.id) as reported,
         (select count(*)::int from report r where r.plan_id = p.id) as kept, (select max(position) from registration g where g.plan_id = p.id) as listed
       from plan p order by p.unit_id`,
    );
    expect(rows).toEqual([
      { town: first, reports: 1, members: 7, tolerance: '1000', reported: 1, kept: 1, listed: 8 },
      { town: second, reports: 1, members: 9, tolerance: '2000', reported: 1, kept: 1, listed: 1 },
    ]);
  });

  it('posts no money for a product or producer of the other town, nor for those of a commune out of reach, and is told no name of theirs', async () => {
    const [town, commune] = [await app.asRole('finance', [FIRST_TOWN]), await app.asRole('finance', ['Xã Bình Tiến'])];
    const theirs = { productId: await idOf(app, 'product', 'Rượu của Phong An'), producerId: await idOf(app, 'producer', 'HTX Rượu của Phong An') };
    const ours = { productId: await idOf(app, 'product', 'Bánh của Tứ Hạ'), producerId: await idOf(app, 'producer', 'HTX Bánh của Tứ Hạ') };
    for (const [who, { productId, producerId }, other] of [[town, theirs, ours], [commune, theirs, ours], [commune, ours, theirs]] as const) {
      const told = async (of: object) => faultsTold(await refuse(who, 400, 'funding/postings', newPosting([part('planned', 5_000_000n)], { unitId: unit('Xã Bình Tiến'), ...of })));
      expect((await told({ productId, producerId })).map(([path]) => path)).toEqual(['productId', 'producerId']);
      // Its producer is not that one: that would be a sentence with its name.
      expect(JSON.stringify(await told({ productId, producerId: other.producerId }))).not.toMatch(/Rượu|Bánh/);
    }
    await post(town, newPosting([part('planned', 5_000_000n)], ours));
  });

  it('closes its own ledger and no other, whoever is the other town’s commune', async () => {
    const finance = await app.asRole('finance', [SECOND_TOWN]);
    await write(finance, 'funding/closings', { year: 2024, paper: null });
    expect((await finance.post('/api/v1/funding/postings', newPosting([part('planned', 1n)]))).status).toBe(400);
    await post(await app.asRole('finance', [FIRST_TOWN]), newPosting([part('planned', 3_000_000n)]));
    expect((await (await app.asRole('finance', [FIRST_TOWN])).get('/api/v1/funding/closings')).body).toMatchObject({ total: 0 });
    expect((await (await app.asRole('finance', SECOND_COMMUNES)).get('/api/v1/funding/closings')).body).toMatchObject({ total: 1 });
  });
});

const ASKED = [
  'plans/2024?', 'indicators?year=2024', 'indicators/funding-planned/rows?year=2024', 'indicators/registrations-by-stage/rows?year=2024', 'indicators/commune-reports-on-time/rows?year=2024',
  'attention?year=2024', 'forecast?year=2024', 'registrations?year=2024', 'commune-reports?year=2024', 'activities?year=2024', 'council-rules?year=2024', 'funding/sources?year=2024',
  'funding/summary?year=2024&groupBy=source,stage', 'funding/summary?year=2024&groupBy=unit', 'funding/summary?year=2024&groupBy=month,workArea', 'funding/entries?year=2024', 'funding/warnings?year=2024',
  'funding/reconciliation?year=2024&period=H1', 'funding/closings?', 'products?', 'producers?', 'reports?', 'report-calendar?', 'report-schedules?',
];

/** What reads the same of both towns here. */
const ALIKE = ['funding/warnings', 'report-calendar', 'report-schedules'];

describe('who sees both towns', () => {
  it.each(ROLES)('gets as %s by the locality chosen exactly what that town’s own people get', async (role) => {
    const whole = await app.asRole(role);
    const owns = [[await app.asRole(role, [FIRST_TOWN]), first], [await app.asRole(role, [SECOND_TOWN]), second]] as const;
    for (const question of ASKED) {
      const path = `/api/v1/${question}`;
      const answers: string[] = [];
      for (const [own, id] of owns) {
        // What leads on to the rows names the locality, too.
        const told = async (asked: Promise<{ status: number; text: string }>) => {
          const { status, text } = await asked;
          return `${question} ${status} ${text.replaceAll(`&locality=${id}`, '').replace(/"(requestId|instance)":"[^"]*"/g, '')}`;
        };
        const answer = await told(own.get(path));
        expect(await told(whole.get(`${path}&locality=${id}`))).toBe(answer);
        expect(await told(own.get(`${path}&locality=${id}`))).toBe(answer);
        answers.push(answer);
      }
      if (!answers[0]?.startsWith(`${question} 403`) && !ALIKE.some((start) => question.startsWith(start))) expect(answers[0]).not.toBe(answers[1]);
    }
  });

  it('is offered the units of the locality chosen, with what they belong to, and takes its registers away as such', async () => {
    const names = async (query: string) => (await app.read(unitListSchema, `/api/v1/units?${query}`)).items.map(({ fullName }) => fullName);
    expect(await names(`ever=true&locality=${second}`)).toEqual([...SECOND_COMMUNES, SECOND_TOWN, 'Tỉnh Thừa Thiên Huế'].toSorted((a, b) => compareVietnamese(a.split(' ').slice(-2).join(' '), b.split(' ').slice(-2).join(' '))));
    expect((await names('ever=true')).length).toBe(14);
    const file = (await app.get(`/api/v1/products/export?format=csv&locality=${second}`)).text;
    expect(file).toContain('Rượu của Phong An');
    expect(file).not.toContain('Bánh của Tứ Hạ');
    const book = await readWorkbook((await app.get(`/api/v1/producers/export?format=xlsx&locality=${second}`)).bytes);
    expect(provenanceOf(book, 'Địa phương')).toBe(SECOND_TOWN);
  });

  it('has a calendar of what waits in both, each matter once and saying where', async () => {
    const leader = await app.asRole('leadership');
    const { path } = newCalendarFeedSchema.parse((await leader.post('/api/v1/calendar-feed', {})).body);
    const feed = (await app.as(null).get(path)).text.replaceAll('\r\n ', '').split('\r\n');
    const waiting = async (id: number) => (await leader.read(attentionListSchema, `/api/v1/attention?year=2024&locality=${id}`)).total;
    const of = (town: string) => feed.filter((line) => line.startsWith(`SUMMARY:${town}: `)).length;
    expect([of(FIRST_TOWN), of(SECOND_TOWN)]).toEqual([await waiting(first), await waiting(second)]);
    const ids = feed.filter((line) => line.startsWith('UID:'));
    expect([new Set(ids).size, ids.length]).toEqual([ids.length, of(FIRST_TOWN) + of(SECOND_TOWN)]);
  });

  it('puts no product of one town on the list of the other', async () => {
    const office = await app.asRole('economic-office');
    const productId = await idOf(app, 'product', 'Bánh của Tứ Hạ');
    const body = { year: 2024, productId, kind: 'new', registeredOn: '2024-05-02', roundNo: null, paper: null, note: null };
    expect(faultsTold(await refuse(office, 400, `registrations?locality=${second}`, body))).toEqual([['productId', 'Sản phẩm “Bánh của Tứ Hạ” là của Phường Tứ Hạ, không thuộc địa bàn của Kế hoạch số 9/KH-UBND.']]);
  });

  it('writes into the plan of the locality chosen, one by one or many at once, and takes back where it stands', async () => {
    const finance = await app.asRole('finance');
    const at = async (path: string, body: object) => (await finance.post(`/api/v1/${path}?locality=${first}`, body)).body as { entries: number[] };
    expect((await finance.post('/api/v1/funding/postings', newPosting([part('planned', 5_000_000n)]))).status).toBe(400);
    const many = await Promise.all(Array.from({ length: 12 }, (_, no) => at('funding/postings', newPosting([part('planned', 4_000_000n + BigInt(no))], { paperNumber: `PC-${no}` }))));
    const [entry = 0] = many.flatMap(({ entries }) => entries);
    expect((await finance.post(`/api/v1/funding/entries/${entry}/reversal`, newReversal('2024-06-20'))).status).toBe(201);
    const [written] = await app.db.query<object[]>(
      `select count(*)::int as lines, count(distinct plan_id)::int as plans from funding_entry where id = any($1) or reverses_id = $2`, [many.flatMap(({ entries }) => entries), entry],
    );
    expect(written).toEqual({ lines: 13, plans: 1 });
    expect(await finance.refused(400, `/api/v1/funding/postings?locality=${second}`, json(newPosting([part('planned', 1n)])))).toMatchObject({ errors: [{ message: expect.stringContaining('đã khóa') }] });
  });
});

describe('without a locality, or with one that is none', () => {
  it('who sees plans of several towns is told which, by name and number; a question that needs no plan is answered', async () => {
    expect(await app.refused(400, '/api/v1/indicators?year=2024')).toMatchObject({
      code: 'locality-needed', errors: [{ path: 'locality', message: expect.stringContaining(`${FIRST_TOWN} (mã ${first}), ${SECOND_TOWN} (mã ${second})`) }],
    });
    expect((await app.get('/api/v1/products')).status).toBe(200);
    const { items } = await app.read(planListSchema, '/api/v1/plans');
    expect(items.map(({ unitName, unitId }) => [unitName, unitId])).toEqual([[FIRST_TOWN, first], [SECOND_TOWN, second]]);
  });

  it('a commune works by the plan of its town, and never by another’s, even by its number', async () => {
    const commune = await app.asRole('commune-officer', [SECOND_COMMUNES[0]]);
    expect((await commune.read(planListSchema, '/api/v1/plans')).items.map(({ unitId }) => unitId)).toEqual([second]);
    expect((await commune.get('/api/v1/plans/2024')).body).toMatchObject({ unitId: second });
    expect(await commune.refused(404, `/api/v1/plans/2024?locality=${first}`)).toMatchObject({ code: 'unknown-locality' });
  });

  it.each(['0', '-1', '1.5', 'x', '1'.repeat(30), '1&locality=2', ''])('a locality written as %j is refused by name', async (locality) => {
    expect(await app.refused(400, `/api/v1/indicators?year=2024&locality=${locality}`)).toMatchObject({ code: 'invalid-input', errors: [{ path: 'locality', message: expect.any(String) }] });
  });

  it('a year that only the other town has a plan of is none of this one', async () => {
    await app.db.query(
      `insert into plan (unit_id, year, number, issued_on, title, issuer_name, issuer_short_name, place, province_name, supplement_before, legal_basis, signature, recipients, demo)
       select unit_id, 2023, '8/KH-UBND', '2023-03-01', title, issuer_name, issuer_short_name, place, province_name, '2023-06-01', legal_basis, signature, recipients, demo from plan where unit_id = $1`,
      [second],
    );
    expect((await app.get(`/api/v1/plans/2023?locality=${second}`)).status).toBe(200);
    expect((await app.get('/api/v1/plans/2023')).body).toMatchObject({ unitId: second });
    expect(await app.refused(404, `/api/v1/plans/2023?locality=${first}`)).toMatchObject({ code: 'unknown-year', detail: expect.stringContaining('Các năm đang có: 2024.') });
  });
});
