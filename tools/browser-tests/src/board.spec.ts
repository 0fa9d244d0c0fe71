import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectFocused, expectShown, openBrowser, openPage, phone, violations } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const BOARD = '/bang?year=2024&asOf=2024-12-26';
/** Console errors without what the browser itself says of a refusal. */
const own = (errors: readonly string[]) => errors.filter((error) => !/400|409/.test(error));

/** Opens the demo board, and on it the panel of the one registration that was withdrawn; gives the product's name. */
async function openWithdrawn(page: Page): Promise<string> {
  await page.goto(address(BOARD, 'demo'));
  const ended = page.getByRole('region', { name: 'Đã kết thúc' });
  await ended.getByText('rút đăng ký').press('Enter');
  const button = ended.getByRole('button', { name: /^Chuyển bước: / });
  const name = ((await button.getAttribute('aria-label')) ?? '').replace('Chuyển bước: ', '');
  await button.press('Enter');
  await expectShown(page.getByRole('dialog').getByText('Đang ở bước “rút đăng ký”'));
  return name;
}

describe('the board', () => {
  it('refuses a move back without a reason in a sentence, then moves the card by keyboard and takes it back', async () => {
    const { page, errors } = await openPage(browser);
    const name = await openWithdrawn(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^đã đăng ký/ }).focus();
    await page.keyboard.press('ArrowDown');
    await dialog.getByLabel('Văn bản').focus();
    await page.keyboard.press('Enter');
    await expectShown(dialog.getByRole('alert'));
    expect(await dialog.getByRole('textbox', { name: 'Lý do' }).getAttribute('aria-invalid')).toBe('true');
    expect(await dialog.getByRole('radio', { name: /^đang hoàn thiện hồ sơ/ }).isChecked()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Lý do' }).focus();
    await page.keyboard.type('Chủ thể xin tham gia lại');
    await page.keyboard.press('Enter');

    const outcome = page.getByRole('status').filter({ hasText: `Đã chuyển ${name}: rút đăng ký → đang hoàn thiện hồ sơ.` });
    await expectFocused(outcome);
    const preparing = page.getByRole('region', { name: 'đang hoàn thiện hồ sơ' });
    await expectShown(preparing.getByRole('link', { name }));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expectShown(page.getByText(`Đã hoàn tác: ${name} trở lại bước “rút đăng ký”.`));
    await preparing.getByRole('link', { name }).waitFor({ state: 'detached' });
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });

  it('says that somebody else changed the registration meanwhile, and shows where it stands now', async () => {
    const { page, errors } = await openPage(browser);
    const name = await openWithdrawn(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Xin tham gia lại');

    const list = await page.request.get(address(`/api/v1/registrations?year=2024&asOf=2024-12-26&search=${encodeURIComponent(name)}`, 'demo'));
    const { id, version } = ((await list.json()) as { items: [{ id: number; version: number }] }).items[0];
    const headers = { origin: address('', 'demo') };
    const step = { version, stage: 'registered', happenedOn: '2024-12-26', roundNo: null, paper: null, reason: 'Người khác sửa trước' };
    expect((await page.request.post(address(`/api/v1/registrations/${id}/steps`, 'demo'), { headers, data: step })).status()).toBe(201);

    await dialog.getByRole('button', { name: 'Ghi bước' }).click();
    await expectShown(dialog.getByText('Người khác vừa sửa bản ghi này.', { exact: false }));
    await expectShown(dialog.getByText('Đang ở bước “đã đăng ký”', { exact: false }));
    await page.keyboard.press('Escape');
    await expectShown(page.getByRole('region', { name: 'đã đăng ký' }).getByRole('link', { name }));

    const undo = { version: version + 1, reason: 'Kiểm thử' };
    expect((await page.request.post(address(`/api/v1/registrations/${id}/undo`, 'demo'), { headers, data: undo })).status()).toBe(200);
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });

  it('counts a column as its list does, under the same filter', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/bang?year=2024&asOf=2024-06-20&kind=re-evaluation', 'demo'));
    const count = page.getByRole('region', { name: 'cấp xã đã đánh giá' }).getByRole('link', { name: /xem trong danh mục$/ });
    const shown = Number(await count.innerText());
    expect(shown).toBeGreaterThan(0);
    await count.click();
    await expectShown(page.getByText(new RegExp(`^0?${shown} trên`)));
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ stage: 'assessed-by-commune', kind: 're-evaluation', asOf: '2024-06-20' });
    await page.context().close();
  });

  it('marks what stands long by a word, and is a list grouped by stage on a phone', async () => {
    const { page } = await openPage(browser, { viewport: phone });
    await page.goto(address('/bang?year=2024&asOf=2024-06-20', 'demo'));
    await expectShown(page.getByText(/^đứng lâu \d+ ngày$/).first());
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    await page.context().close();
  });
});

describe('the page of round 1 (III.3: recognised before 10/7/2024, sent before 15/7/2024)', () => {
  it.each([
    ['2024-07-08', 'còn 2 ngày', 'còn 7 ngày'],
    ['2024-07-09', 'hôm nay là hạn cuối', 'còn 6 ngày'],
    ['2024-07-10', 'đã qua 1 ngày', 'còn 5 ngày'],
    ['2024-07-14', 'đã qua 5 ngày', 'hôm nay là hạn cuối'],
    ['2024-07-15', 'đã qua 6 ngày', 'đã qua 1 ngày'],
  ])('on %s says for the town “%s” and for the province “%s”', async (asOf, town, province) => {
    const { page, errors } = await openPage(browser);
    await page.goto(address(`/dot/1?year=2024&asOf=${asOf}`));
    await expectShown(page.getByRole('heading', { level: 1, name: 'Đợt 1 năm 2024' }));
    expect(await page.locator('dd strong').allInnerTexts()).toEqual([town, province]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('puts what has 70 points and is not sent first, and leaves to the next round', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/dot/1?year=2024&asOf=2024-07-09', 'demo'));
    await expectShown(page.getByRole('table').first());
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toMatch(/^Từ 70 đến 100 điểm, chưa gửi lên tỉnh \(\d+\)$/);
    await page.getByRole('link', { name: 'Đợt 2 tiếp theo' }).click();
    await expectShown(page.getByRole('heading', { level: 1, name: 'Đợt 2 năm 2024' }));
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2024-07-09');
    await page.context().close();
  });

  it('opens the round that comes next when none is named', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/dot?year=2024&asOf=2024-07-10'));
    await expectShown(page.getByRole('heading', { level: 1, name: 'Đợt 2 năm 2024' }));
    await page.context().close();
  });
});

describe('accessibility', () => {
  it.each([
    ['/bang?year=2024&asOf=2024-06-20', {}],
    ['/bang?year=2024&asOf=2024-12-26', { viewport: phone, colorScheme: 'dark' as const }],
    ['/dot/1?year=2024&asOf=2024-07-09', { colorScheme: 'dark' as const }],
    ['/dot/1?year=2024&asOf=2024-08-20', { viewport: phone }],
    ['/quan-tri/quy-dinh?year=2024', {}],
    ['/quan-tri/quy-dinh?year=2024', { viewport: phone, colorScheme: 'dark' as const }],
  ])('breaks no rule on %s (%j)', async (path, options) => {
    const { page } = await openPage(browser, options);
    await page.goto(address(path, 'demo'));
    await expectShown(page.getByRole('heading', { level: 1 }));
    await page.locator('.skeleton').first().waitFor({ state: 'detached' });
    for (const summary of await page.locator('main summary').all()) await summary.click();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
