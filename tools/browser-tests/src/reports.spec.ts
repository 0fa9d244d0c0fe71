import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { address, expectShown, openBrowser, openPage, own, password, phone, signIn, violations } from './browser.js';
import { pdfWords } from './pdf-words.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe('reports', () => {
  it('makes the semiannual report, lists it, and its PDF opens', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(address('/bao-cao?year=2024'));
    await page.getByRole('button', { name: 'Lập báo cáo' }).click();
    await expectShown(page.getByText('Đã lập báo cáo').first());
    const link = page.getByRole('link', { name: /Mở PDF/ }).first();
    const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    expect(answer.headers()['content-type']).toContain('application/pdf');
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');

    await page.getByRole('button', { name: 'Lập báo cáo' }).click();
    await expectShown(page.getByText('Số liệu không đổi nên không lập thêm'));
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('goes from a draft over approval to the paper issued, handed between the economic office and leadership (Decree 30/2020, Articles 10 to 15)', async () => {
    const as = async (who: string, path: string) => {
      const opened = await openPage(browser, {}, 'nobody');
      await signIn(opened.page, path, who, password(), 'entered');
      return opened;
    };
    const { page, errors } = await as('kinhte', '/bao-cao?year=2023&period=H1');
    const take = async (on: typeof page, name: string, said: string) => {
      await on.getByRole('button', { name, exact: true }).click();
      await on.getByRole('button', { name, exact: true }).click();
      await expectShown(on.getByText(said, { exact: true }));
    };
    await page.getByRole('button', { name: 'Lập báo cáo' }).click();
    await page.getByRole('link', { name: '6 tháng đầu năm 2023', exact: true }).first().click();
    await expectShown(page.getByRole('heading', { name: /^Báo cáo 6 tháng đầu năm 2023/, level: 1 }));
    await expectShown(page.getByText('đang soạn', { exact: true }));
    await take(page, 'Trình duyệt', 'Đã trình duyệt.');
    const path = new URL(page.url());

    const { page: leader } = await as('lanhdao', `${path.pathname}${path.search}`);
    await take(leader, 'Duyệt', 'Đã duyệt.');
    expect(await leader.getByRole('button', { name: 'Ban hành' }).count()).toBe(0);
    expect(await violations(leader)).toEqual([]);

    await page.reload();
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await page.getByLabel('Số báo cáo').fill('5/BC-UBND');
    await page.getByLabel('Ngày ban hành').fill('20/6/2023');
    await page.getByLabel('Họ và tên người ký').fill('Người ký thử');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('alert').getByText('số dưới 10 có số 0 ở trước', { exact: false }));
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Số báo cáo').fill('05/BC-UBND');
    await page.keyboard.press('Enter');
    await expectShown(page.getByText('Đã ban hành.', { exact: true }));
    await expectShown(page.getByText('Số 05/BC-UBND, ngày 20/6/2023'));
    const answer = await page.request.get(new URL((await page.getByRole('link', { name: /Mở PDF/ }).getAttribute('href')) ?? '', page.url()).href);
    expect(await pdfWords(await answer.body())).toEqual(expect.stringContaining('Người ký thử'));
    await page.setViewportSize(phone);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    expect(own(errors).filter((error) => !error.includes('400 ('))).toEqual([]);
    await page.context().close();
    await leader.context().close();
  });

  it.each([{}, { viewport: phone, colorScheme: 'dark' as const }])('breaks no accessibility rule (%j)', async (options) => {
    const { page } = await openPage(browser, options);
    await page.goto(address('/bao-cao?year=2024'));
    await expectShown(page.getByRole('button', { name: 'Lập báo cáo' }));
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
