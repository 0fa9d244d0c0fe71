import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { receiptSchema, reconciliationSchema, type CommuneReconciliation, type Receipt, type Reconciliation } from '@ocop/contracts';
import { REPORTED_MEASURES, STAGES_OF_SUM, type FundingStage } from '@ocop/domain';
import fc from 'fast-check';
import { enterFunding, unitId, type Entry } from '../../testing/facts.js';
import { newPosting, part, post } from '../../testing/funding.js';
import { linesOf, refuse, told, write } from '../../testing/programme.js';
import { entryOf, SOURCES } from '../../testing/ledger.js';
import { json } from '../../testing/signing-in.js';
import { declared, TestApp } from '../../testing/test-app.js';

const TU_HA = 'Phường Tứ Hạ';
const BINH_TIEN = 'Xã Bình Tiến';
const PLAN = '1227/KH-UBND';

let app: TestApp;
let tuHa: number;
let binhTien: number;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-12-20' });
  tuHa = await unitId(app.db, TU_HA);
  binhTien = await unitId(app.db, BINH_TIEN);
});
afterAll(() => app.close());

type Period = 'H1' | 'FY';
interface Figure {
  source: string;
  measure: string;
  amount: string;
}
const figure = (amount: string, source = 'nq-20-2020', measure = 'disbursed'): Figure => ({ source, measure, amount });
const path = (period: Period) => `/api/v1/funding/reconciliation?year=2024&period=${period}`;
const read = (by: TestApp, period: Period): Promise<Reconciliation> => by.read(reconciliationSchema, path(period));
async function of(by: TestApp, unit: number, period: Period): Promise<CommuneReconciliation> {
  const found = (await read(by, period)).items.find((one) => one.unitId === unit);
  if (!found) throw new Error('not among the communes');
  return found;
}
/** What a commune sends, with the version it looked at. */
const sent = async (unit: number, period: Period, figures: readonly Figure[], more: object = {}) => ({
  year: 2024, period, unitId: unit, paper: 'Báo cáo 12/BC-UBND', figures, version: (await of(app, unit, period)).version, reason: null, ...more,
});
const report = async (unit: number, period: Period, figures: readonly Figure[], more: object = {}, by = app): Promise<Receipt> =>
  write(by, 'funding/reported-money', await sent(unit, period, figures, more), 'PUT');
const sign = async (unit: number, period: Period, note: string | null, by = app): Promise<Receipt> => {
  const { seen } = await of(app, unit, period);
  return write(by, 'funding/reconciliation/sign-offs', { year: 2024, period, unitId: unit, seen, note });
};
const standing = async (unit: number) =>
  (await app.db.query<{ n: number; annulled: number }[]>('select count(*)::int as n, count(annulled_at)::int as annulled from reported_money where unit_id = $1', [unit]))[0];
const amounts = ({ cells }: Pick<CommuneReconciliation, 'cells'>) => cells.map(({ source, measure, reported, own, difference, state }) => [source, measure, reported, own, difference, state]);

describe(`money reported by communes beside the ledger’s (${PLAN}, part IV)`, () => {
  it('is compared up to the last day of the period: 14/6, not the day after (Decree 09/2019/NĐ-CP)', async () => {
    await post(app, newPosting([part('planned', '9000000')], { occurredOn: '2024-05-01', unitId: tuHa }));
    await post(app, newPosting([part('allocated', '9000000')], { occurredOn: '2024-05-02', unitId: tuHa }));
    await post(app, newPosting([part('disbursed', '5000000')], { occurredOn: '2024-06-14', unitId: tuHa }));
    await post(app, newPosting([part('disbursed', '2000000')], { occurredOn: '2024-06-15', unitId: tuHa }));
    await report(tuHa, 'H1', [figure('5000000'), figure('0', 'socialised'), figure('700000', 'nq-30-2021', 'planned')]);
    const { lastDay, items, total, tolerance } = await read(app, 'H1');
    expect({ lastDay, total, tolerance }).toEqual({ lastDay: '2024-06-14', total: items.length, tolerance: '0' });
    expect(amounts(await of(app, tuHa, 'H1'))).toEqual([
      ['socialised', 'disbursed', '0', null, '0', 'agrees'],
      ['nq-20-2020', 'planned', null, '9000000', null, 'not-reported'],
      ['nq-20-2020', 'disbursed', '5000000', '5000000', '0', 'agrees'],
      ['nq-30-2021', 'planned', '700000', null, '700000', 'not-in-ledger'],
    ]);
    expect(amounts(await of(app, tuHa, 'FY'))).toContainEqual(['nq-20-2020', 'disbursed', null, '7000000', null, 'not-reported']);
    expect((await of(app, binhTien, 'H1')).cells).toEqual([]);
  });

  it('is corrected by annulling the figure before, with a reason; a figure that stays the same is left alone', async () => {
    const before = await standing(tuHa);
    const figures = [figure('5000400'), figure('0', 'socialised')];
    const problem = await refuse(app, 400, 'funding/reported-money', await sent(tuHa, 'H1', figures), 'PUT');
    expect(told(problem)).toEqual([['reason', 'Lý do phải được ghi khi sửa hoặc bỏ số liệu đã báo cáo; số liệu cũ vẫn được lưu.']]);
    const lines = await linesOf(app, () => report(tuHa, 'H1', figures, { reason: 'cộng sót' }));
    expect(lines).toMatchObject([{ action: 'money-reported', subject: 'funding', subjectName: `${TU_HA}, 6 tháng đầu năm 2024`, after: { figures }, reason: 'cộng sót' }]);
    // One changed, one taken back, one kept.
    expect(await standing(tuHa)).toEqual({ n: (before?.n ?? 0) + 1, annulled: 2 });
    const kept = await app.db.query<object[]>(`select amount::text as amount, annulled_reason as why from reported_money where annulled_at is not null order by reported_money.amount`);
    expect(kept).toEqual([{ amount: '700000', why: 'cộng sót' }, { amount: '5000000', why: 'cộng sót' }]);
    expect(amounts(await of(app, tuHa, 'H1'))).toContainEqual(['nq-20-2020', 'disbursed', '5000400', '5000000', '400', 'differs']);
    expect(await linesOf(app, () => report(tuHa, 'H1', figures))).toEqual([]);
  });

  it('names every fault at once, and writes nothing', async () => {
    const before = await standing(tuHa);
    const wrong = { year: 2024, period: 'Q1', unitId: 0, paper: '', figures: [figure('1.234.567'), figure('-5'), figure('1000000000000000'), { ...figure('12'), measure: 'settled' }], version: 1, reason: null };
    const typed = await refuse(app, 400, 'funding/reported-money', wrong, 'PUT');
    expect(told(typed).map(([field]) => field)).toEqual(['period', 'unitId', 'paper', 'figures.0.amount', 'figures.1.amount', 'figures.2.amount', 'figures.3.measure']);
    expect(told(typed)).toContainEqual(['figures.1.amount', 'Số tiền phải từ 0 đến 999.999.999.999.999 đồng.']);
    const unknown = await refuse(app, 400, 'funding/reported-money', await sent(tuHa, 'H1', [figure('1'), figure('2'), figure('3', 'khong-co')]), 'PUT');
    expect(told(unknown).map(([field]) => field)).toEqual(['figures.1.source', 'figures.2.source', 'reason']);
    const nowhere = await refuse(app, 400, 'funding/reported-money', { ...(await sent(tuHa, 'H1', [])), unitId: 999_999 }, 'PUT');
    expect(told(nowhere)).toEqual([['unitId', 'Địa phương không phải là một xã, phường của kế hoạch.']]);
    expect(await standing(tuHa)).toEqual(before);
  });

  it('is written once by two who looked at the same figures', async () => {
    const body = await sent(binhTien, 'FY', [figure('1000000')]);
    const answers = await Promise.all([1, 2, 3, 4].map((no) => app.request('/api/v1/funding/reported-money', json({ ...body, figures: [figure(`${no}000000`)] }, 'PUT'))));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409, 409]);
    for (const { status, body: told409 } of answers) if (status === 409) expect(told409).toMatchObject({ code: 'changed-meanwhile', current: { unitId: binhTien, version: 2 } });
    expect((await standing(binhTien))?.n).toBe(1);
  });
});

describe('the tolerance of a plan', () => {
  it('turns a difference up to it into one within it, and is set from the version one looked at', async () => {
    const tolerance = (amount: string, version: number) => ({ year: 2024, tolerance: amount, version });
    const lines = await linesOf(app, () => write(app, 'funding/reconciliation/tolerance', tolerance('400', 1), 'PUT'));
    expect(lines).toMatchObject([{ action: 'reconciliation-tolerance-set', before: { tolerance: '0' }, after: { tolerance: '400' } }]);
    expect(amounts(await of(app, tuHa, 'H1'))).toContainEqual(['nq-20-2020', 'disbursed', '5000400', '5000000', '400', 'within-tolerance']);
    expect((await refuse(app, 409, 'funding/reconciliation/tolerance', tolerance('500', 1), 'PUT')).code).toBe('changed-meanwhile');
    await write(app, 'funding/reconciliation/tolerance', tolerance('399', 2), 'PUT');
    expect(amounts(await of(app, tuHa, 'H1'))).toContainEqual(['nq-20-2020', 'disbursed', '5000400', '5000000', '400', 'differs']);
    expect(told(await refuse(app, 400, 'funding/reconciliation/tolerance', tolerance('-1', 3), 'PUT'))).toEqual([['tolerance', 'Mức lệch cho phép phải từ 0 đến 999.999.999.999.999 đồng.']]);
  });
});

describe('a sign-off', () => {
  it('needs a note while a figure is apart, and keeps who signed which figures and when', async () => {
    const { seen } = await of(app, tuHa, 'H1');
    const body = { year: 2024, period: 'H1', unitId: tuHa, seen, note: null };
    expect(told(await refuse(app, 400, 'funding/reconciliation/sign-offs', body))).toEqual([
      ['note', 'Ghi chú phải nói rõ vì sao còn lệch: có số liệu chưa khớp, chưa báo cáo hoặc chưa có trong sổ.'],
    ]);
    const finance = await app.asRole('finance');
    const lines = await linesOf(app, () => sign(tuHa, 'H1', 'xã ghi cả phí chuyển tiền', finance));
    expect(lines).toMatchObject([{ action: 'reconciliation-signed', subjectId: String(tuHa), reason: 'xã ghi cả phí chuyển tiền' }]);
    const { signOffs, cells } = await of(app, tuHa, 'H1');
    expect(signOffs).toMatchObject([{ signedBy: 'Người thử', note: 'xã ghi cả phí chuyển tiền', tolerance: '399', matches: true }]);
    expect(signOffs[0]?.signedAt.slice(0, 10)).toBe('2024-12-20');
    expect(signOffs[0]?.cells).toEqual(cells);
  });

  it('of what is no longer so is refused: figures that changed meanwhile are looked at again', async () => {
    const { seen } = await of(app, tuHa, 'FY');
    await post(app, newPosting([part('disbursed', '1000000')], { occurredOn: '2024-09-01', unitId: tuHa }));
    const problem = await refuse(app, 409, 'funding/reconciliation/sign-offs', { year: 2024, period: 'FY', unitId: tuHa, seen, note: 'x' });
    expect(problem).toMatchObject({ code: 'changed-meanwhile', current: { unitId: tuHa } });
  });

  it('stays, and says that it no longer matches, when the commune corrects or the ledger changes; it matches again when that is undone', async () => {
    const matches = async () => (await of(app, tuHa, 'H1')).signOffs.map((one) => one.matches);
    const signed = (await of(app, tuHa, 'H1')).signOffs[0]?.cells;
    await report(tuHa, 'H1', [figure('5000000'), figure('0', 'socialised')], { reason: 'đúng ra' });
    expect(await matches()).toEqual([false]);
    await report(tuHa, 'H1', [figure('5000400'), figure('0', 'socialised')], { reason: 'vẫn là số cũ' });
    expect(await matches()).toEqual([true]);
    const { entries } = await post(app, newPosting([part('disbursed', '250000')], { occurredOn: '2024-06-01', unitId: tuHa }));
    expect(await matches()).toEqual([false]);
    await sign(tuHa, 'H1', 'đã thêm khoản ghi sót');
    expect(await matches()).toEqual([true, false]);
    expect((await of(app, tuHa, 'H1')).signOffs[1]?.cells).toEqual(signed);
    // Taken back after the period: up to its last day the figure stays.
    await takeBack(entries[0] ?? 0);
    expect(await matches()).toEqual([true, false]);
  });
});

/** Takes an entry back on a day after the first half of the year. */
const takeBack = async (id: number) => {
  const answer = await app.post(`/api/v1/funding/entries/${id}/reversal`, { key: crypto.randomUUID(), occurredOn: '2024-06-20', reason: 'nhầm', paperNumber: null, paperOn: null });
  expect(answer.status).toBe(201);
};

describe('who may', () => {
  it('a commune sees and reports its own figures only', async () => {
    const officer = await app.asRole('commune-officer', [TU_HA]);
    const { items } = await read(officer, 'H1');
    expect(items.map((one) => one.unitName)).toEqual([TU_HA]);
    expect(items[0]?.cells).toEqual((await of(app, tuHa, 'H1')).cells);
    expect((await officer.get(path('H1'))).text).not.toContain('Bình Tiến');
    await report(tuHa, 'FY', [figure('8000000')], {}, officer);
    const other = await refuse(officer, 400, 'funding/reported-money', await sent(binhTien, 'H1', [figure('1')]), 'PUT');
    expect(told(other)).toEqual([['unitId', 'Địa phương không thuộc phạm vi của bạn.']]);
    expect((await officer.request('/api/v1/funding/reconciliation/sign-offs', json({ year: 2024, period: 'H1', unitId: tuHa, seen: '0'.repeat(64), note: 'x' }))).status).toBe(403);
  });

  it('finance signs but reports nothing for a commune, the economic office the other way round, and a part of finance sets no tolerance', async () => {
    const [finance, office, part1] = [await app.asRole('finance'), await app.asRole('economic-office'), await app.asRole('finance', [TU_HA])];
    await refuse(finance, 403, 'funding/reported-money', await sent(tuHa, 'H1', []), 'PUT');
    await report(binhTien, 'H1', [figure('0')], {}, office);
    await refuse(office, 403, 'funding/reconciliation/tolerance', { year: 2024, tolerance: '0', version: 1 }, 'PUT');
    const refused = await refuse(part1, 403, 'funding/reconciliation/tolerance', { year: 2024, tolerance: '0', version: 3 }, 'PUT');
    expect(refused.detail).toBe('Mức lệch cho phép là của cả kế hoạch; chỉ tài khoản phụ trách toàn bộ đặt được.');
    await sign(tuHa, 'FY', 'xem lại quý sau', part1);
    const reach = await refuse(part1, 400, 'funding/reconciliation/sign-offs', { year: 2024, period: 'H1', unitId: binhTien, seen: '0'.repeat(64), note: null });
    expect(told(reach)).toEqual([['unitId', 'Địa phương không thuộc phạm vi của bạn.']]);
  });
});

describe('whatever is reported and entered', () => {
  it('the difference of each figure is reported − the ledger’s lines of that commune, source and measure counted one by one', async () => {
    const own = await TestApp.start({ today: '2024-12-31' });
    try {
      const unit = await unitId(own.db, TU_HA);
      const cell = fc.record({ source: fc.constantFrom(...SOURCES), measure: fc.constantFrom(...REPORTED_MEASURES), amount: fc.bigInt({ min: 0n, max: 999_999_999_999_999n }).map(String) });
      const figures = fc.uniqueArray(cell, { selector: ({ source, measure }) => `${source} ${measure}`, maxLength: 12 });
      const ledger: Entry[] = [];
      let version = 1;
      for (const [entries = [], reported = []] of fc.sample(fc.tuple(fc.array(entryOf([TU_HA, BINH_TIEN, null]), { maxLength: 25 }), figures), { numRuns: 25, seed: 1227 })) {
        await enterFunding(own.db, entries);
        ledger.push(...entries);
        const answer = await own.request('/api/v1/funding/reported-money', json({ year: 2024, period: 'H1', unitId: unit, paper: null, figures: reported, version, reason: 'thử' }, 'PUT'));
        ({ version } = declared(receiptSchema, answer.body));
        const { items } = await read(own, 'H1');
        const cells = items.find((one) => one.unitId === unit)?.cells ?? [];
        for (const source of SOURCES) {
          for (const measure of REPORTED_MEASURES) {
            const stages: readonly FundingStage[] = STAGES_OF_SUM[measure];
            const lines = ledger.filter((one) => one.unit === TU_HA && one.source === source && stages.includes(one.stage) && one.occurredOn <= '2024-06-14');
            const sum = lines.reduce((total, { amount }) => total + amount, 0n);
            const mine = reported.find((one) => one.source === source && one.measure === measure)?.amount ?? null;
            const found = cells.find((one) => one.source === source && one.measure === measure);
            if (lines.length === 0 && mine === null) expect(found).toBeUndefined();
            else expect(found).toMatchObject({ reported: mine, own: lines.length === 0 ? null : sum.toString(), difference: mine === null ? null : (BigInt(mine) - sum).toString() });
          }
        }
      }
    } finally {
      await own.close();
    }
  }, 60_000);
});
