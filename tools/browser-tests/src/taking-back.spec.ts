import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectShown, openBrowser, openPage, own, password, phone, signIn, violations } from './browser.js';

// What was entered by mistake is taken back with a reason: it stays to be read, and counts nowhere.

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const open = async (path: string, who: string, options = {}) => {
  const opened = await openPage(browser, options, 'nobody');
  await signIn(opened.page, path, who, password(), 'entered');
  return opened;
};
async function giveReason(page: Page, reason: string): Promise<void> {
  await page.getByRole('dialog').getByLabel('Lý do').fill(reason);
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy', exact: true }).click();
}

describe('a commune report (clause V.4)', () => {
  const period = (page: Page) => page.getByRole('region', { name: 'Báo cáo định kỳ 6 tháng' });

  it('that is missing is entered late, shown as late, and taken back', async () => {
    const { page, errors } = await open('/viec-can-xu-ly?year=2024&asOf=2024-12-26', 'kinhte');
    await page.getByRole('link', { name: 'Ra văn bản đôn đốc xã, phường chưa báo cáo' }).first().click();
    await expectShown(page.getByRole('heading', { name: 'Báo cáo của xã, phường năm 2024', level: 1 }));
    const row = period(page).getByRole('row').filter({ hasText: 'chưa nộp' });
    const commune = await row.getByRole('rowheader').innerText();
    await row.getByRole('button', { name: `Ghi đã nhận: ${commune}` }).click();
    await page.getByLabel('Ngày nhận').fill('30/6/2024');
    await page.getByLabel('Văn bản').fill('21/BC-UBND');
    await page.keyboard.press('Enter');
    await expectShown(page.getByText(`Đã ghi báo cáo của ${commune}, nhận ngày 30/6/2024.`));
    const received = period(page).getByRole('row').filter({ hasText: '21/BC-UBND' });
    await expectShown(received.getByText('trễ hạn'));
    await received.getByRole('button', { name: `Hủy bản ghi: ${commune}` }).click();
    await giveReason(page, 'nhầm xã');
    await expectShown(page.getByText(`Đã hủy báo cáo ghi nhầm của ${commune}.`));
    await expectShown(period(page).getByRole('row').filter({ hasText: commune }).getByText('chưa nộp'));
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });

  it('is a commune officer’s for the own commune only', async () => {
    const { page } = await open('/bao-cao-xa?year=2024&asOf=2024-12-26', 'tuha');
    await expectShown(period(page).getByRole('rowheader'));
    expect(await period(page).getByRole('rowheader').allInnerTexts()).toEqual(['Phường Tứ Hạ']);
    await page.context().close();
  });

  it.each([{}, { viewport: phone, colorScheme: 'dark' as const }])('has a page that breaks no accessibility rule and does not stick out (%j)', async (options) => {
    const { page, errors } = await open('/bao-cao-xa?year=2024&asOf=2024-12-26', 'kinhte', options);
    await page.getByRole('button', { name: /^Ghi đã nhận/ }).first().click();
    await expectShown(page.getByLabel('Ngày nhận'));
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });
});

describe('a revocation', () => {
  it('entered by mistake is taken back on the page of the product, which tells both', async () => {
    const { page, errors } = await open('/so-san-pham?year=2024&search=dau lac', 'kinhte');
    await page.getByRole('link', { name: 'Dầu lạc (minh họa 18)' }).click();
    await page.getByRole('button', { name: /^Hủy mục này: QĐ/ }).click();
    await giveReason(page, 'nhầm quyết định');
    await expectShown(page.getByText('Đã hủy mục ghi nhầm.'));
    await expectShown(page.getByRole('button', { name: /^Ghi thu hồi/ }));
    await page.getByLabel('Hiện cả phần đã hủy (1)').check();
    const story = page.getByRole('region', { name: 'Quá trình' });
    await expectShown(story.getByText(/Đã hủy lúc .* bởi Phòng Kinh tế .*: nhầm quyết định/));
    await expectShown(story.locator('del').getByText(/thu hồi giấy chứng nhận theo quyết định/i));
    expect(await violations(page)).toEqual([]);
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });
});

describe('a row behind a figure', () => {
  it('of a certificate leads to the page of its product', async () => {
    const { page } = await open('/chi-so/newly-recognised-products?year=2024&asOf=2024-12-14', 'kinhte');
    const first = page.getByRole('rowheader').getByRole('link').first();
    const name = await first.innerText();
    await first.click();
    await expectShown(page.getByRole('heading', { name, level: 1 }));
    await page.context().close();
  });
});
