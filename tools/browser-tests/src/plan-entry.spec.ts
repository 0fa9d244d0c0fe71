import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectFocused, expectGone, expectShown, openAs, openBrowser, own, phone, press, violations } from './browser.js';

// The plan entered is of 2019, before every year of the invented data: who asks for the newest year still gets the same.

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const STORY = 120_000;

const as = (username: string, path: string, options = {}) => openAs(browser, username, path, options);
/** Console errors without what the browser says of refusals that the test provokes. */
const unexpected = (errors: readonly string[]) => own(errors).filter((error) => !/40[09] \(/.test(error));
const expectFocus = (page: Page, name: string) => expectFocused(page.locator(`[name="${name}"]`));
const hint = async (page: Page, name: string) => {
  const id = await page.locator(`[name="${name}"]`).getAttribute('aria-describedby');
  return page.locator(`[id="${id?.split(' ')[0] ?? ''}"]`).innerText();
};
const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** The days of a round, as they are typed. */
async function fillRound(page: Page, index: number, recognition: string, dossiers: string): Promise<void> {
  await page.locator(`[name="rounds.${index}.townRecognitionBefore"]`).fill(recognition);
  await page.locator(`[name="rounds.${index}.dossiersToProvinceBefore"]`).fill(dossiers);
}

describe('the plan of a new year', () => {
  it('starts from the newest plan: its words, and beside each empty number and day what that plan has', async () => {
    const { page, errors } = await as('kinhte', '/quan-tri/quy-dinh');
    await page.getByRole('link', { name: 'Ghi kế hoạch năm mới' }).click();
    await expectShown(page.getByRole('heading', { name: 'Ghi kế hoạch năm mới' }));
    expect(await page.locator('[name="year"]').inputValue()).toBe('2025');
    await expectFocus(page, 'year');
    expect(await page.locator('[name="title"]').inputValue()).toContain('năm 2025');
    for (const name of ['number', 'issuedOn', 'supplementBefore', 'targets.0.minimum', 'rounds.0.townRecognitionBefore', 'rounds.1.dossiersToProvinceBefore', 'reports.0.dueBefore']) {
      expect([name, await page.locator(`[name="${name}"]`).inputValue()]).toEqual([name, '']);
    }
    expect(await hint(page, 'rounds.0.townRecognitionBefore')).toBe('năm 2024: 10/7/2024');
    expect(await hint(page, 'targets.0.minimum')).toBe('năm 2024: 2');
    expect(await page.locator('[name="targets.0.text"]').inputValue()).toContain('ít nhất 02 sản phẩm');
    expect(await page.locator('[name="legalBasis.0.number"]').inputValue()).toBe('148/QĐ-TTg');
    expect(await violations(page)).toEqual([]);
    expect(unexpected(errors)).toEqual([]);
    await page.context().close();
  }, STORY);

  it('keeps what was typed over a reload, tells every fault at once with the first in focus, and once written opens its year (III.3, V.4)', async () => {
    const { page, errors } = await as('kinhte', '/quan-tri/ke-hoach-moi?year=2024', { viewport: phone, colorScheme: 'dark' });
    // The year is written over by the keyboard; the title follows it.
    await expectFocus(page, 'year');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2019');
    await page.keyboard.press('Tab');
    await page.keyboard.type('77/KH-UBND');
    await page.keyboard.press('Tab');
    await page.keyboard.type('8/4/2019');
    expect(await page.locator('[name="title"]').inputValue()).toContain('năm 2019');
    await fillRound(page, 0, '10/7/2019', '9/7/2019');
    await fillRound(page, 1, '10/10/2018', '15/10/2019');
    await page.reload();
    await expectShown(page.getByText('Đã khôi phục bản nháp lúc', { exact: false }));
    expect(await page.locator('[name="rounds.0.townRecognitionBefore"]').inputValue()).toBe('10/7/2019');

    await press(page, 'Ghi kế hoạch');
    await expectShown(page.locator('[name="supplementBefore"][aria-invalid="true"]'));
    await expectFocus(page, 'supplementBefore');
    await expectShown(page.getByRole('alert').getByText('Bổ sung danh mục sản phẩm trước ngày (mục V.4): Chưa ghi.'));
    await page.locator('[name="supplementBefore"]').fill('10/6/2020');
    await page.keyboard.press('Enter');
    const summary = page.getByRole('alert');
    await expectShown(summary.getByText('Chưa ghi được, cần sửa 4 chỗ:'));
    for (const sentence of [
      'Hạn bổ sung danh mục phải trong năm của kế hoạch (mục V.4).', 'Hạn gửi hồ sơ lên tỉnh phải từ ngày thị xã công nhận trở đi (mục III.3).',
      'Hạn thị xã công nhận phải sau ngày ban hành kế hoạch (mục III.3).', 'Hạn thị xã công nhận phải sau hạn của đợt trước (mục III.3).',
    ]) await expectShown(summary.getByText(sentence));
    await expectFocus(page, 'rounds.0.dossiersToProvinceBefore');
    expect(await violations(page)).toEqual([]);
    expect(await width(page)).toBe(phone.width);

    await page.locator('[name="supplementBefore"]').fill('10/6/2019');
    await fillRound(page, 0, '10/7/2019', '15/7/2019');
    await press(page, 'Bỏ đợt 2');
    await expectGone(page.getByRole('button', { name: 'Bỏ đợt 2' }));
    await page.locator('[name="targets.0.minimum"]').fill('3');
    await press(page, 'Thêm nơi nhận');
    const recipients = page.locator('[name^="recipients."]');
    await recipients.last().fill('Các xã, phường');
    await press(page, 'Thêm căn cứ');
    await press(page, `Bỏ căn cứ ${await page.locator('[name^="legalBasis."][name$=".number"]').count()}`);
    await press(page, 'Ghi kế hoạch');

    await expectShown(page.getByRole('status').getByText('Đã ghi kế hoạch năm 2019.'));
    await expectShown(page.getByText('Kế hoạch 77/KH-UBND', { exact: false }).first());
    expect(new URL(page.url()).searchParams.get('year')).toBe('2019');
    expect(await page.locator('.year-select option').allInnerTexts()).toContain('2019');
    expect(await violations(page)).toEqual([]);
    expect(await width(page)).toBe(phone.width);
    // It was said once.
    await page.getByRole('link', { name: 'Danh mục năm' }).click();
    await expectGone(page.getByText('Đã ghi kế hoạch năm 2019.'));

    // A second one of the year is refused by the name of the first; the form of the next year goes on from the newest.
    await page.goto(address('/quan-tri/ke-hoach-moi?year=2019', 'entered'));
    await page.locator('[name="year"]').fill('2019');
    await page.locator('[name="number"]').fill('78/KH-UBND');
    await page.locator('[name="issuedOn"]').fill('8/4/2019');
    await page.locator('[name="supplementBefore"]').fill('10/6/2019');
    await fillRound(page, 0, '10/7/2019', '15/7/2019');
    await fillRound(page, 1, '10/10/2019', '15/10/2019');
    await press(page, 'Ghi kế hoạch');
    await expectShown(page.getByRole('alert').getByText('Đã có kế hoạch năm 2019: Kế hoạch số 77/KH-UBND ngày 08/4/2019.'));
    await expectFocus(page, 'year');
    await press(page, 'Thôi');
    await expectShown(page.getByRole('heading', { name: 'Quy định', exact: true }));
    expect(unexpected(errors)).toEqual([]);
    await page.context().close();
  }, STORY);

  it('is put right with a reason; who typed over what somebody else changed meanwhile sees both and loses nothing', async () => {
    const { page, errors } = await as('kinhte', '/quan-tri/quy-dinh?year=2019');
    const { page: other } = await as('kinhte', '/quan-tri/sua-ke-hoach?year=2019');
    await page.getByRole('link', { name: 'Sửa kế hoạch năm 2019' }).click();
    await expectShown(page.getByRole('heading', { name: 'Sửa kế hoạch năm 2019' }));
    expect(await page.locator('[name="issuedOn"]').inputValue()).toBe('08/4/2019');
    expect(await page.locator('[name="targets.0.minimum"]').inputValue()).toBe('3');
    expect(await violations(page)).toEqual([]);
    await page.locator('[name="rounds.0.dossiersToProvinceBefore"]').fill('20/7/2019');
    await press(page, 'Lưu kế hoạch');
    await expectShown(page.getByRole('alert').getByText('Chưa ghi.'));
    await expectFocus(page, 'reason');

    await other.locator('[name="number"]').fill('79/KH-UBND');
    await other.locator('[name="reason"]').fill('Ghi nhầm số');
    await press(other, 'Lưu kế hoạch');
    await expectShown(other.getByRole('status').getByText('Đã sửa kế hoạch năm 2019.'));
    await expectShown(other.getByText('Kế hoạch 79/KH-UBND', { exact: false }).first());
    await other.context().close();

    await page.locator('[name="reason"]').fill('Ghi nhầm ngày gửi hồ sơ');
    await page.keyboard.press('Enter');
    const meanwhile = page.getByRole('alert');
    await expectShown(meanwhile.getByText('Người khác vừa sửa trong lúc bạn đang ghi'));
    await expectShown(meanwhile.getByRole('cell', { name: '79/KH-UBND' }).first());
    expect(await violations(page)).toEqual([]);
    await press(page, 'Gửi lại');
    await expectShown(page.getByRole('status').getByText('Đã sửa kế hoạch năm 2019.'));
    const { number, rounds } = (await (await page.request.get(address('/api/v1/plans/2019/form', 'entered'))).json()) as { number: string; rounds: object[] };
    expect([number, rounds]).toEqual(['79/KH-UBND', [expect.objectContaining({ townRecognitionBefore: '2019-07-10', dossiersToProvinceBefore: '2019-07-20' })]]);
    expect(unexpected(errors)).toEqual([]);
    await page.context().close();
  }, STORY);

  it('is for the economic office: the leadership is not led there and told for whom it is', async () => {
    const { page, errors } = await as('lanhdao', '/quan-tri/quy-dinh?year=2024');
    await expectShown(page.getByRole('heading', { name: 'Quy định', exact: true }));
    expect(await page.getByRole('link', { name: 'Ghi kế hoạch năm mới' }).count()).toBe(0);
    await page.goto(address('/quan-tri/ke-hoach-moi?year=2024', 'entered'));
    await expectShown(page.getByText('Phòng Kinh tế', { exact: false }));
    expect(unexpected(errors)).toEqual([]);
    await page.context().close();
  }, STORY);
});
