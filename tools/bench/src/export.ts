import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median, printTable } from './table.ts';

const ROWS = 100_000;
const RUNS = 5;
const alone = join(import.meta.dirname, 'export-alone.ts');
const run = promisify(execFile);

async function write(way: string): Promise<{ milliseconds: number; mib: number }> {
  const { stdout } = await run(process.execPath, [alone, way, String(ROWS)]);
  return JSON.parse(stdout) as { milliseconds: number; mib: number };
}

/** Rows like those of a ledger as a workbook and as text, each in a process of its own, beside another writer and beside compressing the same XML. */
export async function benchExport(): Promise<void> {
  const ways = [
    ['workbook', 'xlsx', 'limit: 5 s, 250 MiB'],
    ['text (CSV)', 'csv', ''],
    ['workbook by hucre', 'hucre', 'one sheet, no provenance'],
    ['limit: deflate alone', 'deflate', 'the same XML, already in memory'],
  ] as const;
  const results = new Map<string, { milliseconds: number; mib: number }[]>(ways.map(([, way]) => [way, []]));
  // Turn about, so that what else the machine does falls on all.
  for (let round = 0; round < RUNS; round += 1) for (const [, way] of ways) results.get(way)?.push(await write(way));
  printTable(
    `${ROWS} rows × 14 columns as a file (median of ${RUNS})`,
    ways.map(([what, way, note]) => {
      const runs = results.get(way) ?? [];
      const peak = `peak ${Math.round(Math.max(...runs.map(({ mib }) => mib)))} MiB`;
      return { what, median: median(runs.map(({ milliseconds }) => milliseconds)), note: note === '' ? peak : `${peak}; ${note}` };
    }),
  );
}
