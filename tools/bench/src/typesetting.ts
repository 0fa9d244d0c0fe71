import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { median, printTable } from './table.ts';
import { reportOf, rowText } from './typesetting-content.ts';
import { sheetOf } from './typesetting-sheet.ts';

interface Result {
  milliseconds: number;
  mib: number;
}

const alone = join(import.meta.dirname, 'typesetting-alone.ts');
const run = promisify(execFile);

async function child<T>(...args: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, [alone, ...args]);
  return JSON.parse(stdout) as T;
}

const ways = [
  ['ours', 'ours', 'tagged'],
  ['Chromium, kept open', 'chromium', 'tagged; memory with its processes'],
  ['pdfmake', 'pdfmake', 'not tagged'],
  ['Typst', 'typst', 'tagged; its cache keeps ten reports'],
  ['drawing the four charts alone', 'charts', 'as SVG; in each of the times above'],
  ['limit: deflate alone', 'deflate', 'what our file holds, already in memory'],
] as const;

/** Reads a file back and gives its number of pages. Throws when a row or a chart of the report is not in it. */
async function pagesOf(file: string, rows: number): Promise<number> {
  const task = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 });
  const pdf = await task.promise;
  const texts: string[] = [];
  for (let no = 1; no <= pdf.numPages; no += 1) {
    const { items } = await (await pdf.getPage(no)).getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  const text = texts.join(' ').replace(/\s+/gu, ' ');
  const drawn = sheetOf(reportOf(0, 1)).parts.flatMap((part) => (part.kind === 'chart' ? [...part.svg.matchAll(/<text[^>]*>([^<]+)</gu)].map(([, words = '']) => words) : []));
  const wanted = [...drawn, ...Array.from({ length: rows }, (_, row) => rowText(row + 1))];
  const missing = wanted.filter((words) => !text.includes(words));
  if (missing.length > 0) throw new Error(`${file} lacks ${missing.length} texts: ${missing.slice(0, 5).join(' | ')}`);
  await task.destroy();
  return pdf.numPages;
}

async function benchRows(folder: string, rows: number, rounds: number): Promise<void> {
  const results = new Map<string, Result[]>(ways.map(([, way]) => [way, []]));
  // Turn about, so that what else the machine does falls on all.
  for (let round = 0; round < rounds; round += 1) for (const [, way] of ways) results.get(way)?.push(await child(way, String(rows), join(folder, `${way}-${rows}.pdf`)));
  const milliseconds = (way: string): number => median((results.get(way) ?? []).map((one) => one.milliseconds));
  const pages = new Map<string, number>();
  for (const [, way] of ways.slice(0, 4)) pages.set(way, await pagesOf(join(folder, `${way}-${rows}.pdf`), rows));
  printTable(
    `A report with four charts and a table of ${rows} rows as PDF, from the model to the bytes (median of ${rounds})`,
    ways.map(([what, way, note]) => {
      const peak = Math.round(Math.max(...(results.get(way) ?? []).map(({ mib }) => mib)));
      return { what, median: milliseconds(way), note: pages.has(way) ? `${pages.get(way)} pages, peak ${peak} MiB; ${note}` : note };
    }),
  );
  const times = (way: string): string => `× ${(milliseconds(way) / milliseconds('ours')).toFixed(1)}`;
  console.log(`  Of our time Chromium takes ${times('chromium')}, pdfmake ${times('pdfmake')}, Typst ${times('typst')}; goals: Chromium × 3, Typst × 1 at 300 rows, our peak 200 MB`);
}

/** Reports by our typesetter, Chromium, pdfmake and Typst: the same text, charts, table and typeface, each in a process of its own. */
export async function benchTypesetting(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-typesetting-'));
  try {
    for (const [rows, rounds] of [[30, 3], [300, 3], [3_000, 1]] as const) await benchRows(folder, rows, rounds);
    const memory = await child<{ reports: number; resident: number }[]>('in-a-row', '30');
    const mib = (bytes: number): string => `${Math.round(bytes / 1_024 ** 2)} MiB`;
    console.log('\nOur reports of 30 rows in a row, one process (goal: memory does not grow)');
    for (const { reports, resident } of memory) console.log(`  after ${String(reports).padStart(3)}  resident ${mib(resident)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
