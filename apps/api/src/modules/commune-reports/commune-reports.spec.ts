import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communeReportListSchema, indicatorListSchema, planListSchema } from '@ocop/contracts';
import { unitId } from '../../testing/facts.js';
import { content, linesOf, refuse, statusesOf, told, write } from '../../testing/programme.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

const OWN = 'Phường Tứ Hạ';
const OTHER = 'Xã Bình Tiến';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
});
afterAll(() => app.close());

const report = async (unit: string, receivedOn: string, more: object = {}) => ({ year: 2024, period: 'H1', unitId: await unitId(app.db, unit), receivedOn, paper: null, ...more });
const owed = async (by: TestApp, asOf = '2024-07-12') => (await by.read(communeReportListSchema, `/api/v1/commune-reports?year=2024&asOf=${asOf}`)).items;
const stateOf = async (unit: string, asOf?: string) => (await owed(app, asOf)).map(({ period, communes }) => `${period} ${communes.find(({ unitName }) => unitName === unit)?.state}`);
const onTime = async (asOf: string) => {
  const { items } = await app.read(indicatorListSchema, `/api/v1/indicators?year=2024&asOf=${asOf}`);
  return items.find(({ id }) => id === 'commune-reports-on-time')?.value;
};

describe('reports of communes (clause V.4)', () => {
  it('are owed by each commune of the plan, by period, and told as in time, late or missing', async () => {
    const before = await owed(app);
    expect(before.map(({ period, expected, received, communes }) => [period, expected, received, communes.length])).toEqual([['H1', 9, 0, 9], ['FY', 9, 0, 9]]);
    await write(app, 'commune-reports', await report(OWN, '2024-06-14', { paper: '12/BC-UBND' }));
    await write(app, 'commune-reports', await report(OTHER, '2024-06-15'));
    expect([await stateOf(OWN), await stateOf(OTHER), await stateOf('Xã Bình Thành')]).toEqual([['H1 in-time', 'FY missing'], ['H1 late', 'FY missing'], ['H1 missing', 'FY missing']]);
    const [half] = await owed(app);
    expect(half).toMatchObject({ received: 2, onTime: 1 });
    expect(half?.communes.find(({ unitName }) => unitName === OWN)?.report).toMatchObject({ receivedOn: '2024-06-14', paper: '12/BC-UBND', enteredBy: 'Người thử' });
    // What came after the day is not there yet.
    expect([await stateOf(OWN, '2024-06-13'), await onTime('2024-06-13'), await onTime('2024-07-12')]).toEqual([['H1 missing', 'FY missing'], '0', '1']);
  });

  it('are taken back with a reason, once; the commune owes it again on every day, and another can be entered', async () => {
    const { id } = await write(app, 'commune-reports', await report('Phường Hương Chữ', '2024-06-10'));
    const statuses: Answer[] = [];
    const annul = () => app.post(`/api/v1/commune-reports/${id}/annulment`, { reason: 'nhầm xã' });
    const lines = await linesOf(app, async () => statuses.push(...(await Promise.all([annul(), annul(), annul()]))));
    expect(statusesOf(statuses)).toEqual([200, 404, 404]);
    expect(lines).toMatchObject([
      { action: 'commune-report-annulled', subject: 'commune-report', subjectId: String(id), subjectName: 'Phường Hương Chữ', before: { period: 'H1', receivedOn: '2024-06-10' }, reason: 'nhầm xã' },
    ]);
    expect([await stateOf('Phường Hương Chữ', '2024-06-10'), await onTime('2024-06-10')]).toEqual([['H1 missing', 'FY missing'], '0']);
    await write(app, 'commune-reports', await report('Phường Hương Chữ', '2024-06-20'));
    expect(await stateOf('Phường Hương Chữ')).toEqual(['H1 late', 'FY missing']);
  });

  it('taken back no more count as the newest fact of the year', async () => {
    const lastFact = async () => (await app.read(planListSchema, '/api/v1/plans')).items[0]?.lastFactOn;
    const before = await lastFact();
    const { id } = await write(app, 'commune-reports', await report('Xã Bình Thành', '2024-07-12'));
    expect(await lastFact()).toBe('2024-07-12');
    await write(app, `commune-reports/${id}/annulment`, { reason: 'nhầm' });
    expect(await lastFact()).toBe(before);
  });

  it('are one of a commune and a period, however many enter it at once', async () => {
    const body = await report('Xã Hương Toàn', '2024-06-12');
    const enter = () => app.post('/api/v1/commune-reports', body);
    const answers: Answer[] = [];
    const lines = await linesOf(app, async () => answers.push(...(await Promise.all([enter(), enter(), enter()]))));
    expect([statusesOf(answers), lines.map(({ action, subjectName }) => [action, subjectName])]).toEqual([[201, 409, 409], [['commune-report-entered', 'Xã Hương Toàn']]]);
    expect(told(await refuse(app, 409, 'commune-reports', body))).toEqual([
      ['unitId', 'Báo cáo kỳ này của Xã Hương Toàn đã được ghi là nhận ngày 12/6/2024; nếu ghi nhầm, hãy hủy bản ghi ấy trước.'],
    ]);
  });

  it('are refused with the field and the rule, all at once, nothing half-saved', async () => {
    const before = await content(app);
    const [town] = await app.db.query<{ id: number }[]>('select unit_id as id from plan');
    expect(told(await refuse(app, 400, 'commune-reports', await report(OWN, '2024-07-13', { unitId: town?.id })))).toEqual([
      ['receivedOn', 'Ngày nhận không được sau hôm nay (12/7/2024).'],
      ['unitId', `Địa phương mã ${town?.id} không phải là một xã, phường báo cáo theo Kế hoạch số 1227/KH-UBND.`],
    ]);
    expect(told(await refuse(app, 400, 'commune-reports', await report(OWN, '2024-04-08', { period: 'FY' })))).toEqual([
      ['receivedOn', 'Ngày nhận không được trước ngày ban hành Kế hoạch số 1227/KH-UBND (09/4/2024).'],
    ]);
    expect(told(await refuse(app, 400, 'commune-reports', await report(OWN, 'x', { period: 'Q1', paper: '' }))).map(([path]) => path).sort()).toEqual(['paper', 'period', 'receivedOn']);
    expect(await content(app)).toEqual(before);
  });

  it('are not received of a commune after its last day', async () => {
    await app.db.query(`update unit set valid_to = '2024-06-30' where type || ' ' || name = 'Phường Hương Vân'`);
    expect(told(await refuse(app, 400, 'commune-reports', await report('Phường Hương Vân', '2024-07-01')))).toEqual([
      ['receivedOn', 'Ngày nhận phải khi Phường Hương Vân còn hiệu lực: đến hết ngày 30/6/2024.'],
    ]);
    await write(app, 'commune-reports', await report('Phường Hương Vân', '2024-06-30'));
  });

  it('are entered and seen by a commune of its own only', async () => {
    const officer = await app.asRole('commune-officer', [OTHER]);
    expect((await owed(officer)).map(({ communes }) => communes.map(({ unitName }) => unitName))).toEqual([[OTHER], [OTHER]]);
    await write(officer, 'commune-reports', await report(OTHER, '2024-07-01', { period: 'FY' }));
    expect(told(await refuse(officer, 400, 'commune-reports', await report(OWN, '2024-07-01', { period: 'FY' })))).toEqual([['unitId', `Địa phương ${OWN} không thuộc phạm vi của bạn.`]]);
    const [theirs] = (await owed(app)).flatMap(({ communes }) => communes.filter(({ unitName }) => unitName === OWN).map((one) => one.report?.id ?? 0));
    await refuse(officer, 404, `commune-reports/${theirs}/annulment`, { reason: 'x' });
    const leader = await app.asRole('leadership');
    await refuse(leader, 403, 'commune-reports', await report(OWN, '2024-07-01', { period: 'FY' }));
    expect((await owed(leader))[0]?.communes).toHaveLength(9);
  });
});
