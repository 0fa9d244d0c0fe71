import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { activityListSchema, planListSchema, type ActivityList } from '@ocop/contracts';
import { withRowScope } from '../../platform/database/row-scope.js';
import { unitId } from '../../testing/facts.js';
import { content, linesOf, refuse, statusesOf, told, write } from '../../testing/programme.js';
import { addSecondTown, SECOND_COMMUNES } from '../../testing/second-town.js';
import { json } from '../../testing/signing-in.js';
import { TestApp, type Answer } from '../../testing/test-app.js';
import { PlansService } from '../plans/plans.service.js';
import { ActivitiesService } from './activities.service.js';

const OWN = 'Phường Tứ Hạ';
const OTHER = 'Xã Bình Tiến';
const CLASS = 'Tập huấn kỹ năng đóng gói, ghi nhãn';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
});
beforeEach(async () => {
  app.clock.day = '2024-07-12';
  await app.db.query('delete from activity');
});
afterAll(() => app.close());

const activity = async (name: string, heldOn: string, unit: string | null = null, more: object = {}) => ({
  year: 2024, workArea: 1, name, heldOn, endedOn: null, unitId: unit === null ? null : await unitId(app.db, unit), participants: null, paper: null, note: null, ...more,
});
const enter = async (by: TestApp, ...given: Parameters<typeof activity>) => write(by, 'activities', await activity(...given));
const refused = async (by: TestApp, ...given: Parameters<typeof activity>) => told(await refuse(by, 400, 'activities', await activity(...given)));
const list = (by: TestApp, query = ''): Promise<ActivityList> => by.read(activityListSchema, `/api/v1/activities?year=2024${query}`);
const namesOf = async (by: TestApp, query?: string) => (await list(by, query)).items.map(({ name }) => name);

/** One class of a ward, one fair of the whole town, one inspection of another commune. */
async function three(): Promise<void> {
  await enter(app, CLASS, '2024-04-12', OWN, { participants: 45, paper: '15/KH-KT', note: 'tại nhà văn hóa' });
  await enter(app, 'Hội chợ xuân', '2024-02-01', null, { workArea: 5, endedOn: '2024-02-03', participants: 300 });
  await enter(app, 'Kiểm tra điểm bán', '2024-06-20', OTHER, { workArea: 6 });
}

describe('activities of the work areas (plan 1227, III)', () => {
  it('are told newest first with who took part, and counted by work area', async () => {
    await three();
    const { items, ...rest } = await list(app);
    expect(items).toMatchObject([
      { name: 'Kiểm tra điểm bán', workArea: 6, unitName: OTHER, participants: null, endedOn: null },
      { name: CLASS, heldOn: '2024-04-12', endedOn: null, unitName: OWN, participants: 45, paper: '15/KH-KT', note: 'tại nhà văn hóa', enteredBy: 'Người thử', workAreaName: expect.stringContaining('tuyên truyền') },
      { name: 'Hội chợ xuân', heldOn: '2024-02-01', endedOn: '2024-02-03', unitId: null, unitName: null, participants: 300 },
    ]);
    expect({ ...rest, areas: rest.areas.map(({ workArea, count }) => [workArea, count]) }).toEqual({
      year: 2024, asOf: '2024-07-12', total: 3, participants: 345, areas: [[1, 1], [2, 0], [3, 0], [4, 0], [5, 1], [6, 1]],
    });
  });

  it('of one day are in the order they were entered, the newest first, page by page', async () => {
    for (const name of ['Lớp một', 'Lớp hai', 'Lớp ba']) await enter(app, name, '2024-04-12');
    expect([await namesOf(app, '&pageSize=2'), await namesOf(app, '&pageSize=2&page=2'), await namesOf(app, '&pageSize=2&page=3')]).toEqual([['Lớp ba', 'Lớp hai'], ['Lớp một'], []]);
    expect(await list(app, '&pageSize=2&page=3')).toMatchObject({ total: 3, participants: null });
  });

  it.each(['ky nang', 'KỸ NĂNG', 'nhãn đóng', '15/KH', 'nha van hoa'])('are found by “%s” in name, paper or note, with diacritics or without', async (search) => {
    await three();
    expect(await namesOf(app, `&search=${encodeURIComponent(search)}`)).toEqual([CLASS]);
  });

  it('are narrowed by work area and unit; the count by work area stays that of the year', async () => {
    await three();
    expect([await namesOf(app, '&workArea=5'), await namesOf(app, '&unit=none'), await namesOf(app, `&unit=${await unitId(app.db, OWN)}`)]).toEqual([['Hội chợ xuân'], ['Hội chợ xuân'], [CLASS]]);
    expect(await list(app, '&workArea=2')).toMatchObject({ total: 0, participants: null });
    expect((await list(app, '&workArea=2&search=x')).areas.map(({ count }) => count)).toEqual([1, 0, 0, 0, 1, 1]);
  });

  it('are those begun by the day asked for, and their newest day is one of the year’s facts', async () => {
    await three();
    expect([await namesOf(app, '&asOf=2024-06-19'), await namesOf(app, '&asOf=2024-06-20')]).toEqual([[CLASS, 'Hội chợ xuân'], ['Kiểm tra điểm bán', CLASS, 'Hội chợ xuân']]);
    const lastFact = async () => (await app.read(planListSchema, '/api/v1/plans')).items[0]?.lastFactOn;
    expect(await lastFact()).toBe('2024-06-20');
    const { id } = await enter(app, 'Tham quan mô hình', '2024-07-12');
    expect(await lastFact()).toBe('2024-07-12');
    await write(app, `activities/${id}/annulment`, { reason: 'nhầm' });
    expect(await lastFact()).toBe('2024-06-20');
  });
});

describe('activities of a report’s period (III)', () => {
  /** Those between two days, as a report of the day asks for them. */
  const held = (asOf: string, first: string, last: string, units: number[] | null = null) =>
    withRowScope(units ?? 'all', async () => app.app.get(ActivitiesService).listHeldBetween(await app.app.get(PlansService).view({ units, locality: null }, 2024, asOf), first, last));

  it('are those begun within it up to the day of the report, by work area and day', async () => {
    await three();
    await enter(app, 'Lớp đầu năm', '2024-01-15');
    expect(await held('2024-06-14', '2023-12-15', '2024-06-14')).toMatchObject([
      { workArea: 1, name: 'Lớp đầu năm', unitName: null },
      { workArea: 1, name: CLASS, heldOn: '2024-04-12', endedOn: null, unitName: OWN, participants: 45, paper: '15/KH-KT' },
      { workArea: 5, name: 'Hội chợ xuân', endedOn: '2024-02-03' },
    ]);
    const names = async (...asked: Parameters<typeof held>) => (await held(...asked)).map(({ name }) => name);
    expect(await names('2024-07-12', '2024-04-12', '2024-06-20')).toEqual([CLASS, 'Kiểm tra điểm bán']);
    expect(await names('2024-06-19', '2024-04-13', '2024-12-14')).toEqual([]);
    expect(await names('2024-07-12', '2023-12-15', '2024-12-14', [await unitId(app.db, OWN)])).toEqual([CLASS]);
  });

  it('are reason enough for a report to make itself', async () => {
    const [plan] = await app.db.query<{ id: number }[]>('select id from plan');
    const anything = () => withRowScope('all', () => app.app.get(PlansService).hasFactBetween(plan?.id ?? 0, '2023-12-15', '2024-03-31'));
    expect(await anything()).toBe(false);
    await enter(app, 'Hội chợ xuân', '2024-02-01');
    expect(await anything()).toBe(true);
  });
});

describe('entering an activity', () => {
  it('leaves a line in the trail; one day is written one way', async () => {
    const lines = await linesOf(app, () => enter(app, CLASS, '2024-04-12', OWN, { endedOn: '2024-04-12' }));
    expect(lines).toMatchObject([{ action: 'activity-entered', subject: 'activity', subjectName: CLASS, before: null, after: { year: 2024, workArea: 1, heldOn: '2024-04-12', endedOn: null, unit: OWN } }]);
    expect((await list(app)).items[0]?.endedOn).toBeNull();
  });

  it('a second time is refused and names the first, however it is written, also when all come at once', async () => {
    const body = await activity(CLASS, '2024-04-12', OWN);
    const answers: Answer[] = [];
    const lines = await linesOf(app, async () => answers.push(...(await Promise.all([1, 2, 3].map(() => app.post('/api/v1/activities', body))))));
    expect([statusesOf(answers), lines.length]).toEqual([[201, 409, 409], 1]);
    const again = await refuse(app, 409, 'activities', { ...body, name: `  ${CLASS.toUpperCase().normalize('NFD')} ` });
    expect([again.code, told(again)]).toEqual(['already-there', [
      ['name', `Hoạt động “${CLASS}” ngày 12/4/2024 của ${OWN} đã được ghi ở nội dung công việc này; nếu ghi nhầm, hãy hủy bản ghi ấy trước.`],
    ]]);
    // Of another work area, day, unit or name it is another.
    for (const more of [{ workArea: 2 }, { heldOn: '2024-04-13' }, { unitId: null }, { name: `${CLASS}, lớp hai` }]) await write(app, 'activities', { ...body, ...more });
    await refuse(app, 409, 'activities', { ...body, unitId: null });
    expect((await list(app)).total).toBe(5);
  });

  it('is refused with every fault at once, by field, nothing half-saved', async () => {
    const before = await content(app);
    const [town] = await app.db.query<{ id: number }[]>('select unit_id as id from plan');
    expect(await refused(app, CLASS, '2024-07-13', null, { workArea: 7, endedOn: '2024-07-14', unitId: town?.id })).toEqual([
      ['workArea', 'Nội dung công việc số 7 không có trong mục III Kế hoạch số 1227/KH-UBND.'],
      ['heldOn', 'Ngày bắt đầu không được sau hôm nay (12/7/2024).'],
      ['endedOn', 'Ngày kết thúc không được sau hôm nay (12/7/2024).'],
      ['unitId', `Địa phương mã ${town?.id} không phải là một xã, phường báo cáo theo Kế hoạch số 1227/KH-UBND.`],
    ]);
    expect(await refused(app, CLASS, '2024-04-12', null, { endedOn: '2024-04-11' })).toEqual([['endedOn', 'Ngày kết thúc không được trước ngày bắt đầu (12/4/2024).']]);
    const paths = (await refused(app, '…', '2024-02-30', null, { workArea: 0, participants: 0, paper: '', note: '' })).map(([path]) => path);
    expect(paths.sort()).toEqual(['heldOn', 'name', 'note', 'paper', 'participants', 'workArea']);
    await refuse(app, 404, 'activities', await activity(CLASS, '2023-04-12', null, { year: 2023 }));
    expect(await content(app)).toEqual(before);
  });

  it('is of the reporting year: from the day after the last yearly cut-off, before the plan was issued too, to 31/12 (Decree 09/2019/NĐ-CP)', async () => {
    app.clock.day = '2025-01-10';
    const fault = (from: string) => [['heldOn', `Ngày bắt đầu phải trong năm báo cáo 2024 của kế hoạch: từ ngày ${from} đến hết ngày 31/12/2024.`]];
    expect(await refused(app, CLASS, '2023-12-14')).toEqual(fault('15/12/2023'));
    expect(await refused(app, CLASS, '2025-01-01')).toEqual(fault('15/12/2023'));
    await enter(app, CLASS, '2023-12-15');
    await enter(app, CLASS, '2024-12-31', OWN, { endedOn: '2025-01-02' });
    // By the cut-offs that the office decided for its yearly report, for a commune as well.
    const schedule = { cutoffs: 'calendar', afterDays: 1, at: '06:00', remindDays: 14, active: true };
    expect((await app.request('/api/v1/report-schedules/FY', json(schedule, 'PUT'))).status).toBe(200);
    expect(await refused(await app.asRole('commune-officer', [OWN]), CLASS, '2023-12-31', OWN)).toEqual(fault('01/01/2024'));
    await enter(app, CLASS, '2024-01-01');
    await app.db.query('delete from report_schedule');
  });

  it('is of a commune while it was there', async () => {
    await app.db.query(`update unit set valid_to = '2024-06-30', valid_from = '2024-02-01' where type || ' ' || name = 'Phường Hương Vân'`);
    for (const day of ['2024-07-01', '2024-01-31']) {
      expect(await refused(app, CLASS, day, 'Phường Hương Vân')).toEqual([['heldOn', 'Ngày bắt đầu phải khi Phường Hương Vân còn hiệu lực: từ ngày 01/02/2024 đến hết ngày 30/6/2024.']]);
    }
    await enter(app, CLASS, '2024-06-30', 'Phường Hương Vân');
  });
});

describe('taking an activity back', () => {
  it('needs a reason, is done once, and leaves place for another', async () => {
    const { id } = await enter(app, CLASS, '2024-04-12', OWN, { participants: 45 });
    await refuse(app, 400, `activities/${id}/annulment`, { reason: '' });
    const answers: Answer[] = [];
    const annul = () => app.post(`/api/v1/activities/${id}/annulment`, { reason: 'nhầm xã' });
    const lines = await linesOf(app, async () => answers.push(...(await Promise.all([annul(), annul(), annul()]))));
    expect(statusesOf(answers)).toEqual([200, 404, 404]);
    expect(lines).toMatchObject([{ action: 'activity-annulled', subject: 'activity', subjectId: String(id), subjectName: CLASS, before: { year: 2024, heldOn: '2024-04-12', participants: 45, unit: OWN }, after: null, reason: 'nhầm xã' }]);
    expect(await list(app)).toMatchObject({ total: 0, participants: null });
    await enter(app, CLASS, '2024-04-12', OWN);
  });
});

describe('who sees and enters which activities', () => {
  it('a commune those of its own alone; those of the whole town who sees the whole plan', async () => {
    await three();
    const [officer, office, leader] = [await app.asRole('commune-officer', [OTHER]), await app.asRole('economic-office', ['Thị xã Hương Trà']), await app.asRole('leadership', [OWN])];
    expect([await namesOf(officer), await namesOf(leader), (await list(office)).total]).toEqual([['Kiểm tra điểm bán'], [CLASS], 3]);
    expect(await list(officer)).toMatchObject({ total: 1, participants: null });
    expect((await list(officer)).areas.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 1]);
    await enter(officer, 'Lớp của xã', '2024-05-02', OTHER);
    expect(await refused(officer, CLASS, '2024-05-02', OWN)).toEqual([['unitId', `Địa phương ${OWN} không thuộc phạm vi của bạn.`]]);
    expect(await refused(officer, CLASS, '2024-05-02')).toEqual([['unitId', 'Hoạt động chung của toàn địa bàn do người phụ trách cả kế hoạch ghi; hãy chọn xã, phường của bạn.']]);
    const others = (await list(app)).items.filter(({ unitName }) => unitName !== OTHER);
    for (const { id } of others) await refuse(officer, 404, `activities/${id}/annulment`, { reason: 'x' });
    await refuse(leader, 403, 'activities', await activity(CLASS, '2024-05-03', OWN));
    await enter(office, 'Hội thảo', '2024-05-02');
    for (const { id } of others) await write(office, `activities/${id}/annulment`, { reason: 'x' });
  });

  it('of two towns each has its own; with both in sight the locality is chosen', async () => {
    const { first, second } = await addSecondTown(app.db);
    const [own, both] = [await app.asRole('economic-office', [SECOND_COMMUNES[0]]), await app.asRole('economic-office')];
    await enter(own, 'Lớp ở Phong Hiền', '2024-05-02', SECOND_COMMUNES[0]);
    await write(both, `activities?locality=${first}`, await activity('Hội chợ', '2024-05-02'));
    expect((await refuse(both, 400, 'activities', await activity('Hội chợ', '2024-05-02'))).code).toBe('locality-needed');
    expect([await namesOf(both, `&locality=${first}`), await namesOf(both, `&locality=${second}`)]).toEqual([['Hội chợ'], ['Lớp ở Phong Hiền']]);
    const told1 = told(await refuse(both, 400, `activities?locality=${first}`, await activity('Lớp', '2024-05-02', SECOND_COMMUNES[0])));
    expect(told1).toEqual([['unitId', expect.stringContaining('không phải là một xã, phường báo cáo theo Kế hoạch số 1227/KH-UBND')]]);
  });
});
