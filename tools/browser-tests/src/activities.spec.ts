import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectGone, expectShown, openAs, openBrowser, own, phone, press, violations } from './browser.js';

// What is done in the work areas of the plan (KH 1227, III) is a fact: entered, counted, and taken back when it was entered by mistake.

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Entering, refusing, finding and taking back is one long way of the keyboard. */
const STORY = 180_000;

const LIST = '/hoat-dong?year=2024&asOf=2024-12-14';
const FORM = '/hoat-dong/ghi?year=2024&asOf=2024-12-14';
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const area = (page: Page, name: string) => page.getByRole('list', { name: 'Nội dung của kế hoạch' }).getByRole('button', { name });
/** How many of the year a work area shows; none as the words for it. */
const countOf = async (page: Page, name: string): Promise<number> => Number(/\d+$/.exec(await area(page, name).innerText())?.[0] ?? '0');

async function fill(page: Page, name: string, day: string, unit: string): Promise<void> {
  await page.getByLabel('Nội dung').selectOption({ label: '5. Xúc tiến thương mại sản phẩm OCOP' });
  await page.getByLabel('Tên hoạt động').fill(name);
  await page.getByLabel('Ngày', { exact: true }).fill(day);
  await page.getByLabel('Xã, phường').selectOption({ label: unit });
}
async function takeBack(page: Page, name: string): Promise<void> {
  await press(page, `Hủy bản ghi: ${name}`);
  await page.getByRole('dialog').getByLabel('Lý do').fill('nhầm ngày');
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy', exact: true }).click();
  await expectShown(page.getByText(`Đã hủy hoạt động “${name}”.`));
  await expectGone(row(page, name));
}

describe('an activity of a work area (III)', () => {
  it('that is being typed stays with its year: another year begins empty, and the first has it still', async () => {
    const { page, errors } = await openAs(browser, 'kinhte', FORM);
    const name = page.getByLabel('Tên hoạt động');
    await name.fill('Tập huấn của năm 2024');
    await page.getByLabel('Năm kế hoạch').selectOption('2023');
    await expectShown(page.getByRole('heading', { name: 'Ghi hoạt động năm 2023', level: 1 }));
    await expectShown(name);
    expect(await name.inputValue()).toBe('');
    await page.getByLabel('Năm kế hoạch').selectOption('2024');
    await expectShown(page.getByText('Đã khôi phục bản nháp lúc', { exact: false }));
    expect(await name.inputValue()).toBe('Tập huấn của năm 2024');
    await press(page, 'Bỏ bản nháp');
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });

  it('is entered by the economic office, counted in its work area, found by the filters, taken back and entered right', async () => {
    const name = 'Gian hàng tại hội chợ Festival';
    const { page, errors } = await openAs(browser, 'kinhte', LIST);
    await expectShown(area(page, 'Xúc tiến thương mại'));
    const before = await countOf(page, 'Xúc tiến thương mại');
    await page.getByRole('link', { name: 'Ghi hoạt động' }).click();
    await expectShown(page.getByRole('heading', { name: 'Ghi hoạt động năm 2024', level: 1 }));

    // Every fault at once, beside its field; the last day is asked for only when there were several; a reload loses nothing.
    await press(page, 'Ghi hoạt động');
    await expectShown(page.getByText('Chưa ghi được, cần sửa 4 chỗ:'));
    await fill(page, name, '7/6/2024', 'toàn địa bàn');
    await page.getByLabel('Lượt người').fill('1.200');
    await page.getByLabel('Nhiều ngày').check();
    await page.reload();
    await expectShown(page.getByText('Đã khôi phục bản nháp lúc', { exact: false }));
    await page.getByLabel('Đến ngày').fill('1/6/2024');
    await press(page, 'Ghi hoạt động');
    await expectShown(page.locator('p.form-field').getByText('Ngày kết thúc không được trước ngày bắt đầu', { exact: false }));
    await page.getByLabel('Đến ngày').fill('12/6/2024');
    await page.context().setOffline(true);
    await press(page, 'Ghi hoạt động');
    await expectShown(page.getByRole('alert').getByText('những gì đã nhập vẫn còn', { exact: false }));
    await page.context().setOffline(false);
    await press(page, 'Ghi hoạt động');

    await expectShown(page.getByText(`Đã ghi hoạt động “${name}”, 07/6/2024 – 12/6/2024.`));
    expect((await row(page, name).getByRole('cell').allInnerTexts()).slice(0, 4)).toEqual([
      '07/6/2024\u00a0– 12/6/2024', 'Xúc tiến thương mại sản phẩm OCOP', 'toàn địa bàn', '1.200',
    ]);
    expect(await countOf(page, 'Xúc tiến thương mại')).toBe(before + 1);
    await expectShown(page.getByRole('link', { name: 'Ghi tiếp' }));

    // The filters stand in the address; what they leave is told beside the year.
    await page.getByLabel('Tìm').fill('gian hang festival');
    await page.waitForURL(/search=gian/);
    await area(page, 'Xúc tiến thương mại').click();
    await page.getByRole('search').getByLabel('Xã, phường').selectOption({ label: 'toàn địa bàn' });
    await page.waitForURL(/workArea=5.*unit=none|unit=none.*workArea=5/);
    await page.reload();
    await expectShown(page.getByText(/^1 trên \d+ hoạt động của năm · 1\.200 lượt người$/));
    await expectShown(row(page, name));
    expect(await area(page, 'Xúc tiến thương mại').getAttribute('aria-pressed')).toBe('true');
    await area(page, 'Tăng cường chuyển đổi số').click();
    await expectShown(page.getByText('Không có hoạt động nào khớp.', { exact: false }));
    await press(page, 'Xóa bộ lọc');

    // A second one of the same name and day is refused in words; what was taken back is entered again as it should have been.
    await page.getByRole('link', { name: 'Ghi hoạt động' }).click();
    await fill(page, `${name.toUpperCase()}`, '7/6/2024', 'toàn địa bàn');
    await press(page, 'Ghi hoạt động');
    await expectShown(page.getByRole('alert').getByText('đã được ghi ở nội dung công việc này', { exact: false }));
    await press(page, 'Thôi');
    await takeBack(page, name);
    expect(await countOf(page, 'Xúc tiến thương mại')).toBe(before);
    await page.getByRole('link', { name: 'Ghi lại cho đúng' }).click();
    expect(await page.getByLabel('Tên hoạt động').inputValue()).toBe(name);
    expect(await page.getByLabel('Đến ngày').inputValue()).toBe('12/6/2024');
    await page.getByLabel('Đến ngày').fill('11/6/2024');
    await press(page, 'Ghi hoạt động');
    await expectShown(row(page, name).getByText('07/6/2024 – 11/6/2024'));
    await takeBack(page, name);
    expect(own(errors).filter((error) => !/40[09] \(|ERR_INTERNET_DISCONNECTED/.test(error))).toEqual([]);
    await page.context().close();
  }, STORY);

  it('is a commune officer’s for the own commune only', async () => {
    const [ofTown, ofCommune] = ['Hội nghị toàn thị xã', 'Phiên chợ phường'] as const;
    const office = await openAs(browser, 'kinhte', FORM);
    await fill(office.page, ofTown, '2/7/2024', 'toàn địa bàn');
    await press(office.page, 'Ghi hoạt động');
    await expectShown(row(office.page, ofTown));

    const { page, errors } = await openAs(browser, 'tuha', FORM);
    // Its commune is chosen already; there is no other, and not the whole town.
    await expectShown(page.getByLabel('Tên hoạt động'));
    expect(await page.getByLabel('Xã, phường').locator('option').allInnerTexts()).toEqual(['chưa chọn', 'Phường Tứ Hạ']);
    expect(await page.getByLabel('Xã, phường').locator('option:checked').innerText()).toBe('Phường Tứ Hạ');
    await fill(page, ofCommune, '3/7/2024', 'Phường Tứ Hạ');
    await press(page, 'Ghi hoạt động');
    await expectShown(row(page, ofCommune).getByText('Phường Tứ Hạ'));
    expect(await row(page, ofTown).count()).toBe(0);
    // What comes next is likely of the same work area, day and commune.
    await page.getByRole('link', { name: 'Ghi tiếp' }).click();
    await expectShown(page.getByLabel('Tên hoạt động'));
    expect([await page.getByLabel('Nội dung').inputValue(), await page.getByLabel('Ngày', { exact: true }).inputValue(), await page.getByLabel('Tên hoạt động').inputValue()]).toEqual(['5', '3/7/2024', '']);
    await press(page, 'Thôi');
    await takeBack(page, ofCommune);
    await takeBack(office.page, ofTown);
    expect(own([...errors, ...office.errors])).toEqual([]);
    await page.context().close();
    await office.page.context().close();
  });

  it('is read, not entered, by the leadership', async () => {
    const { page } = await openAs(browser, 'lanhdao', LIST);
    await expectShown(page.getByRole('heading', { name: 'Hoạt động năm 2024', level: 1 }));
    await expectShown(area(page, 'Xúc tiến thương mại'));
    expect(await page.getByRole('link', { name: 'Ghi hoạt động' }).count()).toBe(0);
    await page.context().close();
  });

  it('has an address whose unreadable part is told and left out', async () => {
    const { page } = await openAs(browser, 'kinhte', `${LIST}&workArea=abc`);
    await expectShown(page.getByText('Địa chỉ có giá trị không đọc được (nội dung); phần đó được bỏ qua.'));
    await press(page, 'Bỏ khỏi địa chỉ');
    await page.waitForURL((url) => !url.searchParams.has('workArea'));
    await page.context().close();
  });
});

describe.each([{}, { viewport: phone, colorScheme: 'dark' as const }])('the pages of activities (%j)', (options) => {
  it('break no accessibility rule, and a name of 300 letters sticks out nowhere', async () => {
    const name = `${'viewport' in options ? 'Ỗ' : 'Ẫ'}`.repeat(300);
    const { page, errors } = await openAs(browser, 'kinhte', FORM, options);
    const sound = async () => {
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    };
    await expectShown(page.getByLabel('Tên hoạt động'));
    await press(page, 'Ghi hoạt động');
    await expectShown(page.getByRole('alert'));
    await sound();
    await fill(page, name, '4/7/2024', 'Xã Hương Toàn');
    await press(page, 'Ghi hoạt động');
    await expectShown(row(page, name));
    await sound();
    await press(page, `Hủy bản ghi: ${name}`);
    await expectShown(page.getByRole('dialog'));
    await sound();
    await press(page, 'Thôi');
    await takeBack(page, name);
    await sound();
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });
});
