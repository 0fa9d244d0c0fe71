import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectShown, openBrowser, openPage, phone, violations } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const names = (page: Page) => page.getByRole('rowheader').allInnerTexts();
const expectTotal = (page: Page, words: string) => expectShown(page.getByText(words, { exact: true }));
const list = '/san-pham?year=2024&asOf=2024-04-09';

describe('the product list', () => {
  it('has the seven products in the order of the plan, its spelling kept (appendix)', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(address(list));
    await expectTotal(page, '7 sản phẩm');
    expect(await names(page)).toEqual([
      'Thanh trà Hương Vân',
      'Tinh dầu trầm Trần Luật',
      'Kiệu Hương Chử',
      'Bưởi da xanh Bình Thành',
      'Quýt Thanh Bình',
      'Hương trầm Hương Thảo',
      'Bún Vân Cù',
    ]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['huong chu', ['Kiệu Hương Chử']],
    ['HƯƠNG  CHỮ', ['Kiệu Hương Chử']],
    ['huong van', ['Thanh trà Hương Vân', 'Tinh dầu trầm Trần Luật', 'Bún Vân Cù']],
    ['đánh', []],
  ])('search “%s” finds %j, with or without diacritics', async (words, found) => {
    const { page } = await openPage(browser);
    await page.goto(address(list));
    await expectTotal(page, '7 sản phẩm');
    await page.keyboard.press('/');
    await page.keyboard.type(words);
    await expectTotal(page, `${found.length} trên 7 sản phẩm`);
    expect(await names(page)).toEqual(found);
    await page.reload();
    await expectTotal(page, `${found.length} trên 7 sản phẩm`);
    await page.context().close();
  });

  it('sorts by the Vietnamese alphabet, and the address brings the same order back', async () => {
    const { page } = await openPage(browser);
    await page.goto(address(list));
    await expectTotal(page, '7 sản phẩm');
    await page.getByRole('button', { name: 'Tên sản phẩm' }).click();
    await page.waitForURL(/sort=productName/);
    await expectShown(page.getByRole('columnheader', { name: 'Tên sản phẩm' }).and(page.locator('[aria-sort=ascending]')));
    const sorted = ['Bún Vân Cù', 'Bưởi da xanh Bình Thành', 'Hương trầm Hương Thảo', 'Kiệu Hương Chử', 'Quýt Thanh Bình', 'Thanh trà Hương Vân', 'Tinh dầu trầm Trần Luật'];
    // The rows of before stay until the new order has come.
    await expectShown(page.getByRole('rowheader').first().filter({ hasText: 'Bún Vân Cù' }));
    expect(await names(page)).toEqual(sorted);
    await page.goto(page.url());
    await expectTotal(page, '7 sản phẩm');
    expect(await names(page)).toEqual(sorted);
    await page.context().close();
  });

  it('is saved as a file with what the filters leave, and says so when it does not come', async () => {
    const { page } = await openPage(browser);
    await page.goto(address(`${list}&search=huong%20van&sort=productName&order=desc`));
    await expectTotal(page, '3 trên 7 sản phẩm');
    const choose = async (format: string) => {
      await page.getByRole('button', { name: 'Tải xuống' }).click();
      await page.getByRole('menuitem', { name: format }).click();
    };
    const [saved] = await Promise.all([page.waitForEvent('download'), choose('CSV (.csv)')]);
    expect(saved.suggestedFilename()).toBe('Danh mục sản phẩm năm 2024 2024-04-09.csv');
    const rows = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(';')[1])).toEqual(['Tinh dầu trầm Trần Luật', 'Thanh trà Hương Vân', 'Bún Vân Cù']);
    await page.route('**/registrations/export?**', (route) => route.abort());
    await choose('Excel (.xlsx)');
    await expectShown(page.getByRole('alert').filter({ hasText: 'Chưa tải được tệp.' }));
    await page.context().close();
  });

  it('filters by kind through the address', async () => {
    const { page } = await openPage(browser);
    await page.goto(address(`${list}&kind=re-evaluation`));
    await expectTotal(page, '1 trên 7 sản phẩm');
    expect(await names(page)).toEqual(['Bún Vân Cù']);
    await page.getByRole('button', { name: 'Xóa bộ lọc' }).click();
    await expectTotal(page, '7 sản phẩm');
    await page.context().close();
  });

  it('hides a column on demand and keeps that in the address', async () => {
    const { page } = await openPage(browser);
    await page.goto(address(list));
    await expectTotal(page, '7 sản phẩm');
    await page.getByRole('button', { name: 'Cột hiển thị' }).click();
    await page.getByRole('checkbox', { name: 'Chủ thể', exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Chủ thể', exact: true }).waitFor({ state: 'detached' });
    await page.reload();
    await expectTotal(page, '7 sản phẩm');
    expect(await page.getByRole('columnheader', { name: 'Chủ thể', exact: true }).count()).toBe(0);
    await page.context().close();
  });

  it('says what to do when nothing matches', async () => {
    const { page } = await openPage(browser);
    await page.goto(address(`${list}&search=khongco`));
    await expectShown(page.getByText('Không có sản phẩm nào khớp'));
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('breaks no accessibility rule (%s, wide and phone) and does not stick out', async (colorScheme) => {
    for (const options of [{ colorScheme }, { colorScheme, viewport: phone }]) {
      const { page } = await openPage(browser, options);
      await page.goto(address('/san-pham?year=2024', 'demo'));
      await expectShown(page.getByRole('rowheader').first());
      expect(await violations(page)).toEqual([]);
      const width = page.viewportSize()?.width ?? 0;
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.context().close();
    }
  });
});
