import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fundingSummarySchema } from '@ocop/contracts';
import { parseCsv } from 'hucre/csv';
import { unitId } from '../../testing/facts.js';
import { ledger, newPosting, newReversal, part, post, reverse } from '../../testing/funding.js';
import { TestApp } from '../../testing/test-app.js';
import { provenanceOf, readWorkbook } from '../../testing/workbook.js';

const MILLION = 1_000_000n;
const INJECTED = '=cmd|"/c calc"!A1';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-12-31' });
  const commune = { unitId: await unitId(app.db, 'Phường Tứ Hạ') };
  await post(app, newPosting([part('allocated', 300n * MILLION), part('planned', 310n * MILLION)], { occurredOn: '2024-03-01' }));
  await post(app, newPosting([part('contributed', 99_999_999_999_999n, 'socialised')], { ...commune, activity: INJECTED, paperNumber: '+84', paperOn: '2024-06-01' }));
  const { entries: [id = 0] } = await post(app, newPosting([part('disbursed', 123_456_789n)], commune));
  await reverse(app, id, newReversal('2024-07-05'));
  await post(app, newPosting([part('planned', 5n)], { accepted: ['tiny', 'thousandfold'], reason: 'thử' }));
});
afterAll(() => app.close());

const sheetOf = async (path: string, who = app) => {
  const answer = await who.get(`/api/v1/funding/${path}&format=xlsx`);
  expect({ path, status: answer.status }).toEqual({ path, status: 200 });
  const workbook = await readWorkbook(answer.bytes);
  return { workbook, rows: (workbook.sheets[0]?.rows ?? []) as unknown[][] };
};
const day = 'year=2024&asOf=2024-12-31';

describe('the money as a workbook', () => {
  it('has every entry that matches, amounts as numbers to the đồng, and says what was asked and what it sums up to', async () => {
    const { workbook, rows } = await sheetOf(`entries/export?${day}&sort=enteredAt`);
    const [header = [], ...lines] = rows;
    const page = await ledger(app, '&sort=enteredAt');
    const amounts = lines.map((line) => line[header.indexOf('Số tiền (đồng)')]);
    expect(amounts).toEqual(page.items.map(({ amount }) => Number(amount)));
    expect(amounts).toContain(99_999_999_999_999);
    expect(lines.map((line) => line[header.indexOf('Hoạt động')])).toContain(INJECTED);
    expect([provenanceOf(workbook, 'Tổng số tiền (đồng)'), provenanceOf(workbook, 'Số dòng')]).toEqual([Number(page.amount), page.total]);
    const filtered = await sheetOf(`entries/export?${day}&source=nq-20-2020&stage=disbursed`);
    expect(filtered.rows).toHaveLength(1 + 2);
    expect([provenanceOf(filtered.workbook, 'Khâu'), provenanceOf(filtered.workbook, 'Tổng số tiền (đồng)')]).toEqual(['giải ngân', 0]);
  });

  it('as text carries no formula', async () => {
    const { text } = await app.get(`/api/v1/funding/entries/export?${day}&format=csv`);
    const cells = parseCsv(text, { delimiter: ';' }).flat().map(String);
    expect(cells.some((cell) => cell.includes('cmd|'))).toBe(true);
    expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
  });

  it('has the matrix as it is shown, its total that of the summary', async () => {
    const { rows } = await sheetOf(`summary/export?${day}&groupBy=source,stage`);
    const [header = [], ...lines] = rows;
    const { items } = await app.read(fundingSummarySchema, `/api/v1/funding/summary?${day}&groupBy=stage`);
    const of = (stage: string) => Number(items.find((item) => item.stage === stage)?.amount ?? 0);
    const total = lines.at(-1) ?? [];
    expect(total[header.indexOf('Giải ngân (đồng)')]).toBe(of('disbursed') + of('contributed'));
    expect(total[header.indexOf('Phân bổ (đồng)')]).toBe(of('allocated'));
    // Nothing was settled: an empty cell, no zero.
    expect(total[header.indexOf('Quyết toán (đồng)')] ?? null).toBeNull();
  });

  it.each(['unit', 'month,stage', 'workArea,unit', 'product', 'year'])('has any other summary: by %s', async (groupBy) => {
    const { rows } = await sheetOf(`summary/export?${day}&groupBy=${groupBy}`);
    const { items } = await app.read(fundingSummarySchema, `/api/v1/funding/summary?${day}&groupBy=${groupBy}`);
    const column = (rows[0] ?? []).indexOf('Số tiền (đồng)');
    expect(rows.slice(1).map((row) => row[column])).toEqual(items.map(({ amount }) => Number(amount)));
  });

  it('has the warnings with what was done about them', async () => {
    const { rows } = await sheetOf('warnings/export?year=2024');
    expect(new Set(rows.slice(1).map((row) => row[0]))).toEqual(new Set(['số tiền quá nhỏ']));
  });

  it('shows a commune its own money only', async () => {
    const commune = await app.asRole('commune-officer', ['Phường Hương Văn']);
    expect((await sheetOf(`entries/export?${day}`, commune)).rows).toHaveLength(1);
  });
});
