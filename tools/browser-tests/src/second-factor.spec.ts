import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { address, expectFocused, expectShown, openBrowser, openPage, own, password, signIn, violations } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** The code the telephone shows now, or `steps` half minutes later: a code is taken once. */
const codeOf = (key: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** Types a code where the page waits for one. */
async function typeCode(page: Page, code: string): Promise<void> {
  await expectFocused(page.locator('[name="code"]'));
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expectShown(page.getByRole('heading', { name: 'Đăng nhập' }));
}

async function confirmPassword(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).click();
  await page.getByRole('dialog', { name: title }).getByLabel('Nhập mật khẩu để tiếp tục').fill(password());
  await page.keyboard.press('Enter');
}

describe('the second factor', () => {
  it('is turned on by a code, asked at the next sign-in, passed by a code or once by a recovery code, and turned off again', async () => {
    const { page, errors } = await openPage(browser, {}, 'nobody');
    await signIn(page, '/tai-khoan', 'taichinh');
    await confirmPassword(page, 'Bật xác thực hai bước');
    await expectShown(page.getByRole('img', { name: 'Hình QR của khóa xác thực' }));
    expect(await violations(page)).toEqual([]);
    const key = await page.locator('code.key').innerText();
    const field = page.getByLabel('2. Nhập sáu chữ số ứng dụng đang hiện.');
    await field.fill('000000');
    await page.keyboard.press('Enter');
    await expectShown(page.getByText('Mã xác thực không đúng hoặc đã dùng rồi.').first());
    await field.fill(codeOf(key));
    await page.keyboard.press('Enter');
    const codes = page.getByRole('region', { name: 'Mã khôi phục' });
    await expectShown(codes);
    expect(await violations(page)).toEqual([]);
    const recoveryCodes = await codes.getByRole('listitem').allInnerTexts();
    expect(new Set(recoveryCodes).size).toBe(10);
    await page.getByRole('button', { name: 'Tôi đã lưu' }).click();
    await expectShown(page.getByText('Đang bật. Còn 10 mã khôi phục.'));

    await signOut(page);
    await signIn(page, '/tai-khoan', 'taichinh');
    await expectShown(page.getByRole('heading', { name: 'Xác thực hai bước', level: 1 }));
    expect(await page.getByText('Phiên làm việc').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await typeCode(page, codeOf(key, 1));
    await expectShown(page.getByRole('heading', { name: 'Tài khoản của tôi' }));

    await signOut(page);
    await signIn(page, '/tai-khoan', 'taichinh');
    await page.getByRole('button', { name: 'Dùng mã khôi phục' }).click();
    await typeCode(page, (recoveryCodes[0] ?? '').toUpperCase());
    await expectShown(page.getByText('Đang bật. Còn 9 mã khôi phục.'));

    await signOut(page);
    await signIn(page, '/tai-khoan', 'taichinh');
    await page.getByRole('button', { name: 'Dùng mã khôi phục' }).click();
    await typeCode(page, recoveryCodes[0] ?? '');
    await expectShown(page.getByText('Mã xác thực không đúng hoặc đã dùng rồi.').first());
    await page.getByLabel('Mã khôi phục').fill(recoveryCodes[1] ?? '');
    await page.keyboard.press('Enter');
    await expectShown(page.getByText('Đang bật. Còn 8 mã khôi phục.'));

    await confirmPassword(page, 'Tắt xác thực hai bước');
    await expectShown(page.getByText('Đang tắt.', { exact: false }));
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });
});

describe('the second factor where it is required', () => {
  it('is set up in place at the first sign-in, and cannot be turned off (ASVS 6.3.3)', async () => {
    const { page, errors } = await openPage(browser, {}, 'nobody');
    await signIn(page, '/tai-khoan', 'admin', password(), 'strict');
    await expectShown(page.getByRole('heading', { name: 'Bật xác thực hai bước', level: 1 }));
    expect(await page.getByText('Phiên làm việc').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await expectFocused(page.locator('[name="password"]'));
    await page.keyboard.type(password());
    await page.keyboard.press('Enter');
    const key = await page.locator('code.key').innerText();
    expect(await violations(page)).toEqual([]);
    await typeCode(page, codeOf(key));
    await expectShown(page.getByRole('region', { name: 'Mã khôi phục' }));
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tôi đã lưu' }).click();
    await expectShown(page.getByText('Nơi này bắt buộc xác thực hai bước', { exact: false }));
    expect(await page.getByRole('button', { name: 'Tắt xác thực hai bước' }).count()).toBe(0);

    await signOut(page);
    await signIn(page, '/tai-khoan', 'admin', password(), 'strict');
    await typeCode(page, codeOf(key, 1));
    await expectShown(page.getByRole('heading', { name: 'Tài khoản của tôi' }));
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });
});

describe('the own sessions', () => {
  it('are listed with their device; one ended here is over there, and its page asks for the password in place', async () => {
    const { page: here, errors } = await openPage(browser, {}, 'nobody');
    const { page: there, errors: theirs } = await openPage(
      browser,
      { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' },
      'nobody',
    );
    await signIn(there, '/quan-tri/quyen', 'kinhte');
    await expectShown(there.getByRole('heading', { name: 'Ai được làm gì' }));
    await signIn(here, '/tai-khoan', 'kinhte');
    const confirm = async (title: string | RegExp) => {
      await here.getByRole('button', { name: title }).click();
      const dialog = here.getByRole('dialog', { name: title });
      await dialog.getByLabel('Nhập mật khẩu để tiếp tục').fill(password());
      await here.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
    };
    await confirm(/^Kết thúc phiên Firefox trên Linux/);
    await here.getByRole('button', { name: /^Kết thúc phiên Firefox trên Linux/ }).waitFor({ state: 'detached' });
    await expectShown(here.getByText('phiên này'));

    await there.getByRole('link', { name: 'Sản phẩm' }).click();
    const dialog = there.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(password());
    await there.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expectShown(there.getByRole('table').first());

    await here.reload();
    await confirm('Kết thúc mọi phiên khác');
    await here.getByRole('button', { name: 'Kết thúc mọi phiên khác' }).waitFor({ state: 'detached' });
    expect((await there.request.get(address('/api/v1/session', 'demo'))).status()).toBe(401);
    expect(own(errors)).toEqual([]);
    expect(own(theirs)).toEqual([]);
    await here.context().close();
    await there.context().close();
  });
});
