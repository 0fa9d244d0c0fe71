import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectFocused, expectShown, openBrowser, openPage, phone, violations, wide } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const section = (page: Page, heading: string | RegExp) => page.getByRole('region', { name: heading });

describe('the overview of plan 1227 as issued', () => {
  it('opens by default as of the day of the plan, with 00 of 02 and the clause it answers to (II.2)', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(address('/'));
    const target = section(page, 'Sản phẩm được công nhận mới');
    await expectShown(target.getByText('/ 02'));
    expect(await target.getByRole('link').first().innerText()).toBe('00');
    const text = await target.innerText();
    expect(text).toContain('đúng tiến độ');
    expect(text).toContain('06 hồ sơ còn có thể đạt');
    expect(text).toContain('Kế hoạch 1227/KH-UBND, mục II.2');
    expect(text).toContain('công nhận thêm ít nhất 02 sản phẩm OCOP');
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2024-04-09');
    expect(new URL(page.url()).searchParams.get('year')).toBe('2024');
    expect(await page.title()).toContain('Tổng quan');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('shows seven registrations: six new and one re-evaluation, each with commune and stage (appendix of the plan)', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-04-09'));
    const progress = section(page, 'Tiến độ 07 sản phẩm đăng ký');
    await expectShown(progress);
    const rows = (await progress.getByRole('row').allInnerTexts()).slice(1);
    expect(rows).toHaveLength(7);
    expect(rows.filter((row) => row.includes('lần đầu'))).toHaveLength(6);
    expect(rows.filter((row) => row.includes('đánh giá lại'))).toHaveLength(1);
    expect(rows.find((row) => row.includes('Bún Vân Cù'))).toMatch(/Xã Hương Toàn[\s\S]*đánh giá lại[\s\S]*đã đăng ký/);
    await page.context().close();
  });

  it('draws the registrations by commune and kind, with the same figures as a table one key away', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-04-09'));
    const chart = page.getByRole('figure', { name: 'Sản phẩm đăng ký theo xã, phường và loại' });
    await expectShown(chart.locator('.chart-place svg'));
    await chart.getByRole('button', { name: 'Xem dạng bảng' }).press('Enter');
    const rows = (await chart.getByRole('row').allInnerTexts()).map((row) => row.split(/\s*\t\s*/));
    expect(rows.slice(1)).toContainEqual(['Xã Hương Bình', '2', '0']);
    expect(rows.slice(1)).toContainEqual(['Xã Hương Toàn', '0', '1']);
    expect(rows).toHaveLength(7);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('counts the days to each “trước ngày” (III.3, V.4)', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-04-09'));
    const deadlines = section(page, 'Thời hạn');
    await expectShown(deadlines.getByText('còn 92 ngày'));
    const text = await deadlines.innerText();
    for (const words of ['còn 62 ngày', 'trước ngày 10/7/2024', 'trước ngày 15/7/2024', 'còn 184 ngày', 'trước ngày 15/10/2024']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('0/9 xã, phường');
    await page.context().close();
  });

  it('names the six sources of funds and says that figures are missing, never 0 (IV)', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-04-09'));
    const funding = section(page, /Kinh phí/).first();
    await expectShown(funding.getByText('Nguồn xã hội hóa'));
    const text = await funding.innerText();
    expect(text.match(/chưa có số liệu/g)).toHaveLength(6);
    expect(text).toContain('Nghị quyết số 20/2020/NQ-HĐND');
    expect(text).not.toMatch(/\b0\b(?!\/)/);
    await page.context().close();
  });

  it('marks a passed round and warns once its deadline is behind (III.3: 10/7 itself is late)', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-07-10'));
    const target = section(page, 'Sản phẩm được công nhận mới');
    await expectShown(target.getByText('có nguy cơ'));
    expect(await section(page, 'Thời hạn').innerText()).toContain('đã qua 1 ngày');
    expect(await section(page, /Cần xử lý/).innerText()).toContain('Đợt 1');
    await page.context().close();
  });

  it('opens the rows behind a figure and comes back with the day kept', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-05-02'));
    await page.getByRole('link', { name: /xem số liệu gốc: Sản phẩm đăng ký/ }).click();
    await expectShown(page.getByRole('heading', { level: 1 }));
    await expectShown(page.getByText('Thanh trà Hương Vân').first());
    expect(new URL(page.url()).pathname).toBe('/chi-so/registrations-by-stage');
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2024-05-02');
    await page.getByRole('link', { name: 'Về trang tổng quan' }).click();
    await expectShown(section(page, 'Thời hạn'));
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2024-05-02');
    await page.context().close();
  });
});

describe('as-of day and year live in the address', () => {
  it.each([
    ['/?year=2031', 'Chưa có kế hoạch OCOP năm 2031'],
    ['/?year=2024&asOf=2024-02-30', 'không phải là một ngày có thật'],
    ['/?year=2024&asOf=2024-01-01', 'ở trước ngày ban hành Kế hoạch 1227/KH-UBND'],
    ['/?year=abc', 'không phải là năm'],
  ])('%s is answered with a sentence and a way back', async (path, sentence) => {
    const { page } = await openPage(browser);
    await page.goto(address(path));
    await expectShown(page.getByText(sentence));
    await page.getByRole('main').getByRole('link').first().click();
    await expectShown(section(page, 'Sản phẩm được công nhận mới').getByText('/ 02'));
    await page.context().close();
  });

  it('an unknown page says so', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/khong-co'));
    await expectShown(page.getByRole('heading', { name: 'Không có trang này' }));
    await page.context().close();
  });
});

describe('for everybody', () => {
  it.each(['light', 'dark'] as const)('the overview breaks no accessibility rule (%s, wide and phone)', async (colorScheme) => {
    for (const options of [{ colorScheme }, { colorScheme, viewport: phone }]) {
      const { page } = await openPage(browser, options);
      await page.goto(address('/?year=2024&asOf=2024-07-10'));
      await expectShown(section(page, 'Sản phẩm được công nhận mới').getByText('/ 02'));
      await expectShown(section(page, /Tiến độ/).getByRole('table'));
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
  });

  it('on a phone nothing sticks out sideways, and the first screen holds the target and what needs action', async () => {
    const { page } = await openPage(browser, { viewport: phone });
    await page.goto(address('/?year=2024&asOf=2024-07-10'));
    await expectShown(section(page, 'Sản phẩm được công nhận mới').getByText('/ 02'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    const attention = await section(page, /Cần xử lý/).boundingBox();
    expect(attention?.y).toBeLessThan(phone.height);
    await page.context().close();
  });

  it('a day typed by keys and taken over by Enter leaves the keyboard where it is', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-07-10'));
    const day = page.getByRole('spinbutton', { name: /^(Ngày|ngày)/ }).first();
    await day.click();
    await page.keyboard.type('05');
    await page.keyboard.press('Enter');
    await page.waitForURL(/asOf=2024-07-05/);
    await expectFocused(page.getByRole('spinbutton').nth(1));
    await page.context().close();
  });

  it.each([phone, wide])('a name of 300 letters without a space sticks out of no screen (%j)', async (viewport) => {
    const { page } = await openPage(browser, { viewport });
    await page.route('**/api/v1/registrations?**', async (route) => {
      const list = (await (await route.fetch()).json()) as { items: { productName: string; producerName: string }[] };
      const items = list.items.map((item) => ({ ...item, productName: 'Mứt'.repeat(100), producerName: 'Quýt'.repeat(75) }));
      await route.fulfill({ json: { ...list, items } });
    });
    await page.goto(address('/?year=2024&asOf=2024-04-09'));
    await expectShown(section(page, /Tiến độ/).getByRole('table'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    await page.context().close();
  });

  it('the keyboard finds a product without diacritics (Ctrl-K)', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-04-09'));
    await expectShown(section(page, 'Sản phẩm được công nhận mới').getByText('/ 02'));
    await page.keyboard.press('Control+k');
    await expectFocused(page.getByRole('dialog').getByRole('textbox'));
    await page.keyboard.type('kieu huong chu');
    await expectShown(page.getByRole('dialog').getByText('Kiệu Hương Chử'));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('the skip link is the first stop of the keyboard and leads to the content', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-04-09'));
    await expectShown(section(page, 'Thời hạn'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính');
    await page.context().close();
  });

  it('speaks English on demand, and remembers it', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-04-09'));
    await page.getByRole('button', { name: 'Thiết lập' }).click();
    await page.getByText('English').click();
    await page.keyboard.press('Escape');
    await page.reload();
    await expectShown(page.getByRole('navigation').getByText('Overview'));
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.context().close();
  });

  it('prints without navigation, with unit and day', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/?year=2024&asOf=2024-04-09'));
    await expectShown(section(page, 'Sản phẩm được công nhận mới').getByText('/ 02'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByText('Số liệu tính đến ngày 09/4/2024').isVisible()).toBe(true);
    await page.context().close();
  });

  it('says what is wrong and offers another try when the server does not answer', async () => {
    const { page } = await openPage(browser);
    await page.route('**/api/v1/indicators**', (route) => route.abort());
    await page.goto(address('/?year=2024&asOf=2024-04-09'));
    const retry = section(page, 'Sản phẩm được công nhận mới').getByRole('button', { name: 'Thử lại' });
    await expectShown(retry);
    await page.unroute('**/api/v1/indicators**');
    await retry.click();
    await expectShown(section(page, 'Sản phẩm được công nhận mới').getByText('/ 02'));
    await page.context().close();
  });
});
