import { startServer } from './servers.mjs';

/** One server with the issued plan and one with the demo data serve every spec. */
export default async function globalSetup() {
  const [issued, demo] = await Promise.all([startServer(), startServer(['--demo'])]);
  process.env.OCOP_TEST_URL = issued.url;
  process.env.OCOP_TEST_DEMO_URL = demo.url;
  globalThis.ocopTestServers = [issued, demo];
}
