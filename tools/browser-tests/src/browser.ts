import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const cache = join(import.meta.dirname, '..', '..', '..', '.cache', `chromium-${process.getuid?.() ?? 'user'}`);

/**
 * The Chromium that comes in an npm package, with the libraries it needs: a fresh machine has neither. It unpacks into the
 * folder for temporary files, which is therefore one of our own, so that two users of a machine do not share it.
 */
async function executablePath(): Promise<string> {
  await mkdir(cache, { recursive: true });
  process.env['TMPDIR'] = cache;
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs24.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  packaged.setGraphicsMode = false;
  return packaged.executablePath();
}

const args = [
  '--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--font-render-hinting=none',
];

export const openBrowser = async (): Promise<Browser> => chromium.launch({ executablePath: await executablePath(), args });

export const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** Address of the server with the issued plan, or with the demo data. */
export function address(path: string, data: 'issued' | 'demo' = 'issued'): string {
  const url = process.env[data === 'issued' ? 'OCOP_TEST_URL' : 'OCOP_TEST_DEMO_URL'];
  if (url === undefined) throw new Error('global-setup.mjs did not run');
  return `${url}${path}`;
}

/** A page whose console errors fail the test through `errors`. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: wide, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, errors };
}

/** Accessibility rules that the page breaks (axe, WCAG 2.2 A and AA), each with the elements at fault. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
