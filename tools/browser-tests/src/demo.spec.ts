import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { address, expectShown, openBrowser, openPage, violations } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Left edges of the value axis and of the bars of a chart, in px. */
const edges = (chart: Locator) =>
  chart.locator('svg').evaluate((svg) => {
    const boxes = (fill: string) => [...svg.querySelectorAll(`path${fill}`)].map((path) => path.getBoundingClientRect());
    const axis = boxes('').find(({ width, height }) => width <= 2 && height > 200)?.left ?? Number.NaN;
    return { axis, bars: boxes(':not([fill=none])').filter(({ width, height }) => height >= 6 && height <= 24 && width > 24).map(({ left }) => left) };
  });

describe('demo data', () => {
  it.each(['/', '/san-pham', '/bao-cao', '/chi-so/funding-disbursed'])('is marked “Dữ liệu minh họa” on %s', async (path) => {
    const { page } = await openPage(browser);
    await page.goto(address(path, 'demo'));
    await expectShown(page.getByRole('note').getByText('Dữ liệu minh họa'));
    await page.context().close();
  });

  it('the issued plan carries no such mark', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/'));
    await expectShown(page.getByText('/ 02').first());
    expect(await page.getByText('Dữ liệu minh họa').count()).toBe(0);
    await page.context().close();
  });

  it('shows the same figure on the overview, in its rows and in the API', async () => {
    const { page } = await openPage(browser);
    await page.goto(address('/?year=2024', 'demo'));
    const link = page.getByRole('region', { name: 'Sản phẩm được công nhận mới' }).getByRole('link').first();
    await expectShown(link);
    const shown = Number(await link.innerText());
    const { asOf } = Object.fromEntries(new URL(page.url()).searchParams);
    const answer = await page.request.get(address(`/api/v1/indicators/newly-recognised-products/rows?year=2024&asOf=${asOf}`, 'demo'));
    const rows = (await answer.json()) as { total: number; value: string };
    expect(rows).toMatchObject({ total: shown, value: String(shown) });
    await link.click();
    await expectShown(page.getByRole('heading', { level: 1, name: 'Sản phẩm được công nhận mới' }));
    await expectShown(page.getByRole('rowheader').first());
    expect(await page.getByRole('rowheader').count()).toBeGreaterThanOrEqual(shown);
    await page.context().close();
  });

  it('draws its charts and gives the same figures as a table', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(address('/?year=2024', 'demo'));
    const figure = page.getByRole('figure', { name: 'Kinh phí theo nguồn' });
    const chart = figure.locator('.chart-place');
    await expectShown(chart);
    // The drawing stands there empty until the typeface has come.
    await expectShown(chart.locator('svg text').first());
    const { axis, bars } = await edges(chart);
    expect(bars.length).toBeGreaterThan(5);
    for (const left of bars) expect(Math.abs(left - axis)).toBeLessThanOrEqual(2);
    await figure.getByRole('button', { name: 'Xem dạng bảng' }).click();
    await expectShown(figure.getByRole('table'));
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
