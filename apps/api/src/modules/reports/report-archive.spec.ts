import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportListSchema, reportSchema } from '@ocop/contracts';
import { reportCode } from '@ocop/domain';
import { issueThroughSteps, writeText } from '../../testing/reports.js';
import { declared, TestApp } from '../../testing/test-app.js';

let app: TestApp;
let [half, year, draft] = [0, 0, 0];
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-12-20' });
  const made = async (body: object) => declared(reportSchema, (await app.post('/api/v1/reports', { year: 2024, ...body })).body).id;
  half = await made({ period: 'H1' });
  await writeText(app, half, 'limits', 'Hồ sơ còn chậm; 77 chủ thể chưa có phiếu kiểm nghiệm.');
  await issueThroughSteps(app, half, '05/BC-UBND', '2024-12-18');
  // Before the other: what is written goes over to the next report of the period.
  draft = await made({ period: 'FY', asOf: '2024-05-01' });
  year = await made({ period: 'FY' });
  await writeText(app, year, 'limits', 'Nhà xưởng đã xuống cấp.');
  await issueThroughSteps(app, year, '112/BC-UBND', '2024-12-19');
});
afterAll(() => app.close());

const found = async (query: Record<string, string>) => {
  const { items, total } = await app.read(reportListSchema, `/api/v1/reports?${new URLSearchParams(query).toString()}`);
  expect(total).toBe(items.length);
  return items.map(({ id }) => id);
};

describe('the archive of reports', () => {
  it.each<[string, string, () => number[]]>([
    ['its number', '05/BC-UBND', () => [half]],
    ['a part of its number in small letters', '112/bc', () => [year]],
    ['its period, without marks', '6 thang dau nam', () => [half]],
    ['its period, with marks', '6 tháng đầu năm 2024', () => [half]],
    ['its year', '2024', () => [year, draft, half]],
    ['a year that has none', '2023', () => []],
    ['the day it was issued', '19/12/2024', () => [year]],
    ['the day of its figures', '1/5/2024', () => [draft]],
    ['a word that somebody wrote, without marks', 'phieu kiem nghiem', () => [half]],
    ['a word with đ, written with d', 'nha xuong da xuong cap', () => [year]],
    ['words that no single report holds', 'phiếu kiểm nghiệm 112', () => []],
    ['a number of some sentence, which is none of the paper', '77', () => []],
    ['the plan', '1227/KH-UBND', () => [year, draft, half]],
    ['signs of a pattern, which stand for themselves', '%', () => []],
    ['nothing but blanks', '   ', () => [year, draft, half]],
  ])('is searched by %s', async (_what, search, expected) => {
    expect(await found({ search })).toEqual(expected());
  });

  it('is searched by the code on paper, whichever appendix it stands under', async () => {
    expect(await found({ search: reportCode(year, 4) })).toEqual([year]);
    expect(await found({ search: reportCode(half) })).toEqual([half]);
    expect(await found({ search: 'BC-999999-PL1' })).toEqual([]);
  });

  it('is narrowed to a state, together with words', async () => {
    expect(await found({ state: 'issued' })).toEqual([year, half]);
    expect(await found({ state: 'draft' })).toEqual([draft]);
    expect(await found({ state: 'issued', search: '6 thang' })).toEqual([half]);
    expect(await found({ state: 'amended' })).toEqual([]);
  });

  it('comes in pages, newest first, each with the true total', async () => {
    const page = (no: number) => app.read(reportListSchema, `/api/v1/reports?pageSize=2&page=${no}`);
    const [first, second, third] = [await page(1), await page(2), await page(3)];
    expect([first, second, third].map(({ items, total }) => [items.map(({ id }) => id), total])).toEqual([[[year, draft], 3], [[half], 3], [[], 3]]);
  });

  it('reads a text as it is now, not as it was', async () => {
    await writeText(app, draft, 'limits', 'Bao bì chưa đạt.');
    expect(await found({ search: 'bao bi' })).toEqual([draft]);
    await writeText(app, draft, 'limits', 'Đã đạt.', 1);
    expect(await found({ search: 'bao bi' })).toEqual([]);
  });

  it('refuses what it cannot look for, naming each', async () => {
    const { errors } = await app.refused(400, '/api/v1/reports?state=xong&page=0&nam=2024');
    expect(errors?.map(({ path }) => path)).toEqual(['state', 'page', '']);
  });
});
