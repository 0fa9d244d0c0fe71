import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { address, expectShown, openBrowser, openPage, phone } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe('a phone', () => {
  it('has the page that is open in sight among those to go to', async () => {
    const { page } = await openPage(browser, { viewport: phone });
    await page.goto(address('/bao-cao?year=2024'));
    const open = page.getByRole('navigation', { name: 'Điều hướng chính' }).locator('[aria-current="page"]');
    await expectShown(open.getByText('Báo cáo', { exact: true }));
    await page.waitForFunction(([left, width]) => {
      const box = document.querySelector('.shell-nav [aria-current="page"]')?.getBoundingClientRect();
      return box !== undefined && box.left >= left && box.right <= width;
    }, [0, phone.width] as const);
    await page.context().close();
  });

  it.each(['/kinh-phi/so', '/kinh-phi/ghi', '/quan-tri/ke-hoach-moi'])('magnifies no page, as iOS does where a field of it is set too small (%s)', async (path) => {
    const { page } = await openPage(browser, { viewport: phone, hasTouch: true, isMobile: true });
    await page.goto(address(`${path}?year=2024`));
    const fields = page.locator('input:not([type="radio"], [type="checkbox"]), select, textarea, [role="spinbutton"]');
    await expectShown(page.getByRole('main').locator(fields).first());
    await expectShown(page.getByRole('spinbutton').first());
    expect(await fields.evaluateAll((all) => all.filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16).map((field) => field.outerHTML))).toEqual([]);
    await page.context().close();
  });
});
