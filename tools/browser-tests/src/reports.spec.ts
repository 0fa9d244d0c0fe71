import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { address, expectGone, expectShown, openBrowser, openPage, own, password, phone, signIn, violations, wide } from './browser.js';
import { pdfWords } from './pdf-words.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe('reports', () => {
  it('stand there made by themselves, late and saying so; the PDF opens, and the same figures make no second report', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(address('/bao-cao?year=2024'));
    const calendar = page.getByRole('table', { name: 'Báo cáo tự lập của năm 2024' });
    for (const name of ['6 tháng đầu năm 2024', 'Cả năm 2024']) {
      await expectShown(calendar.getByRole('row', { name: new RegExp(`^${name}.*đã lập bù, muộn [\\d.]+ ngày.*đang soạn`) }));
    }
    await expectShown(page.getByText('2 báo cáo.', { exact: false }));
    const link = page.getByRole('link', { name: /Mở PDF/ }).first();
    const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    expect(answer.headers()['content-type']).toContain('application/pdf');
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');

    await page.getByRole('button', { name: 'Lập báo cáo' }).click();
    await expectShown(page.getByText('Số liệu không đổi nên không lập thêm'));
    await page.getByRole('link', { name: 'đang soạn' }).first().click();
    await expectShown(page.getByRole('heading', { name: /^Báo cáo 6 tháng đầu năm 2024/, level: 1 }));
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('goes from a draft over approval to the paper issued, written, handed between the economic office and leadership, and replaced (Decree 30/2020, Articles 10 to 15)', async () => {
    const as = async (who: string, path: string) => {
      const opened = await openPage(browser, {}, 'nobody');
      await signIn(opened.page, path, who, password(), 'entered');
      return opened;
    };
    const { page, errors } = await as('kinhte', '/bao-cao?year=2023&period=H1');
    const take = async (on: typeof page, name: string, said: string) => {
      await on.getByRole('button', { name, exact: true }).click();
      await on.getByRole('button', { name, exact: true }).click();
      await expectShown(on.getByText(said, { exact: true }));
    };
    await page.getByRole('button', { name: 'Lập báo cáo' }).click();
    await page.getByRole('link', { name: '6 tháng đầu năm 2023', exact: true }).first().click();
    await expectShown(page.getByRole('heading', { name: /^Báo cáo 6 tháng đầu năm 2023/, level: 1 }));
    await expectShown(page.getByText('đang soạn', { exact: true }));
    await page.getByRole('button', { name: 'Trình duyệt', exact: true }).click();
    await page.getByRole('button', { name: 'Trình duyệt', exact: true }).click();
    await expectShown(page.getByRole('alert').getByText('Chưa có nội dung của các phần: Văn bản chỉ đạo;', { exact: false }).first());
    await page.getByRole('button', { name: 'Thôi' }).click();
    await page.getByRole('button', { name: 'Viết phần: Hạn chế, khó khăn' }).click();
    await page.getByRole('button', { name: /^Thêm câu:/ }).first().click();
    const suggested = await page.getByLabel('Nội dung', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'Lưu nội dung' }).click();
    await expectShown(page.getByText(suggested, { exact: true }));
    for (const part of ['Văn bản chỉ đạo', 'Tổ chức thực hiện', 'Kết quả đạt được', 'Nguyên nhân', 'Nhiệm vụ trọng tâm', 'Đề xuất, kiến nghị']) {
      await page.getByRole('button', { name: `Viết phần: ${part}` }).click();
      await page.getByRole('button', { name: 'Không có gì thêm' }).click();
      await expectGone(page.getByRole('button', { name: 'Không có gì thêm' }));
    }
    await expectShown(page.getByText('Các phần cần có đã đủ.'));
    await take(page, 'Trình duyệt', 'Đã trình duyệt.');
    const path = new URL(page.url());

    const { page: leader } = await as('lanhdao', `${path.pathname}${path.search}`);
    await take(leader, 'Duyệt', 'Đã duyệt.');
    expect(await leader.getByRole('button', { name: 'Ban hành' }).count()).toBe(0);
    expect(await violations(leader)).toEqual([]);

    await page.reload();
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await page.getByLabel('Số báo cáo').fill('5/BC-UBND');
    await page.getByLabel('Ngày ban hành').fill('20/6/2023');
    await page.getByLabel('Họ và tên người ký').fill('Người ký thử');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('alert').getByText('số dưới 10 có số 0 ở trước', { exact: false }));
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Số báo cáo').fill('05/BC-UBND');
    await page.keyboard.press('Enter');
    await expectShown(page.getByText('Đã ban hành.', { exact: true }));
    await expectShown(page.getByText('Số 05/BC-UBND, ngày 20/6/2023'));
    const answer = await page.request.get(new URL((await page.getByRole('link', { name: /Mở PDF/ }).getAttribute('href')) ?? '', page.url()).href);
    const paper = await pdfWords(await answer.body());
    expect(paper).toEqual(expect.stringContaining('Người ký thử'));
    expect(paper.replaceAll(/\s+/gu, ' ')).toEqual(expect.stringContaining(suggested));
    await page.getByText('So với số liệu hiện nay của cùng ngày').click();
    await expectShown(page.getByText(/Không có gì khác|nay đã khác so với khi lập báo cáo/));
    await page.setViewportSize(phone);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    await page.setViewportSize(wide);
    await page.getByRole('button', { name: 'Lập báo cáo thay thế' }).click();
    await page.getByLabel('Vì sao phải thay thế').fill('ghi sót một báo cáo');
    await page.keyboard.press('Enter');
    await expectShown(page.getByText('Thay thế Báo cáo số 05/BC-UBND ngày 20/6/2023.'));
    await expectShown(page.getByText('Lý do: ghi sót một báo cáo'));
    await expectShown(page.getByText(suggested, { exact: true }));
    expect(own(errors).filter((error) => !error.includes('400 ('))).toEqual([]);
    await page.context().close();
    await leader.context().close();
  });

  it('make themselves when the economic office decides', async () => {
    const { page } = await openPage(browser, {}, 'nobody');
    await signIn(page, '/bao-cao?year=2024', 'kinhte', password(), 'entered');
    const change = page.getByRole('button', { name: 'Đổi lịch: Cả năm' });
    await change.click();
    await page.getByLabel('Lúc (giờ:phút, giờ Việt Nam)').fill('7 giờ');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('alert').getByText('phải là giờ và phút, ví dụ 06:00', { exact: false }).first());
    await page.getByLabel('Lúc (giờ:phút, giờ Việt Nam)').fill('07:15');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expectGone(page.getByLabel('Lúc (giờ:phút, giờ Việt Nam)'));
    await change.click();
    expect(await page.getByLabel('Lúc (giờ:phút, giờ Việt Nam)').inputValue()).toBe('07:15');
    await page.context().close();
  });

  it.each([{}, { viewport: phone, colorScheme: 'dark' as const }])('breaks no accessibility rule (%j)', async (options) => {
    const { page } = await openPage(browser, options);
    await page.goto(address('/bao-cao?year=2024'));
    await expectShown(page.getByRole('button', { name: 'Lập báo cáo' }));
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
