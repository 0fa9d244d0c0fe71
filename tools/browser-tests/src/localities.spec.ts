import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startServer, type Server } from '../servers.mjs';
import { expectShown, openBrowser, openPage, own, phone, signInAt, violations } from './browser.js';
import { pdfWords } from './pdf-words.js';
import { command, loadPlan, writeSecondTown } from './second-town.js';

const STORY = 120_000;
let browser: Browser;
let server: Server;
let folder: string;
let files: { units: string; plan: string };
beforeAll(async () => {
  [browser, server, folder] = await Promise.all([openBrowser(), startServer(), mkdtemp(join(tmpdir(), 'ocop-localities-'))]);
  files = await writeSecondTown(folder);
}, STORY);
afterAll(async () => {
  await Promise.all([browser.close(), server.stop(), rm(folder, { recursive: true, force: true })]);
});

const localityOf = (page: Page) => new URL(page.url()).searchParams.get('locality');
const towns = (page: Page) => page.getByLabel('Địa phương');
const choose = async (page: Page, name: string) => {
  const loaded = page.waitForEvent('load');
  await towns(page).selectOption({ label: name });
  await loaded;
};

describe('a second town', () => {
  it('is nowhere to be chosen while there is one; is loaded from its files, whole or not at all, beside the running server', async () => {
    const { page } = await openPage(browser, {}, 'nobody');
    await signInAt(page, `${server.url}/`, 'admin');
    await expectShown(page.getByText('Thị xã Hương Trà').first());
    expect([await towns(page).count(), localityOf(page)]).toEqual([0, null]);
    await page.context().close();

    const broken = join(folder, 'broken.json');
    await writeFile(broken, '{"number": "9/KH-UBND"}');
    expect(loadPlan(server.dataDir, files.units, broken)).toMatchObject({ code: 2, said: expect.stringContaining(`Tệp kế hoạch ${broken} có lỗi, chưa nạp gì cả: dòng 1`) });
    expect(loadPlan(server.dataDir, files.units, files.plan)).toEqual({ code: 0, said: `Đã nạp kế hoạch trong tệp ${files.plan}.` });
    expect(loadPlan(server.dataDir, files.units, files.plan)).toMatchObject({ code: 0, said: expect.stringContaining('đã có kế hoạch') });
  }, STORY);

  it('is chosen in the header, stays from page to page and from visit to visit, and shows its own figures', async () => {
    const { page, errors } = await openPage(browser, {}, 'nobody');
    await signInAt(page, `${server.url}/?year=2024`, 'admin');
    await expectShown(page.getByText('00').first());
    await expectShown(page.getByText('/ 02').first());
    const first = localityOf(page);
    expect(first).toMatch(/^\d+$/);
    await choose(page, 'Huyện Phong Điền');
    await expectShown(page.getByText('/ 05').first());
    const second = localityOf(page);
    expect(second).not.toBe(first);

    await page.getByRole('link', { name: 'Danh mục năm' }).click();
    await expectShown(page.getByRole('link', { name: 'Tinh dầu tràm' }).first());
    expect([localityOf(page), await page.getByText('Kiệu Hương Chử').count()]).toEqual([second, 0]);
    await page.getByRole('link', { name: 'Kinh phí', exact: true }).click();
    await expectShown(page.getByRole('heading', { level: 1 }));
    expect(localityOf(page)).toBe(second);
    expect(await violations(page)).toEqual([]);

    // The browser remembers the choice; a link of the other town shows that town.
    await page.goto(`${server.url}/?year=2024`);
    await expectShown(page.getByText('/ 05').first());
    expect(localityOf(page)).toBe(second);
    await page.goto(`${server.url}/?year=2024&locality=${first}`);
    await expectShown(page.getByText('/ 02').first());
    await page.goto(`${server.url}/?year=2024&locality=999`);
    await expectShown(page.getByText('Không có kế hoạch nào của địa phương “999”', { exact: false }));
    await page.getByRole('button', { name: 'Xem Huyện Phong Điền' }).click();
    await expectShown(page.getByText('/ 05').first());
    expect(own(errors)).toEqual([]);
    await page.context().close();
  }, STORY);

  it('gets a report of its own, whose number of recognised products is measured against its own target', async () => {
    const { page } = await openPage(browser, {}, 'nobody');
    await signInAt(page, `${server.url}/?year=2024`, 'admin');
    await choose(page, 'Huyện Phong Điền');
    const locality = localityOf(page);
    const made = await page.request.post(`${server.url}/api/v1/reports?locality=${locality}`, { data: { year: 2024, period: 'H1' } });
    const { id } = (await made.json()) as { id: number };
    await page.goto(`${server.url}/bao-cao?year=2024&locality=${locality}`);
    const report = page.locator(`a[href="/api/v1/reports/${id}/pdf"]`).first();
    await expectShown(report);
    const listed = page.waitForResponse((answer) => /[/]api[/]v1[/]reports[?]/.test(answer.url()) && !answer.url().includes(`locality=${locality}`));
    await choose(page, 'Thị xã Hương Trà');
    await listed;
    await expectShown(page.getByRole('button', { name: 'Lập báo cáo' }));
    expect(await report.count()).toBe(0);
    await page.context().close();
  }, STORY);

  it('is named to the report command, which asks for it and says by which numbers', async () => {
    const out = join(folder, 'h1.pdf');
    const report = (...more: string[]) => command(server.dataDir, 'report', ['--year', '2024', '--period', 'H1', '--out', out, ...more]);
    const asked = report();
    expect(asked).toMatchObject({ code: 2, said: expect.stringContaining('hãy chọn một: ') });
    const number = /Huyện Phong Điền \(mã (\d+)\)/.exec(asked.said)?.[1] ?? '';
    expect(report('--locality', number)).toMatchObject({ code: 0 });
    expect(await pdfWords(await readFile(out))).toContain('HUYỆN PHONG ĐIỀN');
    expect(report('--locality', 'x')).toMatchObject({ code: 2, said: expect.stringContaining('Địa phương phải là mã số của một địa phương.') });
  }, STORY);

  it.each([{}, { viewport: phone, colorScheme: 'dark' as const }])('is chosen without sticking out, with no accessibility rule broken (%j)', async (options) => {
    const { page } = await openPage(browser, options, 'nobody');
    await signInAt(page, `${server.url}/?year=2024`, 'admin');
    await expectShown(towns(page));
    await expectShown(page.getByRole('heading', { level: 1 }));
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
