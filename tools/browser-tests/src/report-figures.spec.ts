import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectGone, expectShown, openBrowser, openPage, own, password, phone, signIn, violations, wide } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const as = async (who: string, path: string) => {
  const opened = await openPage(browser, {}, 'nobody');
  await signIn(opened.page, path, who, password(), 'entered');
  return opened;
};

/** Asks the API as who is signed in on the page. */
async function ask<T>(page: Page, method: 'GET' | 'POST' | 'PUT', path: string, data?: object): Promise<T> {
  const answer = await page.request.fetch(address(`/api/v1/${path}`, 'entered'), { method, ...(data === undefined ? {} : { data }) });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A report of the first half of 2024, written, approved and issued under a number. */
async function issued(page: Page, leader: Page, number: string): Promise<number> {
  const { id } = await ask<{ id: number }>(page, 'POST', 'reports', { year: 2024, period: 'H1' });
  const { items } = await ask<{ items: { section: string; required: boolean; text: string | null; version: number }[] }>(page, 'GET', `reports/${id}/texts`);
  for (const { section, required, text, version } of items) if (required && text === null) await ask(page, 'PUT', `reports/${id}/texts/${section}`, { text: 'Đã làm xong.', version });
  await ask(page, 'POST', `reports/${id}/submission`, { note: null });
  await ask(leader, 'POST', `reports/${id}/approval`, { note: null });
  await ask(page, 'POST', `reports/${id}/issue`, { number, issuedOn: '2024-06-20', signatureLines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], signatoryName: 'Người ký thử' });
  return id;
}

/** "1.081,5" triệu đồng as đồng. */
const dong = (million: string): number => Math.round(Number(million.replaceAll('.', '').replace(',', '.')) * 1e6);

/** The amounts of the rows that are open, and their sum as the table says it. */
async function openRows(page: Page, name: string): Promise<{ rows: number; sum: number }> {
  const table = page.getByRole('table', { name: `Các dòng làm nên số liệu: ${name}` });
  await expectShown(table);
  const amounts = await table.locator('tbody td.figure').allTextContents();
  return { rows: amounts.map(dong).reduce((sum, one) => sum + one, 0), sum: dong(await table.locator('tfoot td.figure').innerText()) };
}

describe('reading a report', () => {
  it('is found by its number, shows its pages, and every figure opens the rows that come to it', async () => {
    const { page, errors } = await as('kinhte', '/bao-cao?year=2024');
    const { page: leader } = await as('lanhdao', '/bao-cao?year=2024');
    const id = await issued(page, leader, '77/BC-UBND');
    await leader.context().close();
    await page.reload();

    await page.getByRole('searchbox').fill('77/bc-ubnd');
    await page.waitForURL(/search=77/);
    const list = page.getByRole('table', { name: /^Các báo cáo đã lập/ });
    await expectShown(page.getByText('1 báo cáo.', { exact: false }));
    await page.getByLabel('Tình trạng').selectOption('đang soạn');
    await expectShown(page.getByText('Không có báo cáo nào khớp.'));
    await page.goto(address('/bao-cao?year=2024&search=77%2Fbc&state=issued', 'entered'));
    await expectShown(list);
    expect(await violations(page)).toEqual([]);
    await list.getByRole('link', { name: '6 tháng đầu năm 2024', exact: true }).click();

    await expectShown(page.locator('canvas[data-drawn="1"]'));
    await expectShown(page.getByText(/^Trang 1\/\d+$/));
    const inked = () =>
      page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        let dark = 0;
        for (let index = 0; index < data.length; index += 4) if ((data[index] ?? 255) < 100) dark += 1;
        return dark;
      });
    expect(await inked()).toBeGreaterThan(1_000);
    await page.getByRole('button', { name: 'Trang sau' }).press('Enter');
    await expectShown(page.locator('canvas[data-drawn="2"]'));

    await page.getByLabel('Tìm số liệu').fill('giai ngan tong');
    const total = page.getByRole('button', { name: /^Giải ngân: tổng các nguồn/ });
    await total.click();
    const all = await openRows(page, 'Giải ngân: tổng các nguồn');
    expect(all.rows).toBe(all.sum);
    expect(all.sum).toBe(dong(((await total.locator('strong').innerText()).match(/^[\d.,]+/) ?? ['?'])[0]));
    await expectShown(page.getByText('Bằng đúng số liệu của báo cáo.'));
    await page.getByLabel('Tìm số liệu').fill('');
    await page.getByRole('table', { name: /Giải ngân: tổng các nguồn/ }).getByRole('button', { name: /Nghị quyết số 30\/2021/ }).click();
    const source = await openRows(page, 'Giải ngân: Ngân sách tỉnh theo Nghị quyết số 30/2021/NQ-HĐND');
    expect(source.rows).toBe(source.sum);
    await page.getByRole('button', { name: /^Sản phẩm trong danh mục/ }).click();
    await expectShown(page.getByText(/^Cộng: \d+ dòng\. Bằng đúng số liệu của báo cáo\.$/));
    for (const viewport of [wide, phone]) {
      await page.setViewportSize(viewport);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    }

    await page.setViewportSize(wide);
    await page.goto(address(`/tra-cuu?ma=bc ${id} pl2`, 'entered'));
    await expectShown(page.getByText(`BC-${id}-PL2`, { exact: false }).first());
    expect(new URL(page.url()).pathname).toBe(`/bao-cao/${id}`);
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });

  it('the pages are set again when a part is saved', async () => {
    const { page, errors } = await as('kinhte', '/bao-cao?year=2024');
    const { id } = await ask<{ id: number }>(page, 'POST', 'reports', { year: 2024, period: 'FY', asOf: '2024-11-01' });
    await page.goto(address(`/bao-cao/${id}?year=2024`, 'entered'));
    await expectShown(page.locator('canvas[data-drawn="1"]'));
    const again = page.waitForResponse((answer) => answer.url().endsWith(`/reports/${id}/preview`));
    await page.getByRole('button', { name: 'Viết phần: Văn bản chỉ đạo' }).click();
    await page.getByLabel('Nội dung', { exact: true }).fill('Kế hoạch thực hiện.');
    await page.getByRole('button', { name: 'Lưu nội dung' }).click();
    await expectGone(page.getByRole('button', { name: 'Lưu nội dung' }));
    expect((await again).status()).toBe(200);
    await expectShown(page.locator('.preview-pages[aria-busy="false"] canvas[data-drawn="1"]'));
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });

  it('a code that is none is said to be none', async () => {
    const { page } = await as('kinhte', '/tra-cuu?ma=05/BC-UBND');
    await expectShown(page.getByText('“05/BC-UBND” không phải là mã tra cứu; mã có dạng BC-12-PL2.'));
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
