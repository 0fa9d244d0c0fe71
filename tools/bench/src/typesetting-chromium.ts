import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { unpackChromium } from '../../browser-tests/unpack-chromium.mjs';
import { PAGE, sheetOf, tinos, type Sheet, type Way } from './typesetting-sheet.ts';

const STYLE = `
@page { size: A4; margin: ${PAGE.top}mm ${PAGE.right}mm ${PAGE.bottom}mm ${PAGE.left}mm; @top-center { content: counter(page); font: ${PAGE.text}pt Tinos } }
@page :first { @top-center { content: none } }
body { margin: 0; font: ${PAGE.text}pt/18pt Tinos }
.sides { display: flex; font-size: 12pt; line-height: 16pt; text-align: center; break-inside: avoid } .sides > * { flex: 1 }
h1 { font-size: ${PAGE.text}pt; text-align: center; margin: 20pt 0 6pt } h2 { font-size: ${PAGE.text}pt; margin: 10pt 0 0; break-after: avoid }
p { margin: 6pt 0 0; text-align: justify; text-indent: 12.7mm }
figure { margin: 8pt 0 4pt; break-inside: avoid } figure svg { display: block; width: 100%; height: auto } figcaption { text-align: center; font-style: italic }
table { width: 100%; border-collapse: collapse; font-size: ${PAGE.table}pt; line-height: 16pt } th, td { border: 0.5pt solid; padding: 2.5pt 4pt } tr { break-inside: avoid }
.auto { width: 1px; white-space: nowrap } .share { width: 50% } .left { text-align: left } .center { text-align: center } .right { text-align: right }
`;

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const lines = (texts: readonly string[]): string => texts.map(escaped).join('<br>');
const sides = (pair: Sheet['head']): string => `<div class="sides">${pair.map((texts) => `<div>${lines(texts)}</div>`).join('')}</div>`;

function htmlOf(part: Sheet['parts'][number]): string {
  switch (part.kind) {
    case 'heading':
      return `<h2>${escaped(part.text)}</h2>`;
    case 'paragraph':
      return `<p>${escaped(part.text)}</p>`;
    case 'chart':
      return `<figure>${part.svg}<figcaption>${escaped(part.caption)}</figcaption></figure>`;
    case 'table': {
      const head = part.columns.map(({ title, width }) => `<th class="${width === 'auto' ? 'auto' : 'share'}">${escaped(title)}</th>`).join('');
      const rows = part.rows.map((row) => `<tr>${row.map((cell, column) => `<td class="${part.columns[column]?.align}">${escaped(cell ?? '')}</td>`).join('')}</tr>`).join('');
      return `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
    }
  }
}

const pageOf = (sheet: Sheet): string =>
  `<!doctype html><html lang="vi"><title>${escaped(sheet.title)}</title><style>${STYLE}</style>${sides(sheet.head)}<h1>${lines(sheet.titleLines)}</h1>${sheet.parts.map(htmlOf).join('')}<div style="height: 14pt"></div>${sides(sheet.foot)}`;

/** The processes started by this one and theirs; a page they share counts for each by its share. */
async function memoryBeside(): Promise<number> {
  const parents = new Map<string, string>();
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/u.test(name))) {
    const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
    parents.set(id, stat.slice(stat.lastIndexOf(')')).split(' ')[2] ?? '');
  }
  const isBelow = (id: string): boolean => parents.get(id) === String(process.pid) || (parents.has(id) && isBelow(parents.get(id) ?? ''));
  let kilobytes = 0;
  for (const id of [...parents.keys()].filter(isBelow)) {
    const memory = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+)/mu.exec(memory)?.[1] ?? 0);
  }
  return kilobytes / 1_024;
}

/** Headless Chromium, one browser and one page kept open. */
export async function chromiumWay(): Promise<Way> {
  const { program, libraries } = await unpackChromium();
  const folder = await mkdtemp(join(tmpdir(), 'ocop-typesetting-'));
  // The typeface is installed in the machine's way: no page has to load it.
  await writeFile(join(folder, 'fonts.conf'), `<fontconfig><dir>${tinos.folder}</dir><cachedir>${folder}</cachedir></fontconfig>`);
  const browser = await chromium.launch({
    executablePath: program,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--font-render-hinting=none'],
    env: { ...process.env, LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: folder },
  });
  const page = await browser.newPage();
  const render: Way['render'] = async (model) => {
    await page.setContent(pageOf(sheetOf(model)));
    return page.pdf({ preferCSSPageSize: true, tagged: true });
  };
  return {
    render,
    beside: async (model) => {
      let rendering = true;
      const rendered = render(model).finally(() => (rendering = false));
      let peak = 0;
      while (rendering) peak = Math.max(peak, await memoryBeside());
      await rendered;
      return peak;
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
