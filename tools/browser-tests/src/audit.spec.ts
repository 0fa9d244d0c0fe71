import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { expectGone, expectShown, openBrowser, openPage, own, signIn } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe('the audit trail', () => {
  it('is searched, opened and proved whole by the auditor, who sees sentences', async () => {
    const { page, errors } = await openPage(browser, {}, 'nobody');
    await signIn(page, '/quan-tri/nhat-ky', 'kiemtoan');
    await expectShown(page.getByRole('table'));
    await page.getByLabel('Việc', { exact: true }).selectOption({ label: 'tạo tài khoản quản trị đầu tiên' });
    await expectShown(page.getByText('1 dòng', { exact: true }));
    expect(new URL(page.url()).searchParams.get('action')).toBe('first-administrator-made');
    // Days are typed as everywhere else; one that is none filters nothing and says why.
    await page.getByLabel('Đến ngày').fill('1/1/2000');
    await expectShown(page.getByText('0 dòng', { exact: true }));
    await page.getByLabel('Đến ngày').fill('31/2/2000');
    await page.keyboard.press('Tab');
    await expectShown(page.getByText('Không phải là một ngày có thật', { exact: false }));
    await expectShown(page.getByText('1 dòng', { exact: true }));
    const top = async (label: string) => (await page.getByLabel(label, { exact: true }).boundingBox())?.y;
    expect(await top('Từ ngày')).toBe(await top('Đến ngày'));
    await page.getByRole('button', { name: 'Bỏ điều kiện' }).click();
    expect(await page.getByLabel('Đến ngày').inputValue()).toBe('');
    // The one line found before stays until all have come.
    await expectGone(page.getByText('1 dòng', { exact: true }));
    await page.getByLabel('Việc', { exact: true }).selectOption({ label: 'tạo tài khoản quản trị đầu tiên' });
    await expectShown(page.getByText('1 dòng', { exact: true }));
    await page.getByText('Chi tiết').first().click();
    await expectShown(page.getByText('Mã băm', { exact: true }).first());
    // What is typed in the midst of a word stays where it is typed, as what an input method composes.
    const search = page.getByRole('searchbox');
    await search.pressSequentially('nhat ky');
    await page.keyboard.press('Home');
    await search.pressSequentially('ABC');
    expect(await search.inputValue()).toBe('ABCnhat ky');
    await expectShown(page.getByText('0 dòng', { exact: true }));
    await page.getByRole('button', { name: 'Kiểm tra toàn vẹn' }).click();
    await expectShown(page.getByText('Nguyên vẹn:', { exact: false }));
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });
});
