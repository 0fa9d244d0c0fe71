import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectShown, openBrowser, openPage, phone, signIn, violations } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const section = (page: Page, heading: string | RegExp) => page.getByRole('region', { name: heading });
const searchOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** The reports of the plan make themselves in the first seconds of a server. */
async function ownReportsMade(page: Page): Promise<void> {
  for (;;) {
    const { items } = (await (await page.request.get(address('/api/v1/report-calendar'))).json()) as { items: { state: string }[] };
    if (items.every(({ state }) => state === 'made')) return;
    await page.waitForTimeout(200);
  }
}

describe('what needs action', () => {
  it('names what, whose, by when and the next step: overdue first, the plan’s own days (III.3, V.4) before single products', async () => {
    const { page } = await openPage(browser);
    await ownReportsMade(page);
    await page.goto(address('/?year=2024&asOf=2024-07-10'));
    const attention = section(page, /Cần xử lý \(\d+\)/);
    await expectShown(attention.getByRole('heading', { name: 'Quá hạn' }));
    const lines = await attention.getByRole('listitem').allInnerTexts();
    expect(lines).toHaveLength(6);
    expect(lines[0]).toContain('Báo cáo định kỳ 6 tháng đã quá hạn: còn thiếu 09 xã, phường');
    expect(lines[1]).toMatch(/Báo cáo sơ kết 6 tháng đã tự lập ngày 15\/6\/2024, chưa ban hành[\s\S]*Phòng Kinh tế · quá hạn 25 ngày/);
    expect(lines[2]).toMatch(/Đợt 1 đã qua, còn 07 hồ sơ chưa được công nhận[\s\S]*UBND thị xã Hương Trà · quá hạn 1 ngày/);
    expect(lines.slice(3).every((line) => line.includes('hồ sơ ở bước “đã đăng ký”'))).toBe(true);
    const href = (await attention.getByRole('link', { name: 'Chuyển hồ sơ sang đợt sau hoặc ghi kết luận' }).getAttribute('href')) ?? '';
    expect(href).toBe('/dot/1?year=2024&asOf=2024-07-10');
    await page.context().close();
  });

  it('lists everything on its own page, filtered in the address, and comes back with the day kept', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-07-10'));
    const all = section(page, /Cần xử lý/).getByRole('link', { name: /Xem tất cả/ });
    await expectShown(all);
    const total = Number(/\d+/.exec(await all.innerText())?.[0]);
    await all.click();
    await expectShown(page.getByRole('heading', { level: 1, name: 'Việc cần xử lý' }));
    const items = page.locator('.attention-item');
    await expectShown(items.first());
    expect(await items.count()).toBe(total);
    const chosen = page.getByRole('navigation', { name: 'Về việc' }).getByRole('link', { name: 'Báo cáo của xã, phường' });
    await chosen.click();
    await expectShown(chosen.and(page.locator('[aria-current=page]')));
    expect(searchOf(page)).toEqual({ year: '2024', asOf: '2024-07-10', kind: 'reports' });
    for (const text of await items.allInnerTexts()) expect(text).toContain('Báo cáo');
    await page.reload();
    await expectShown(items.first());
    expect(await items.count()).toBeLessThan(total);
    await page.getByRole('link', { name: 'Về trang tổng quan' }).click();
    await expectShown(section(page, 'Thời hạn'));
    expect(searchOf(page)).toEqual({ year: '2024', asOf: '2024-07-10' });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('leads to where each matter is dealt with, the day kept, and back', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-07-10'));
    const attention = section(page, /Cần xử lý/);
    const opens = async (name: string, path: RegExp) => {
      await attention.getByRole('link', { name }).first().click();
      await page.waitForURL(path);
      await expectShown(page.getByRole('heading', { level: 1 }).filter({ visible: true }));
      expect(searchOf(page)).toEqual({ year: '2024', asOf: '2024-07-10' });
      await page.goBack();
      await expectShown(attention.getByRole('heading', { name: 'Quá hạn' }));
    };
    await opens('Ra văn bản đôn đốc xã, phường chưa báo cáo', /\/bao-cao-xa\?/);
    await opens('Chuyển hồ sơ sang đợt sau hoặc ghi kết luận', /\/dot\/1\?/);
    await opens('Đôn đốc, giúp chủ thể hoàn thiện hồ sơ', /\/san-pham\/\d+\?/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each(['/viec-can-xu-ly?year=2024&asOf=2024-07-12', '/kha-nang?year=2024&asOf=2024-07-12'])('%s breaks no accessibility rule and sticks out of no phone', async (path) => {
    for (const options of [{}, { colorScheme: 'dark', viewport: phone }] as const) {
      const { page } = await openPage(browser, options);
      await page.goto(address(path, 'demo'));
      await expectShown(page.getByRole('heading', { level: 2 }).first());
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.context().close();
    }
  });
});

describe('whether the target will be met (II.2)', () => {
  it('gives one figure with its bounds, and openly what it is computed from', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-05-12', 'demo'));
    const link = section(page, 'Sản phẩm được công nhận mới').getByRole('link', { name: /^khả năng/ });
    await expectShown(link);
    const [, percent, range] = /^khả năng (\d+%) \((\d+–\d+%)\)$/.exec(await link.innerText()) ?? [];
    await link.click();
    await expectShown(page.getByRole('heading', { level: 1, name: 'Khả năng đạt chỉ tiêu' }));
    await expectShown(page.getByRole('strong').filter({ hasText: percent ?? 'none' }));
    const text = await page.getByRole('article').innerText();
    expect(text).toContain(`khoảng ${range}`);
    expect(text).toContain('Poisson nhị thức');
    const { forecast } = (await (await page.request.get(address('/api/v1/forecast?year=2024&asOf=2024-05-12', 'demo'))).json()) as {
      forecast: { rates: { reached: number; recognised: number }[]; prospects: { productName: string }[] };
    };
    for (const { productName } of forecast.prospects) expect(text).toContain(productName);
    for (const { reached, recognised } of forecast.rates) expect(text).toMatch(new RegExp(`\\b${reached}\\b\\s+\\b${recognised}\\b`));
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['2024-04-09', 'chưa đủ số liệu các năm trước'],
    ['2024-10-11', 'không còn khả năng trong năm nay'],
  ])('of the issued plan on %s says: %s', async (asOf, words) => {
    const { page } = await openPage(browser);
    await page.goto(address(`/?year=2024&asOf=${asOf}`));
    await expectShown(section(page, 'Sản phẩm được công nhận mới').getByRole('link', { name: words }));
    await page.context().close();
  });

  it('is not asked of a commune, which sees its own products only', async () => {
    const { page } = await openPage(browser, {}, 'nobody');
    await signIn(page, '/?year=2024&asOf=2024-07-12', 'tuha');
    const target = section(page, 'Sản phẩm được công nhận mới');
    await expectShown(target.getByText('hồ sơ còn có thể đạt'));
    expect(await target.getByText(/khả năng \d/).count()).toBe(0);
    await page.context().close();
  });
});

describe('the same day of the year before', () => {
  it('stands beside a figure with its sign, and is read aloud with what it means', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-07-12', 'demo'));
    const target = section(page, 'Sản phẩm được công nhận mới');
    await expectShown(target.getByText(/^[+−]\d+ so với 12\/7\/2023 \(\d+\)$/));
    expect(await target.getByText(/(tăng|giảm) \d+ so với ngày 12\/7\/2023/).innerText()).toMatch(/; (tốt|kém) hơn$/);
    await page.context().close();
  });

  it('is silent where there was no plan', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-07-12'));
    await expectShown(section(page, 'Sản phẩm được công nhận mới').getByText('/ 02'));
    expect(await page.getByText('so với').count()).toBe(0);
    await page.context().close();
  });
});

describe('a calendar of one’s own', () => {
  it('has an address that is shown once, read without signing in, and read no more when ended', async () => {
    const { page } = await openPage(browser, {}, 'nobody');
    await signIn(page, '/tai-khoan#lich', 'lanhdao');
    await page.getByRole('button', { name: 'Tạo địa chỉ lịch' }).click();
    const field = page.getByLabel('Địa chỉ lịch (chỉ hiện một lần)');
    await expectShown(field);
    const url = await field.inputValue();
    expect(await violations(page)).toEqual([]);
    const read = async () => (await fetch(url)).status;
    expect(await read()).toBe(200);
    await page.reload();
    await expectShown(page.getByText(/Đang có một địa chỉ, tạo lúc/));
    expect(await field.count()).toBe(0);
    await page.getByRole('button', { name: 'Ngừng lịch' }).click();
    await expectShown(page.getByText('Chưa có địa chỉ lịch.'));
    expect(await read()).not.toBe(200);
    await page.context().close();
  });
});
