import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';

/** What global-setup.mjs prepared. */
function prepared(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name}: global-setup.mjs did not run`);
  return value;
}

const args = [
  '--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--font-render-hinting=none',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: prepared('OCOP_TEST_CHROMIUM'),
    args,
    env: {
      ...process.env,
      // Without a language a browser calls every file with a Vietnamese name “download”.
      LC_ALL: 'C.UTF-8',
      LD_LIBRARY_PATH: prepared('OCOP_TEST_CHROMIUM_LIBRARIES'),
      FONTCONFIG_PATH: prepared('OCOP_TEST_CHROMIUM_FONTS'),
    },
  });

export const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** How long a page is waited for: a busy machine takes its time. */
const PATIENCE = 60_000;

const SERVERS = { issued: 'OCOP_TEST_URL', demo: 'OCOP_TEST_DEMO_URL', entered: 'OCOP_TEST_ENTERED_URL', strict: 'OCOP_TEST_STRICT_URL' } as const;

/** Address of the server with the issued plan, with the demo data, with the demo data into which facts are entered, or (strict) that requires a second factor. */
export const address = (path: string, server: keyof typeof SERVERS = 'issued'): string => `${prepared(SERVERS[server])}${path}`;

export const password = (): string => prepared('OCOP_TEST_PASSWORD');

function cookiesOf(data: 'issued' | 'demo') {
  const text = prepared(data === 'issued' ? 'OCOP_TEST_COOKIES' : 'OCOP_TEST_DEMO_COOKIES');
  return text.split('; ').map((pair) => {
    const [name = '', value = ''] = pair.split('=');
    return { name, value, url: address('', data), httpOnly: true, sameSite: 'Lax' as const };
  });
}

/** A page of somebody signed in as `admin` (or of nobody), whose console errors, and what the content security policy forbade it, fail the test through `errors`. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
  who: 'admin' | 'nobody' = 'admin',
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: wide, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
  context.setDefaultTimeout(PATIENCE);
  if (who === 'admin') await context.addCookies([...cookiesOf('issued'), ...cookiesOf('demo')]);
  const page = await context.newPage();
  const errors: string[] = [];
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => console.error(`${effectiveDirective} forbids ${blockedURI} (${sourceFile})`));
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, errors };
}

/** Opens `path` as nobody, signs in by the keyboard, and waits until the page wanted stands there. */
export const signIn = (page: Page, path: string, username: string, secret = password(), server: keyof typeof SERVERS = 'demo'): Promise<void> =>
  signInAt(page, address(path, server), username, secret);

/** The same of a page of any server. */
export async function signInAt(page: Page, url: string, username: string, secret = password()): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(secret);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor({ state: 'detached' });
}

/** A page of an account of the invented data into which facts are entered. */
export async function openAs(browser: Browser, username: string, path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; errors: string[] }> {
  const opened = await openPage(browser, options, 'nobody');
  await signIn(opened.page, path, username, password(), 'entered');
  return opened;
}

export const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

/** Console errors without what the browser itself says of an answer 401. */
export const own = (errors: readonly string[]): string[] => errors.filter((error) => !error.includes('401 (Unauthorized)'));

/** Fails unless the element shows within the waiting time. */
export const expectShown = (locator: Locator): Promise<void> => locator.waitFor();
export const expectGone = (locator: Locator): Promise<void> => locator.waitFor({ state: 'detached' });
/** Fails unless the element has the focus within the waiting time: only then is it where the keyboard writes. */
export const expectFocused = (locator: Locator): Promise<void> => expectShown(locator.and(locator.page().locator(':focus')));

/** Accessibility rules that the page breaks (axe, WCAG 2.2 A and AA), each with the elements at fault. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    // Every rule runs, but elements are described of those it finds broken only; frames, of which no page has any, are left out.
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
