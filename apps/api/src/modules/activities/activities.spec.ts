import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityListSchema, planListSchema, type ActivityList } from '@ocop/contracts';
import { unitId } from '../../testing/facts.js';
import { content, linesOf, refuse, statusesOf, told, write } from '../../testing/programme.js';
import { json } from '../../testing/signing-in.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

const OWN = 'Phường Tứ Hạ';
const OTHER = 'Xã Bình Tiến';
const CLASS = 'Tập huấn kỹ năng đóng gói, ghi nhãn';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
});
afterAll(() => app.close());

const activity = async (name: string, heldOn: string, unit: string | null = null, more: object = {}) => ({
  year: 2024, workArea: 1, name, heldOn, endedOn: null, unitId: unit === null ? null : await unitId(app.db, unit), participants: null, paper: null, note: null, ...more,
});
const list = (by: TestApp, query = ''): Promise<ActivityList> => by.read(activityListSchema, `/api/v1/activities?year=2024${query}`);
const namesOf = ({ items }: ActivityList) => items.map(({ name }) => name);
/** What a test sees of its own work only. */
const cleared = () => app.db.query('delete from activity');
const enter = async (...given: Parameters<typeof activity>) => write(app, 'activities', await activity(...given));

describe('activities of the work areas (plan 1227, III)', () => {
  it('are entered with who took part, told newest first, and counted by work area', async () => {
    await enter(CLASS, '2024-04-12', OWN, { participants: 45, paper: '15/KH-KT', note: 'tại nhà văn hóa' });
    await enter('Hội chợ xuân', '2024-02-01', null, { workArea: 5, endedOn: '2024-02-03', participants: 300 });
    await enter('Kiểm tra điểm bán', '2024-06-20', OTHER, { workArea: 6 });
    const { items, ...rest } = await list(app);
    expect(items).toMatchObject([
      { name: 'Kiểm tra điểm bán', workArea: 6, unitName: OTHER, participants: null, endedOn: null },
      { name: CLASS, heldOn: '2024-04-12', endedOn: null, unitName: OWN, participants: 45, paper: '15/KH-KT', note: 'tại nhà văn hóa', enteredBy: 'Người thử', workAreaName: expect.stringContaining('tuyên truyền') },
      { name: 'Hội chợ xuân', heldOn: '2024-02-01', endedOn: '2024-02-03', unitId: null, unitName: null, participants: 300 },
    ]);
    expect({ ...rest, areas: rest.areas.map(({ count }) => count) }).toEqual({ year: 2024, asOf: '2024-07-12', total: 3, participants: 345, areas: [1, 0, 0, 0, 1, 1] });
  });
});
