import { signIn } from '../../start/sign-in.mjs';
import { PASSWORD, startServer } from './server.ts';
import { median, printTable, timed } from './table.ts';

async function pdf(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}

/** One annual report over HTTP: the first of a fresh process, then warm, beside an answer without typesetting. */
export async function benchReport(dataDir: string): Promise<void> {
  const server = await startServer(dataDir, ['--demo']);
  try {
    const cookie = await signIn(server.url, 'admin', PASSWORD);
    const created = await fetch(`${server.url}/api/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ year: 2024, period: 'FY' }),
    });
    const { id } = (await created.json()) as { id: number };
    const url = `${server.url}/api/v1/reports/${id}`;
    const first = await timed(1, () => pdf(`${url}/pdf`, cookie));
    const warm = await timed(30, () => pdf(`${url}/pdf`, cookie));
    const json = await timed(30, () => pdf(url, cookie));
    const size = `${Math.round((await pdf(`${url}/pdf`, cookie)) / 1024)} KB`;
    printTable('One annual report over HTTP, demo data (median of 30)', [
      { what: 'first PDF of a fresh process', median: median(first), note: 'loads typesetter, fonts, charts' },
      { what: 'PDF, warm', median: median(warm), note: `${size}, ${(1000 / median(warm)).toFixed(0)} reports/s from one client` },
      { what: 'limit: the same report as JSON', median: median(json), note: 'HTTP and database, no typesetting' },
    ]);
  } finally {
    await server.stop();
  }
}
