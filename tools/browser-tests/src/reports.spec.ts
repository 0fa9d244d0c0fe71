import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { address, expectShown, openBrowser, openPage, phone, violations } from './browser.js';

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

  it.each([{}, { viewport: phone, colorScheme: 'dark' as const }])('breaks no accessibility rule (%j)', async (options) => {
    const { page } = await openPage(browser, options);
    await page.goto(address('/bao-cao?year=2024'));
    await expectShown(page.getByRole('button', { name: 'Lập báo cáo' }));
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
