import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { councilRuleListSchema } from '@ocop/contracts';
import { assessed, content, linesOf, listed, newResult, refuse, statusesOf, told, write } from '../../testing/programme.js';
import { json } from '../../testing/signing-in.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
});
afterAll(() => app.close());

const results = (id: number) => `registrations/${id}/evaluations`;
const member = (a: string | null, b: string | null, c: string | null, total: string) => ({ a, b, c, total });
const members = (scores: object[], more: object = {}) => ({ scoring: 'members', scores, ...more });

describe('what each council decided for itself', () => {
  const rule = (more: object) => write(app, 'council-rules', { year: 2024, level: 'town', members: null, quorum: null, spreadLimit: null, paper: null, version: 0, ...more }, 'PUT');
  const scores = (...totals: string[]) => members(totals.map((total) => member(null, null, null, total)));

  it('judges the quorum and the spread as it is set, and nothing where it is not', async () => {
    const id = await assessed(app);
    const lines = await linesOf(app, () => rule({ members: 7, quorum: { numerator: 3, denominator: 4 }, spreadLimit: '10,5', paper: '15/QC-HĐ' }));
    expect(lines).toMatchObject([{ action: 'council-rule-set', subject: 'council', subjectId: '2024 town', before: null, after: { members: 7, spreadLimit: '10,5', paper: '15/QC-HĐ' } }]);
    const { items } = await app.read(councilRuleListSchema, '/api/v1/council-rules?year=2024');
    expect(items).toEqual([{ level: 'town', members: 7, quorum: { numerator: 3, denominator: 4 }, spreadLimit: '10,5', paper: '15/QC-HĐ', version: 1 }]);
    // 3/4 of 7 is 5.25, so 6.
    const quorum = ['scores', 'Số thành viên chấm phải từ 6 trở lên theo quy chế của hội đồng.'];
    const spread = ['scores', 'Chênh lệch giữa các thành viên vượt 10,5 điểm theo quy chế của hội đồng; hội đồng cần chấm lại.'];
    expect(told(await refuse(app, 400, results(id), newResult(2, '2024-06-20', '', scores('60', '62', '64', '66', '70,5001'))))).toEqual([quorum, spread]);
    expect(told(await refuse(app, 400, results(id), newResult(2, '2024-06-20', '', scores('60', '62', '64', '66', '61', '70,5001'))))).toEqual([spread]);
    for (const memberCount of [null, 5]) {
      expect(told(await refuse(app, 400, results(id), newResult(2, '2024-06-20', '65', { memberCount })))).toEqual([['memberCount', quorum[1]]]);
    }
    // The commune's council set no rule.
    const { id: other } = await listed(app);
    await write(app, results(other), newResult(1, '2024-06-20', '', { level: 'commune', reason: 'nộp thẳng', ...scores('10', '90') }));
    await write(app, results(id), newResult(2, '2024-06-20', '', scores('60', '62', '64', '66', '61', '70,5')));
    await rule({ version: 1 });
    await write(app, results(other), newResult(2, '2024-06-21', '', scores('10', '90')));
  });

  it('is refused where it makes no sense, every field at once', async () => {
    const before = await content(app);
    const bad = { year: 2024, level: 'town', members: null, quorum: { numerator: 3, denominator: 4 }, spreadLimit: '101', paper: null, version: 2 };
    expect(told(await refuse(app, 400, 'council-rules', bad, 'PUT'))).toEqual([
      ['spreadLimit', 'Chênh lệch điểm tối đa phải là số điểm từ 0 đến 100, ví dụ 10.'],
      ['members', 'Số thành viên hội đồng phải được ghi khi có tỷ lệ thành viên tối thiểu.'],
    ]);
    expect(told(await refuse(app, 400, 'council-rules', { ...bad, members: 0, quorum: { numerator: 5, denominator: 4 } }, 'PUT')).map(([path]) => path)).toEqual(['members', 'quorum.numerator']);
    await refuse(app, 404, 'council-rules', { ...bad, year: 2023 }, 'PUT');
    expect(await content(app)).toEqual(before);
  });

  it('set by three at once is set once; the others are told how it stands now, and set it over that', async () => {
    const body = (members: number, version: number) => ({ year: 2024, level: 'ministry', members, quorum: null, spreadLimit: null, paper: null, version });
    const answers: Answer[] = [];
    const set = (members: number) => app.request('/api/v1/council-rules', json(body(members, 0), 'PUT'));
    const lines = await linesOf(app, async () => answers.push(...(await Promise.all([set(5), set(7), set(9)]))));
    expect([statusesOf(answers), lines.length]).toEqual([[200, 409, 409], 1]);
    const members = lines.map(({ after }) => (after as { members: number }).members)[0];
    const refused = await refuse(app, 409, 'council-rules', body(11, 0), 'PUT');
    expect([refused.code, refused.current]).toEqual(['changed-meanwhile', { level: 'ministry', members, quorum: null, spreadLimit: null, paper: null, version: 1 }]);
    expect(await write(app, 'council-rules', body(11, 1), 'PUT')).toMatchObject({ version: 2 });
  });

  it('is of the whole year: an account of one commune does not set it', async () => {
    const officeOfOne = await app.asRole('economic-office', ['Phường Tứ Hạ']);
    const before = await content(app);
    expect((await refuse(officeOfOne, 403, 'council-rules', { year: 2024, level: 'town', members: 9, quorum: null, spreadLimit: null, paper: null, version: 0 }, 'PUT')).code).toBe('forbidden');
    expect({ ...(await content(app)), audit_entry: '' }).toEqual({ ...before, audit_entry: '' });
    const town = await app.asRole('economic-office', ['Thị xã Hương Trà']);
    await write(town, 'council-rules', { year: 2024, level: 'province', members: 9, quorum: null, spreadLimit: null, paper: null, version: 0 }, 'PUT');
  });
});
