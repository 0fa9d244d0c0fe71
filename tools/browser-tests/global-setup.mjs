import { startServer } from './servers.mjs';
import { unpackChromium } from './unpack-chromium.mjs';

/** One browser program, one server with the issued plan and one with the demo data serve every spec. */
export default async function globalSetup() {
  const { program, libraries, fonts } = await unpackChromium();
  const [issued, demo] = await Promise.all([startServer(), startServer(['--demo'])]);
  globalThis.ocopTestServers = [issued, demo];
  Object.assign(process.env, {
    OCOP_TEST_CHROMIUM: program,
    OCOP_TEST_CHROMIUM_LIBRARIES: libraries,
    OCOP_TEST_CHROMIUM_FONTS: fonts,
    OCOP_TEST_URL: issued.url,
    OCOP_TEST_DEMO_URL: demo.url,
  });
}
