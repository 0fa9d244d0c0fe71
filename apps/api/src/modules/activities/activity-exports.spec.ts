import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseCsv } from 'hucre/csv';
import { unitId } from '../../testing/facts.js';
import { linesOf, write } from '../../testing/programme.js';
import { TestApp } from '../../testing/test-app.js';
import { provenanceOf, readWorkbook } from '../../testing/workbook.js';

const OWN = 'Phường Tứ Hạ';
const INJECTED = '=cmd|"/c calc"!A1';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
  const activity = { year: 2024, workArea: 1, endedOn: null, unitId: null, participants: null, paper: null, note: null };
  await write(app, 'activities', { ...activity, name: 'Tập huấn', heldOn: '2024-04-12', unitId: await unitId(app.db, OWN), participants: 1_045, paper: '15/KH-KT', note: INJECTED });
  await write(app, 'activities', { ...activity, workArea: 5, name: INJECTED, heldOn: '2024-05-03', endedOn: '2024-05-05' });
});
afterAll(() => app.close());

const file = (query: string, by = app) => by.get(`/api/v1/activities/export?year=2024${query}`);

describe('the activities of a year as a file (plan 1227, III; ADR 17)', () => {
  it('are every row of the list in its order, numbers as numbers, with what was asked and how many took part', async () => {
    const lines = await linesOf(app, () => file('&format=xlsx'));
    expect(lines).toMatchObject([{ action: 'table-exported', subject: 'table', subjectId: 'activities' }]);
    const workbook = await readWorkbook((await file('&format=xlsx')).bytes);
    const [header, fair, course] = workbook.sheets[0]?.rows ?? [];
    expect(header).toEqual(['Ngày', 'Đến ngày', 'Nội dung công việc', 'Hoạt động', 'Địa phương', 'Lượt người', 'Văn bản', 'Ghi chú']);
    expect(fair?.slice(2, 6)).toEqual([expect.stringMatching(/^5\. /), INJECTED, 'toàn địa bàn', null]);
    expect(fair?.slice(0, 2)).toEqual([new Date('2024-05-03'), new Date('2024-05-05')]);
    expect(course).toEqual([new Date('2024-04-12'), null, '1. Công tác tuyên truyền, đào tạo, tập huấn và tham quan học tập', 'Tập huấn', OWN, 1_045, '15/KH-KT', INJECTED]);
    expect([provenanceOf(workbook, 'Số dòng'), provenanceOf(workbook, 'Tổng số lượt người'), provenanceOf(workbook, 'Thứ tự')]).toEqual([2, 1_045, 'Ngày, giảm dần']);
  });

  it('are those that match, and say so', async () => {
    const workbook = await readWorkbook((await file('&format=xlsx&workArea=5&unit=none&search=cmd')).bytes);
    expect(workbook.sheets[0]?.rows).toHaveLength(2);
    expect(['Nội dung công việc', 'Địa phương', 'Tìm'].map((label) => provenanceOf(workbook, label))).toEqual([expect.stringMatching(/^5\. /), 'toàn địa bàn', 'cmd']);
  });

  it('carry no formula as text', async () => {
    const cells = parseCsv((await file('&format=csv')).text, { delimiter: ';' }).flat().map(String);
    expect(cells.filter((cell) => cell.includes('cmd|'))).toHaveLength(2);
    expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
  });

  it('are those of the own units alone', async () => {
    const { text } = await file('&format=csv', await app.asRole('commune-officer', [OWN]));
    expect([text.includes('Tập huấn'), text.includes('toàn địa bàn')]).toEqual([true, false]);
  });
});
