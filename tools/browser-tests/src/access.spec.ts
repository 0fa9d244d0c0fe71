import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { address, expectShown, openAs, openBrowser, openPage, own, password, phone, signIn, signInAt, violations } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const CHOSEN = 'chiec non bai tho ben song';

describe('signing in', () => {
  it('is asked before anything is shown; a wrong password is said in words, a right one shows the page that was wanted', async () => {
    const { page, errors } = await openPage(browser, {}, 'nobody');
    await page.goto(address('/san-pham?year=2024', 'demo'));
    await expectShown(page.getByRole('heading', { name: 'Đăng nhập' }));
    expect(await page.getByText('Danh mục').count()).toBe(0);
    await page.getByLabel('Tên đăng nhập').fill('lanhdao');
    await page.keyboard.press('Tab');
    await page.keyboard.type('sai hoan toan roi');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('alert').getByText('Tên đăng nhập hoặc mật khẩu không đúng.'));
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password());
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('table').first());
    expect(new URL(page.url()).pathname).toBe('/san-pham');
    expect(await page.getByRole('button', { name: 'Lập báo cáo' }).count()).toBe(0);
    await page.getByRole('button', { name: /^Tài khoản/ }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await expectShown(page.getByRole('heading', { name: 'Đăng nhập' }));
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });

  it('again in place when the session ends amid work: what was typed is still there', async () => {
    const { page, errors } = await openPage(browser, {}, 'nobody');
    await signIn(page, '/quan-tri/tai-khoan/moi', 'admin');
    await page.getByLabel('Tên hiển thị').fill('Người đang được mời');
    await page.getByRole('checkbox', { name: /^Lãnh đạo/ }).check();
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Mời và tạo liên kết' }).click();
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
    await expectShown(dialog);
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(password());
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Tên hiển thị').inputValue()).toBe('Người đang được mời');
    expect(await page.getByRole('checkbox', { name: /^Lãnh đạo/ }).isChecked()).toBe(true);
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });
});

describe('a password', () => {
  it('is hidden until one looks, may be pasted, and says to a password manager what it is (ASVS 6.2.6, 6.2.7)', async () => {
    const { page, errors } = await openPage(browser, {}, 'nobody');
    await page.goto(address('/', 'demo'));
    const [username, field] = [page.getByLabel('Tên đăng nhập'), page.getByLabel('Mật khẩu', { exact: true })];
    await username.fill(CHOSEN);
    await username.press('Control+a');
    await username.press('Control+c');
    await field.press('Control+v');
    expect(await Promise.all([field.inputValue(), field.getAttribute('type'), field.getAttribute('autocomplete'), username.getAttribute('autocomplete')])).toEqual([
      CHOSEN, 'password', 'current-password', 'username',
    ]);
    await page.getByRole('checkbox', { name: 'Hiện mật khẩu' }).check();
    expect(await Promise.all([field.inputValue(), field.getAttribute('type')])).toEqual([CHOSEN, 'text']);
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });
});

describe('signing out', () => {
  it('is at hand on every page, and leaves nothing to read: no page, no cookie of the session, no more in the browser than choices (ASVS 7.4.4, 14.3.1, 14.3.3)', async () => {
    const { page, errors } = await openPage(browser, {}, 'nobody');
    await signIn(page, '/san-pham?year=2024', 'lanhdao');
    const other = await page.context().newPage();
    await other.goto(address('/quan-tri/quyen', 'demo'));
    await expectShown(other.getByRole('table').first());
    const menu = page.getByRole('button', { name: /^Tài khoản/ });
    for (const name of ['Báo cáo', 'Tổng quan', 'Danh mục năm']) {
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
      await menu.click();
      await expectShown(page.getByRole('button', { name: 'Đăng xuất' }));
    }
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    const signInPage = page.getByRole('heading', { name: 'Đăng nhập' });
    await expectShown(signInPage);
    await page.goBack();
    await expectShown(signInPage);
    expect(await page.getByRole('navigation').count()).toBe(0);
    // As the browser tells a page that it shows again from its memory.
    await other.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expectShown(other.getByRole('heading', { name: 'Đăng nhập' }));
    expect(await other.getByRole('table').count()).toBe(0);

    expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['ocop-device']);
    const kept = await page.evaluate(async () => ({
      cookies: document.cookie, choices: Object.keys(localStorage), ofTab: Object.keys(sessionStorage), databases: await indexedDB.databases(), caches: await caches.keys(),
    }));
    expect(kept.choices.filter((key) => !/^ocop-(language|theme|money-unit|show-annulled|product-density|product-columns|columns-\w+)$/.test(key))).toEqual([]);
    // How far pages were scrolled, under keys without a meaning.
    expect(kept.ofTab.filter((key) => !key.startsWith('tsr-scroll-restoration-'))).toEqual([]);
    expect(kept).toMatchObject({ cookies: '', databases: [], caches: [] });
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });
});

describe('an invitation', () => {
  it('goes from the administrator to a commune officer who sees the own commune only', async () => {
    const { page, errors } = await openPage(browser, {}, 'nobody');
    await signIn(page, '/quan-tri/tai-khoan/moi', 'admin');
    const name = `Cán bộ Hương Vân ${Date.now() % 100_000}`;
    await page.getByLabel('Tên hiển thị').fill(name);
    const username = await page.getByLabel('Tên đăng nhập').inputValue();
    expect(username).toMatch(/^can\.bo\.huong\.van\.\d+$/);
    await page.getByRole('button', { name: 'Mời và tạo liên kết' }).click();
    await expectShown(page.getByText('Vai trò phải có ít nhất một vai trò', { exact: false }).first());
    await page.getByRole('checkbox', { name: /^Cán bộ xã, phường/ }).check();
    await page.getByRole('radio', { name: 'Chỉ những địa phương được chọn' }).check();
    await page.getByLabel('Tìm địa phương').fill('huong van');
    await page.getByRole('checkbox', { name: 'Phường Hương Vân' }).check();
    await page.getByRole('button', { name: 'Mời và tạo liên kết' }).click();
    const link = await page.getByLabel('Liên kết', { exact: true }).inputValue();
    await page.context().close();

    const { page: invited, errors: theirs } = await openPage(browser, { viewport: phone }, 'nobody');
    await invited.goto(link);
    await expectShown(invited.getByText(name, { exact: false }));
    expect(new URL(invited.url()).hash).toBe('');
    expect(await violations(invited)).toEqual([]);
    await invited.getByLabel('Mật khẩu mới').fill('matkhau123456');
    await invited.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await expectShown(invited.getByText('Mật khẩu dễ đoán ra', { exact: false }).first());
    await invited.getByLabel('Mật khẩu mới').fill(CHOSEN);
    await invited.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await invited.getByRole('link', { name: 'Đến trang đăng nhập' }).click();
    await signIn(invited, '/san-pham?year=2024', username, CHOSEN);
    await expectShown(invited.getByText('Phạm vi: Phường Hương Vân').first());
    expect(await invited.getByRole('link', { name: 'Báo cáo', exact: true }).count()).toBe(0);
    for (const elsewhere of ['Phường Tứ Hạ', 'Xã Bình Tiến']) expect(await invited.getByText(elsewhere).count()).toBe(0);

    await invited.goto(address('/bao-cao?year=2024', 'demo'));
    await expectShown(invited.getByRole('heading', { name: 'Trang này không thuộc phần việc của bạn' }));

    await invited.goto(link);
    await expectShown(invited.getByRole('heading', { name: 'Liên kết không còn dùng được' }));
    expect(own(theirs).filter((error) => !/40[034] \(/.test(error))).toEqual([]);
    expect(own(errors).filter((error) => !/400 \(/.test(error))).toEqual([]);
    await invited.context().close();
  });
});

describe('a page without the permission', () => {
  it.each([
    ['tuha', '/quan-tri/nhat-ky', 'Trang dành cho: Kiểm tra.'],
    ['lanhdao', '/quan-tri/tai-khoan', 'Trang dành cho: Quản trị viên'],
  ])('tells %s for whom %s is', async (username, path, sentence) => {
    const { page, errors } = await openPage(browser, {}, 'nobody');
    await signIn(page, path, username);
    await expectShown(page.getByText(sentence, { exact: false }));
    expect(await violations(page)).toEqual([]);
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });
});

describe('an administrator and nothing else', () => {
  it('starts with the accounts, without figures of the programme in the navigation; a name of 100 letters breaks neither table nor menu', async () => {
    const { page: admin } = await openPage(browser, {}, 'nobody');
    await signIn(admin, '/quan-tri/tai-khoan/moi', 'admin');
    await admin.getByLabel('Tên hiển thị').fill('N'.repeat(100));
    await admin.getByLabel('Tên đăng nhập').fill('chi-quan-tri');
    await admin.getByRole('checkbox', { name: /^Quản trị viên/ }).check();
    await admin.getByRole('button', { name: 'Mời và tạo liên kết' }).click();
    const link = await admin.getByLabel('Liên kết', { exact: true }).inputValue();
    await admin.goto(address('/quan-tri/tai-khoan', 'demo'));
    const status = admin.getByRole('columnheader', { name: 'Trạng thái' });
    expect((await status.boundingBox())?.height).toBeLessThan(60);
    await admin.context().close();

    const { page, errors } = await openPage(browser, {}, 'nobody');
    await page.goto(link);
    await page.getByLabel('Mật khẩu mới').fill('muoi hai con thuyen tren pha');
    await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await expectShown(page.getByText('Đã đặt mật khẩu.', { exact: false }));
    await signIn(page, '/', 'chi-quan-tri', 'muoi hai con thuyen tren pha');
    await expectShown(page.getByRole('heading', { name: 'Tài khoản', level: 1 }));
    expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual(['Tài khoản']);
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: /^Tài khoản/ }).click();
    const menu = await page.locator('#account').boundingBox();
    const signOut = await page.getByRole('button', { name: 'Đăng xuất' }).boundingBox();
    expect((menu?.x ?? -1) >= 0 && (menu?.x ?? 0) + (menu?.width ?? 0) <= phone.width).toBe(true);
    expect(signOut?.height).toBeLessThan(48);
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });
});

describe('two tabs of one browser', () => {
  it('show the same person: where another signed in, the first is made anew when one comes back to it', async () => {
    const { page: first } = await openAs(browser, 'kinhte', '/?year=2024');
    await expectShown(first.getByRole('button', { name: 'Tài khoản: Phòng Kinh tế' }));
    const second = await first.context().newPage();
    await second.goto(address('/?year=2024', 'entered'));
    await second.getByRole('button', { name: 'Tài khoản: Phòng Kinh tế' }).click();
    await second.getByRole('button', { name: 'Đăng xuất' }).click();
    await expectShown(second.getByRole('heading', { name: 'Đăng nhập' }));
    await signInAt(second, address('/?year=2024', 'entered'), 'taichinh');
    await first.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expectShown(first.getByRole('button', { name: 'Tài khoản: Phòng Tài chính' }));
    await first.context().close();
  });
});

describe.each([{}, { viewport: phone, colorScheme: 'dark' as const }])('accessibility (%j)', (options) => {
  it('no page of accounts, permissions and the audit trail breaks a rule', async () => {
    const { page, errors } = await openPage(browser, options, 'nobody');
    await page.goto(address('/', 'demo'));
    await expectShown(page.getByRole('heading', { name: 'Đăng nhập' }));
    expect(await violations(page)).toEqual([]);
    await signIn(page, '/tai-khoan', 'admin');
    for (const [path, heading] of [
      ['/tai-khoan', 'Tài khoản của tôi'],
      ['/quan-tri/tai-khoan', 'Tài khoản'],
      ['/quan-tri/tai-khoan/moi', 'Mời một người'],
      ['/quan-tri/tai-khoan/2', 'Lãnh đạo (minh họa)'],
      ['/quan-tri/quyen', 'Ai được làm gì'],
    ] as const) {
      await page.goto(address(path, 'demo'));
      await expectShown(page.getByRole('heading', { name: heading, level: 1 }));
      expect({ path, found: await violations(page) }).toEqual({ path, found: [] });
    }
    await page.context().clearCookies();
    await signIn(page, '/quan-tri/nhat-ky', 'kiemtoan');
    await expectShown(page.getByRole('table'));
    await page.getByText('Chi tiết').first().click();
    expect(await violations(page)).toEqual([]);
    expect(own(errors)).toEqual([]);
    await page.context().close();
  });
});
