import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import { renderReportPdf, type ReportModel } from '@ocop/reports';
import { median, timed } from './table.ts';
import { reportOf } from './typesetting-content.ts';
import { sheetOf, type Way } from './typesetting-sheet.ts';

// Renders reports in one way and tells the milliseconds of a warm rendering (median) and how much memory the process, with
// those it started, ever had; or (“in-a-row”) the resident memory in bytes after 50, 250 and 500 reports. A third argument names
// a file for the first rendering.

const [, , name = '', count = '', file] = process.argv;
const rows = Number(count);
const RUNS = rows > 1_000 ? 3 : 11;
/** JavaScript, in which the charts are drawn for all, reaches its speed only after dozens of short reports. */
const WARM_UP = rows > 1_000 ? 3 : 40;

/** Compresses what our file holds, one stream after another, and does nothing else. */
async function deflateAlone(): Promise<Way> {
  const pdf = Buffer.from(await renderReportPdf(reportOf(rows, 0)));
  const streams: Buffer[] = [];
  for (let start = pdf.indexOf('stream\n'); start >= 0; start = pdf.indexOf('stream\n', start)) {
    const end = pdf.indexOf('\nendstream', start);
    if (pdf.subarray(start - 200, start).includes('FlateDecode')) streams.push(inflateSync(pdf.subarray(start + 7, end)));
    start = end + 10;
  }
  return {
    render: async () => {
      const packed: Buffer[] = [];
      for (const stream of streams) packed.push(await promisify(deflate)(stream));
      return Buffer.concat(packed);
    },
  };
}

const ways: Readonly<Record<string, () => Promise<Way>>> = {
  ours: () => Promise.resolve({ render: renderReportPdf }),
  chromium: async () => (await import('./typesetting-chromium.ts')).chromiumWay(),
  pdfmake: async () => (await import('./typesetting-pdfmake.ts')).pdfmakeWay(),
  typst: async () => (await import('./typesetting-typst.ts')).typst(),
  charts: () =>
    Promise.resolve({
      render: (model) => Promise.resolve(Buffer.from(JSON.stringify(sheetOf(model)))),
    }),
  deflate: deflateAlone,
};

async function measure({ render, beside, close }: Way): Promise<object> {
  let no = 0;
  const next = (): ReportModel => reportOf(rows, (no += 1));
  const first = await render(next());
  if (file !== undefined) await writeFile(file, first);
  await timed(WARM_UP, () => render(next()));
  const milliseconds = median(await timed(RUNS, () => render(next())));
  const others = (await beside?.(next())) ?? 0;
  await close?.();
  return { milliseconds, mib: process.resourceUsage().maxRSS / 1_024 + others };
}

async function inARow(): Promise<object> {
  const memory: { reports: number; resident: number }[] = [];
  for (let reports = 1; reports <= 500; reports += 1) {
    await renderReportPdf(reportOf(rows, reports));
    if (reports === 50 || reports % 250 === 0) memory.push({ reports, resident: process.memoryUsage.rss() });
  }
  return memory;
}

const open = ways[name];
console.log(JSON.stringify(open === undefined ? await inARow() : await measure(await open())));
