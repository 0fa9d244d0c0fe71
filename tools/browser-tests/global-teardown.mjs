export default async function globalTeardown() {
  await Promise.all((globalThis.ocopTestServers ?? []).map((server) => server.stop()));
}
