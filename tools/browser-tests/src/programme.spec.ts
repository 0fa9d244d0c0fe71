import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectFocused, expectGone, expectShown, openBrowser, openPage, own, password, phone, signIn, violations } from './browser.js';
import { pdfWords } from './pdf-words.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** The whole way of a product is some thirty steps of the keyboard, each waiting for the server. */
const STORY = 180_000;

const office = async (path: string, options = {}) => {
  const opened = await openPage(browser, options, 'nobody');
  await signIn(opened.page, path, 'kinhte', password(), 'entered');
  return opened;
};
/** Console errors without what the browser says of refusals that the test provokes. */
const unexpected = (errors: readonly string[]) => own(errors).filter((error) => !/40[09] \(/.test(error));
const submit = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const action = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();
const invalid = (page: Page) => page.locator('[aria-invalid="true"]');

async function enterStep(page: Page, stage: string, day: string): Promise<void> {
  await action(page, 'Ghi bước');
  await page.getByRole('radio', { name: stage, exact: true }).check();
  await page.getByLabel('Ngày thực hiện').fill(day);
  await page.keyboard.press('Enter');
  await expectShown(page.getByText(`Đã ghi bước “${stage}”.`));
}

interface Answer {
  value: string;
  items: { label: string }[];
}
const figure = async (page: Page, asOf?: string): Promise<Answer> =>
  (await (await page.request.get(address(`/api/v1/indicators/newly-recognised-products/rows?year=2024${asOf === undefined ? '' : `&asOf=${asOf}`}`, 'entered'))).json()) as Answer;

describe('the economic office', () => {
  it('carries a new product from the register to its decision; every screen and the API tell the same (KH 1227, II.2, III.3)', async () => {
    const { page, errors } = await office('/so-chu-the/moi?year=2024');
    const before = await figure(page);

    // A producer: a refused form says what is wrong beside each field and loses nothing.
    await page.getByLabel('Tên chủ thể').fill('HTX Bánh tét phá Tam Giang');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('alert').getByText('Chưa ghi được, cần sửa một chỗ:'));
    expect(await invalid(page).getAttribute('name')).toBe('unitId');
    expect(await page.getByLabel('Tên chủ thể').inputValue()).toBe('HTX Bánh tét phá Tam Giang');
    expect(await page.getByLabel('Loại hình chủ thể').inputValue()).toBe('cooperative');
    await page.getByLabel('Xã, phường').selectOption({ label: 'Phường Tứ Hạ' });
    await submit(page, 'Ghi chủ thể');
    await expectShown(page.getByRole('heading', { name: 'HTX Bánh tét phá Tam Giang', level: 1 }));

    // A product whose name reads like another: a warning, no refusal.
    await page.getByRole('link', { name: 'Ghi sản phẩm mới' }).click();
    await page.getByLabel('Tên sản phẩm').fill('Bánh tét (minh họa 22)');
    await expectShown(page.getByRole('link', { name: 'Bánh tét (minh họa 21)' }));
    // Found by typing; Escape closes the list and keeps what was typed; a choice closes it for good.
    const producer = page.getByRole('combobox', { name: 'Chủ thể' });
    await producer.fill('pha tam giang');
    await expectShown(page.getByRole('option', { name: 'HTX Bánh tét phá Tam Giang' }));
    await producer.press('Escape');
    await expectGone(page.getByRole('listbox'));
    expect(await producer.inputValue()).toBe('pha tam giang');
    await producer.press('ArrowDown');
    await page.getByRole('option', { name: 'HTX Bánh tét phá Tam Giang' }).click();
    await expectGone(page.getByRole('listbox'));
    await page.reload();
    await producer.focus();
    await page.getByLabel('Tên gọi khác').focus();
    expect(await producer.inputValue()).toBe('HTX Bánh tét phá Tam Giang');
    await page.getByLabel('Bộ sản phẩm').selectOption('6');
    expect(await violations(page)).toEqual([]);
    await submit(page, 'Ghi sản phẩm');
    await expectShown(page.getByRole('heading', { name: 'Bánh tét (minh họa 22)', level: 1 }));
    await expectShown(page.getByText('chưa được công nhận'));

    await action(page, 'Đăng ký vào danh mục năm');
    await page.getByLabel('Ngày đăng ký').fill('2/5/2024');
    await submit(page, 'Đăng ký');
    await expectShown(page.getByText('Đã đăng ký vào danh mục năm 2024.'));

    // A step taken back at once, and entered again.
    await enterStep(page, 'đã tiếp nhận hồ sơ', '20/5/2024');
    await submit(page, 'Hoàn tác');
    await expectShown(page.getByText('Đã hoàn tác.'));
    await expectShown(page.locator('del').getByText('đã tiếp nhận hồ sơ'));
    await enterStep(page, 'đã tiếp nhận hồ sơ', '21/5/2024');
    await enterStep(page, 'cấp xã đã đánh giá', '5/6/2024');

    // A result: the stars and why while typing; a bad day is said beside it; a reload brings the draft back.
    await action(page, 'Ghi kết quả đánh giá');
    await page.getByLabel('Thành viên 1, phần A').fill('41');
    await expectShown(page.getByText('phần A không quá 40'));
    await page.getByLabel('Thành viên 1, phần A').fill('30,5');
    await page.getByLabel('Thành viên 1, phần B').fill('18');
    await page.getByLabel('Thành viên 1, phần C').fill('24');
    await page.getByRole('button', { name: 'Thêm thành viên' }).click();
    await page.getByLabel('Thành viên 2, tổng điểm').fill('72,5');
    await page.getByLabel('Hạng cao nhất đủ điều kiện tối thiểu').selectOption('3');
    const why = '72,5 điểm → 4 sao; chỉ đủ điều kiện tối thiểu 3 sao → 3 sao';
    await expectShown(page.getByText(why));
    await page.getByLabel('Ngày đánh giá').fill('31/6/2024');
    await page.keyboard.press('Enter');
    await expectShown(page.locator('p.form-field').getByText('Không phải là một ngày có thật', { exact: false }));
    await expectFocused(page.locator('[name="evaluatedOn"]'));
    await page.reload();
    await expectShown(page.getByText('Đã khôi phục bản nháp lúc', { exact: false }));
    expect(await page.getByLabel('Thành viên 2, tổng điểm').inputValue()).toBe('72,5');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Ngày đánh giá').fill('20/6/2024');
    await submit(page, 'Ghi kết quả');
    await expectShown(page.getByText(`Đã ghi kết quả: ${why}.`));

    // The decision: authority and end of the certificate follow from the law of its day.
    await action(page, 'Ghi quyết định');
    await page.getByLabel('Hạng sao được công nhận').selectOption('3');
    await page.getByLabel('Ngày quyết định').fill('5/7/2024');
    await page.getByLabel('Số quyết định').fill('99/QĐ-UBND');
    await expectShown(page.getByText('Giấy chứng nhận có giá trị đến 05/7/2027.'));
    expect(await page.getByLabel('Cơ quan công nhận').inputValue()).toBe('town');
    await page.keyboard.press('Enter');
    await expectShown(page.getByText('Đã ghi quyết định 99/QĐ-UBND.'));

    const story = page.getByRole('region', { name: 'Quá trình' });
    await expectShown(story.getByRole('heading', { name: 'Công nhận 3 sao', level: 3 }));
    expect(await story.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'Công nhận 3 sao', 'Thị xã đã chấm điểm', 'Cấp xã đã đánh giá', 'Đã tiếp nhận hồ sơ', 'Đã tiếp nhận hồ sơ', 'Đã đăng ký',
    ]);
    await expectShown(story.getByText(why));
    expect(await violations(page)).toEqual([]);

    // One more newly recognised product: on the overview, in the rows behind it, and in the API.
    const after = await figure(page);
    expect(Number(after.value)).toBe(Number(before.value) + 1);
    expect(after.items.map(({ label }) => label)).toContain('Bánh tét (minh họa 22)');
    await page.getByRole('link', { name: 'Tổng quan' }).click();
    const target = page.getByRole('region', { name: 'Sản phẩm được công nhận mới' });
    await expectShown(target.getByText(after.value.padStart(2, '0'), { exact: true }));
    await page.goto(address('/chi-so/newly-recognised-products?year=2024', 'entered'));
    await expectShown(page.getByRole('rowheader', { name: 'Bánh tét (minh họa 22)' }));
    await expectShown(page.getByText(`Cộng: ${after.value} sản phẩm = chỉ số`));

    // And on paper: the same count in words of a report, and the product among its rows.
    const made = await page.request.post(address('/api/v1/reports', 'entered'), { data: { year: 2024, period: 'FY', asOf: '2024-12-14' } });
    const { pdfUrl } = (await made.json()) as { pdfUrl: string };
    const words = await pdfWords(await (await page.request.get(address(pdfUrl, 'entered'))).body());
    const onPaper = await figure(page, '2024-12-14');
    expect(words).toContain(`${onPaper.value.padStart(2, '0')} sản phẩm được công nhận mới`);
    expect(words).toContain('Bánh tét (minh họa 22)');

    // From the rows of a figure to the product and back.
    await page.goto(address('/chi-so/registrations-by-stage?year=2024', 'entered'));
    await page.getByRole('link', { name: 'Bánh tét (minh họa 22)' }).click();
    await expectShown(page.getByRole('heading', { name: 'Bánh tét (minh họa 22)', level: 1 }));
    await page.goBack();
    await expectShown(page.getByRole('heading', { name: 'Sản phẩm đăng ký theo bước thực hiện', level: 1 }));
    expect(unexpected(errors)).toEqual([]);
    await page.context().close();
  }, STORY);

  it('finds a product in the register by letters without diacritics, the address brings the same rows back', async () => {
    const { page, errors } = await office('/so-san-pham?year=2024');
    await expectShown(page.getByRole('rowheader').first());
    await page.keyboard.press('/');
    await page.keyboard.type('mang kho');
    await expectShown(page.getByText('1 sản phẩm', { exact: true }));
    await page.reload();
    await expectShown(page.getByText('1 sản phẩm', { exact: true }));
    await page.getByRole('link', { name: 'Măng khô (minh họa 01)' }).click();
    await expectShown(page.getByRole('heading', { name: 'Măng khô (minh họa 01)', level: 1 }));
    await page.goBack();
    await expectShown(page.getByText('1 sản phẩm', { exact: true }));
    await page.getByRole('button', { name: 'Xóa bộ lọc' }).click();
    await page.getByLabel('Giấy chứng nhận').selectOption({ label: 'đã hết hạn' });
    await page.waitForURL(/certificate=expired/);
    await expectShown(page.getByRole('cell', { name: 'đã hết hạn' }).first());
    expect(unexpected(errors)).toEqual([]);
    await page.context().close();
  });
});

describe('two people at one product', () => {
  it('the later one keeps what was typed, sees what differs, and sends again over the version of now', async () => {
    const { page: first, errors } = await office('/san-pham/3?viec=sua');
    const { page: second } = await office('/san-pham/3?viec=sua');
    const name = await first.getByLabel('Tên sản phẩm').inputValue();
    await second.getByLabel('Bộ sản phẩm').selectOption('7');
    await submit(second, 'Lưu thay đổi');
    await expectShown(second.getByText('Đã lưu thay đổi của sản phẩm.'));

    await first.getByLabel('Tên sản phẩm').fill(`${name}, loại một`);
    await submit(first, 'Lưu thay đổi');
    const panel = first.getByRole('alert');
    await expectShown(panel.getByText('Người khác vừa sửa trong lúc bạn đang ghi'));
    expect((await panel.getByRole('row').allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'Mục Khi bạn mở Hiện nay Gửi lại sẽ ghi',
      'Bộ sản phẩm trống Chế biến từ rau, củ, quả, hạt Chế biến từ rau, củ, quả, hạt',
    ]);
    expect(await violations(first)).toEqual([]);
    expect(await first.getByLabel('Tên sản phẩm').inputValue()).toBe(`${name}, loại một`);
    await submit(first, 'Gửi lại');
    await expectShown(first.getByText('Đã lưu thay đổi của sản phẩm.'));
    await expectShown(first.getByRole('heading', { name: `${name}, loại một`, level: 1 }));
    await expectShown(first.getByText('7. Chế biến từ rau, củ, quả, hạt'));
    expect(unexpected(errors)).toEqual([]);
    await first.context().close();
    await second.context().close();
  });
});

describe.each([{}, { viewport: phone, colorScheme: 'dark' as const }])('a page of the programme (%j)', (options) => {
  it.each(['/so-san-pham', '/so-chu-the', '/so-chu-the/3', '/so-san-pham/moi', '/san-pham/dang-ky', '/san-pham/1', '/san-pham/1?viec=kiem-tra', '/san-pham/1?viec=quyet-dinh-truoc'])(
    '%s breaks no accessibility rule and does not stick out',
    async (path) => {
      const { page, errors } = await office(path, options);
      await expectShown(page.getByRole('heading', { level: 1 }));
      await page.waitForLoadState('networkidle');
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      expect(unexpected(errors)).toEqual([]);
      await page.context().close();
    },
  );
});
