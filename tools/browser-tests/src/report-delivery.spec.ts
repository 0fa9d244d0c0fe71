import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectGone, expectShown, openBrowser, openPage, own, password, phone, signIn, violations } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const as = async (who: string, path: string) => {
  const opened = await openPage(browser, {}, 'nobody');
  await signIn(opened.page, path, who, password(), 'entered');
  return opened;
};

/** Asks the API as who is signed in on the page. */
const ask = async (page: Page, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<{ id: number; items: { section: string; required: boolean; text: string | null }[] }> => {
  const answer = await page.request.fetch(address(`/api/v1/${path}`, 'entered'), { method, ...(body === undefined ? {} : { data: body }) });
  expect(`${path} ${answer.ok() ? '' : await answer.text()}`).toBe(`${path} `);
  return (await answer.json()) as Awaited<ReturnType<typeof ask>>;
};

describe('an issued report by mail', () => {
  it('goes to the recipients of the list, says how each letter stands and why one did not go out, and is sent again when the address is put right', async () => {
    const { page, errors } = await as('kinhte', '/bao-cao?year=2022');
    const { page: leader } = await as('lanhdao', '/bao-cao?year=2022');
    const { id } = await ask(page, 'POST', 'reports', { year: 2022, period: 'H1' });
    for (const { section, required, text } of (await ask(page, 'GET', `reports/${id}/texts`)).items) {
      if (required && text === null) await ask(page, 'PUT', `reports/${id}/texts/${section}`, { text: 'Nội dung thử.', version: 0 });
    }
    await ask(page, 'POST', `reports/${id}/submission`, { note: null });
    await ask(leader, 'POST', `reports/${id}/approval`, { note: null });
    await ask(page, 'POST', `reports/${id}/issue`, { number: '15/BC-UBND', issuedOn: '2022-06-20', signatureLines: ['CHỦ TỊCH'], signatoryName: 'Người ký thử' });

    const add = async (name: string, mail: string) => {
      await page.getByRole('button', { name: 'Thêm nơi nhận' }).click();
      await page.getByLabel('Tên nơi nhận').fill(name);
      await page.getByLabel('Địa chỉ thư điện tử').fill(mail);
      await page.keyboard.press('Enter');
    };
    await add('Văn phòng Điều phối', 'vpdp');
    await expectShown(page.getByRole('alert').getByText('phải là địa chỉ thư điện tử', { exact: false }).first());
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Địa chỉ thư điện tử').fill('vpdp@tinh.example');
    await page.keyboard.press('Enter');
    await expectGone(page.getByLabel('Tên nơi nhận'));
    await add('Sở Nông nghiệp', 'khong-co@tinh.example');
    const list = page.getByRole('table', { name: 'Nơi nhận báo cáo, theo tên' });
    await expectShown(list.getByRole('row', { name: /Sở Nông nghiệp.*khong-co@tinh\.example/ }));

    await page.goto(address(`/bao-cao/${id}?year=2022`, 'entered'));
    await page.getByRole('button', { name: 'Gửi qua thư điện tử' }).click();
    await page.getByLabel('Lời nhắn trong thư (không bắt buộc)').fill('Kính chuyển Quý cơ quan.');
    for (const name of ['Sở Nông nghiệp', 'Văn phòng Điều phối']) expect(await page.getByRole('checkbox', { name: new RegExp(name) }).isChecked()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Gửi qua thư điện tử' }).click();
    const letters = page.getByRole('table', { name: 'Thư đã gửi và đang chờ gửi' });
    await expectShown(letters.getByRole('row', { name: /^Văn phòng Điều phối.*đã gửi lúc/ }));
    await expectShown(letters.getByRole('row', { name: /^Sở Nông nghiệp.*không gửi được, đã thử 1 lần.*Máy chủ thư từ chối: 550 5\.1\.1 No such mailbox/ }));
    await page.getByRole('button', { name: 'Gửi lại cho Sở Nông nghiệp' }).click();
    await expectShown(letters.getByRole('row', { name: /^Sở Nông nghiệp.*không gửi được, đã thử 2 lần/ }));
    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);

    await leader.goto(address(`/bao-cao/${id}?year=2022`, 'entered'));
    await expectShown(leader.getByText('Máy chủ thư từ chối: 550', { exact: false }));
    expect(await leader.getByRole('button', { name: /^Gửi/ }).count()).toBe(0);
    await leader.goto(address('/bao-cao?year=2022', 'entered'));
    await expectShown(leader.getByRole('heading', { name: 'Nơi nhận báo cáo qua thư điện tử' }));
    expect(await leader.getByRole('button', { name: 'Thêm nơi nhận' }).count()).toBe(0);

    await page.goto(address('/bao-cao?year=2022', 'entered'));
    await page.getByRole('button', { name: 'Bỏ nơi nhận: Sở Nông nghiệp' }).click();
    await expectShown(page.getByText('Đã bỏ Sở Nông nghiệp khỏi danh sách', { exact: false }));
    await page.goto(address(`/bao-cao/${id}?year=2022`, 'entered'));
    await expectShown(page.getByText('Địa chỉ này không còn trong danh sách nơi nhận', { exact: false }));
    expect(own(errors).filter((error) => !error.includes('400 ('))).toEqual([]);
    await page.context().close();
    await leader.context().close();
  }, 120_000);

  it('where none is configured is said plainly, with what to do instead', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/bao-cao?year=2024'));
    await expectShown(page.getByText('Nơi cài đặt này chưa cấu hình thư điện tử, nên báo cáo phải tải về và gửi bằng cách khác.', { exact: false }));
    await page.context().close();
  });
});
