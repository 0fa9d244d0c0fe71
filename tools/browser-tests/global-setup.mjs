import { signIn } from '../start/sign-in.mjs';
import { startMailServer } from './mail-server.mjs';
import { password, startServer } from './servers.mjs';
import { unpackChromium } from './unpack-chromium.mjs';

/**
 * One browser program, one server with the issued plan and one with the demo data serve every spec; one with demo data of
 * its own has facts entered into it and sends mail, and one requires a second factor.
 */
export default async function globalSetup() {
  const { program, libraries, fonts } = await unpackChromium();
  const mail = await startMailServer();
  const [issued, demo, entered, strict] = await Promise.all([
    startServer(), startServer(['--demo']), startServer(['--demo'], mail.settings), startServer([], { OCOP_SECOND_FACTOR: 'required' }),
  ]);
  globalThis.ocopTestServers = [issued, demo, entered, strict, mail];
  const cookies = await Promise.all([issued, demo].map(({ url }) => signIn(url, 'admin', password)));
  Object.assign(process.env, {
    OCOP_TEST_CHROMIUM: program,
    OCOP_TEST_CHROMIUM_LIBRARIES: libraries,
    OCOP_TEST_CHROMIUM_FONTS: fonts,
    OCOP_TEST_URL: issued.url,
    // Another name of the same machine: cookies do not tell ports apart.
    OCOP_TEST_DEMO_URL: demo.url.replace('127.0.0.1', 'localhost'),
    OCOP_TEST_ENTERED_URL: entered.url,
    OCOP_TEST_STRICT_URL: strict.url,
    OCOP_TEST_COOKIES: cookies[0],
    OCOP_TEST_DEMO_COOKIES: cookies[1],
    OCOP_TEST_PASSWORD: password,
  });
}
