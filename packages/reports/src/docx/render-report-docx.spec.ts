import { strFromU8 } from 'fflate';
import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { composeProgressReport } from '../content/compose-progress-report.js';
import type { Block, ReportModel } from '../model.js';
import { allParagraphs, cellTexts, framedTables, paragraphsIn } from '../testing/docx-text.js';
import { modelOf, tableOf, text } from '../testing/long-model.js';
import { filledSnapshot, planSnapshot } from '../testing/plan-1227.js';
import { type ReadDocx, readDocx } from '../testing/read-docx.js';
import { childrenOf, elementsIn, readXml, textIn } from '../testing/read-xml.js';
import { wordsOfReport } from '../testing/words-of-report.js';
import { MissingGlyphError, textWidth } from '../typesetter/fonts.js';
import { renderReportDocx } from './render-report-docx.js';

const read = async (model: ReportModel): Promise<ReadDocx> => readDocx(await renderReportDocx(model));

/** Expects what Word asks of a file before it opens it: sound XML, no dead relationship, no part without a type, no style without a name, no number twice. */
function expectSound(docx: ReadDocx): void {
  const paths = Object.keys(docx.files);
  const xml = paths.filter((path) => /\.(xml|rels)$/u.test(path));
  expect(xml.length).toBeGreaterThan(10);
  for (const path of xml) readXml(strFromU8(docx.files[path] ?? new Uint8Array()));
  const types = childrenOf(docx.part('[Content_Types].xml')).map((one) => one.attributes['PartName'] ?? `*.${one.attributes['Extension']}`);
  for (const path of paths.filter((one) => one !== '[Content_Types].xml')) expect(types.includes(`/${path}`) || types.includes(`*.${path.split('.').at(-1)}`)).toBe(true);
  for (const path of paths.filter((one) => one.endsWith('.rels'))) {
    const folder = path.replace(/_rels\/[^/]+$/u, '');
    const relations = childrenOf(docx.part(path));
    for (const one of relations) expect(paths).toContain(new URL(one.attributes['Target'] ?? '', `file:///${folder}`).pathname.slice(1));
    expect(new Set(relations.map((one) => one.attributes['Id'])).size).toBe(relations.length);
  }
  const styles = childrenOf(docx.part('word/styles.xml'), 'w:style');
  const ids = styles.map((style) => style.attributes['w:styleId']);
  expect(new Set(ids).size).toBe(ids.length);
  for (const next of styles.flatMap((style) => childrenOf(style, 'w:next'))) expect(ids).toContain(next.attributes['w:val']);
  const drawings = elementsIn(docx.part('word/document.xml'), 'wp:docPr').map((one) => one.attributes['id']);
  expect(new Set(drawings).size).toBe(drawings.length);
}

describe.each<[string, ReportModel]>([
  ['the report of six months', composeProgressReport(planSnapshot())],
  ['the report of a year', composeProgressReport(filledSnapshot())],
  ['a draft', { ...composeProgressReport(filledSnapshot()), draft: true }],
])('%s as a Word file', (_name, model) => {
  let docx: ReadDocx;
  beforeAll(async () => {
    docx = await read(model);
  });

  it('says the words of its model in their order, in NFC', () => {
    const found = paragraphsIn(docx.sections[0]).filter(({ style }) => /^(ReportText|ReportNote|Heading\d)$/u.test(style)).map((paragraph) => paragraph.text);
    expect(found).toEqual(wordsOfReport(model).split('\n').filter((line) => line !== ''));
    for (const line of found) expect(line).toBe(line.normalize('NFC'));
  });

  it('has the appendices of its model, each with its title and its notes', () => {
    const found = docx.sections.slice(1).map((section) => paragraphsIn(section).filter(({ style }) => /^(AppendixTitle|AppendixReference|ReportNote|FigureCaption|UnitNote)$/u.test(style)).map((paragraph) => paragraph.text));
    const said = (block: Block): string[] => {
      if (block.kind === 'table') return block.unitNote === undefined ? [] : [block.unitNote];
      return block.kind === 'note' ? [block.text] : block.kind === 'chart' ? [block.caption] : [];
    };
    expect(found).toEqual(model.appendices.map(({ titleLines, referenceLines, blocks }) => [...titleLines, ...referenceLines, ...blocks.flatMap(said)]));
  });

  it('is sound', () => {
    expectSound(docx);
  });

  it('has its title, subject and author, and the day of the model', () => {
    const core = docx.part('docProps/core.xml');
    const { title, subject, author, createdOn } = model.metadata;
    expect(childrenOf(core).map((one) => [one.name, textIn(one)])).toEqual([
      ['dc:title', title],
      ['dc:subject', subject],
      ['dc:creator', author],
      ['cp:lastModifiedBy', author],
      ['cp:revision', '1'],
      ['dcterms:created', `${createdOn}T00:00:00Z`],
      ['dcterms:modified', `${createdOn}T00:00:00Z`],
    ]);
  });
});

describe('the same model', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  const renderedAt = async (now: string): Promise<Uint8Array> => {
    jest.useFakeTimers({ now: new Date(now), doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'] });
    return renderReportDocx({ ...composeProgressReport(filledSnapshot()), draft: true });
  };

  it('always gives the same bytes', async () => {
    const first = await renderedAt('2024-01-01T00:00:00Z');
    expect(Buffer.compare(first, await renderedAt('2031-07-07T18:30:00Z'))).toBe(0);
  });

  it('dates the files inside on its own day in every time zone', async () => {
    const bytes = await renderedAt('2031-07-07T18:30:00Z');
    const { createdOn } = composeProgressReport(filledSnapshot()).metadata;
    // A local file header starts the zip; its date counts years from 1980.
    const date = new DataView(bytes.buffer, bytes.byteOffset).getUint16(12, true);
    const parts = [(date >> 9) + 1980, (date >> 5) & 15, date & 31].map((part) => String(part).padStart(2, '0'));
    expect(parts.join('-')).toBe(createdOn);
  });
});

describe('what every page carries', () => {
  const marks = (docx: ReadDocx): string[][] =>
    docx.sections.flatMap(({ headers, footers }) =>
      ['default', ...('first' in headers ? ['first'] : [])].map((type) => {
        const [header, footer] = [headers[type], footers[type]];
        const watermarks = header === undefined ? [] : elementsIn(header, 'v:textpath').map((one) => one.attributes['string'] ?? '').filter((one) => one !== '');
        return [...watermarks, footer === undefined ? '' : textIn(footer)];
      }),
    );

  it('marks each page of invented data and of a draft', async () => {
    const docx = await read({ ...composeProgressReport(filledSnapshot()), draft: true });
    expect(marks(docx)).toEqual(Array.from({ length: docx.sections.length + 1 }, () => ['DỰ THẢO', 'DỮ LIỆU MINH HỌA']));
  });

  it('frames the marking in the middle of the bottom margin', async () => {
    const docx = await read(composeProgressReport(filledSnapshot()));
    for (const section of docx.sections) {
      const [marking] = docx.paragraphsOf(Object.values(section.footers)[0] ?? readXml('<none/>'), section);
      expect(marking).toMatchObject({ align: 'center', isRule: true });
      expect(marking?.runs[0]).toMatchObject({ bold: true, size: 12 });
      // The frame is as wide as the words.
      expect((marking?.to ?? 0) - (marking?.from ?? 0)).toBeCloseTo(textWidth('DỮ LIỆU MINH HỌA', 'bold', 12), 0);
      expect((marking?.from ?? 0) + (marking?.to ?? 0)).toBeCloseTo(section.margins.left + section.width - section.margins.right, 0);
      expect(section.margins.footer).toBeLessThan(section.margins.bottom - 12);
    }
  });

  it('marks nothing else', async () => {
    expect((await read(composeProgressReport(planSnapshot()))).sections.length).toBeGreaterThan(1);
    expect(new Set(marks(await read(composeProgressReport(planSnapshot()))).flat())).toEqual(new Set(['']));
  });
});

describe('difficult texts', () => {
  const SIGNS = `Trà & <bánh> "Huế" 'ngon' ]]> &amp; xưa`;
  const table = (cell: string): Block => ({ kind: 'table', title: cell, unitNote: cell, columns: [{ title: cell, width: 1, align: 'left' }], rows: [[cell]], totalRow: [cell] });
  const everywhere = (words: string): ReportModel => {
    const model = modelOf([{ kind: 'heading', level: 3, number: 'a)', text: words }, text(words), { kind: 'list', items: [[{ text: words, bold: true }]] }, { kind: 'note', text: words }, table(words), text('Hết./.')]);
    return { ...model, metadata: { ...model.metadata, title: words }, marking: words, recipients: [words], signature: { authorityLines: [words], name: words } };
  };

  it.each([
    ['signs of XML', SIGNS, SIGNS],
    ['control characters and half a surrogate pair', 'Trà\u0000\u0008\u001B \uD800Huế\uFFFE', 'Trà Huế'],
    ['tabs, line ends and doubled spaces', 'Trà \t Huế\n\nxưa', 'Trà Huế xưa'],
    ['decomposed letters', 'Trà Huế'.normalize('NFD'), 'Trà Huế'],
  ])('%s survive everywhere and break nothing', async (_what, words, shown) => {
    const docx = await read(everywhere(words));
    expectSound(docx);
    const found = allParagraphs(docx).map((paragraph) => paragraph.text);
    for (const wanted of [`a) ${shown}`, `- ${shown}`, `- ${shown}.`]) expect(found).toContain(wanted);
    expect(found.filter((one) => one === shown)).toHaveLength(9);
    expect(elementsIn(docx.part('docProps/core.xml'), 'dc:title').map(textIn)).toEqual([shown]);
  });

  it('a table of 3 000 rows gives a sound file with every row', async () => {
    const docx = await read(modelOf([tableOf(3000), text('Hết./.')]));
    expectSound(docx);
    const [rows] = framedTables(docx).map(cellTexts);
    expect(rows?.slice(1, -1).map(([no]) => no)).toEqual(Array.from({ length: 3000 }, (_, index) => String(index + 1)));
  });

  it('a name of 300 characters without a space stays whole and its column inside the margins', async () => {
    const name = 'Thanhtrà'.repeat(38).slice(0, 300);
    const docx = await read({ ...modelOf([text(name), table(name), text('Hết./.')]), subjectLines: [name], issuer: { superiorLines: [], agencyLines: [name] } });
    expectSound(docx);
    const found = allParagraphs(docx).map((paragraph) => paragraph.text.replaceAll('\n', ''));
    expect(found.filter((one) => one === name)).toHaveLength(8);
    for (const { from, to } of allParagraphs(docx)) expect(to).toBeGreaterThan(from);
  });

  it('a character that the typeface lacks is refused where a width depends on it', async () => {
    await expect(renderReportDocx(modelOf([table('Trà 茶'), text('Hết./.')]))).rejects.toBeInstanceOf(MissingGlyphError);
  });
});

describe('the reader of this spec', () => {
  it.each([
    ['<a><b></a>', 'closes something else'],
    ['<a>\u0001</a>', 'XML does not know'],
    ['<a x="1" x="2"/>', 'twice'],
    ['<a>&x;</a>', 'Not an entity'],
    ['<a>&</a>', 'Not an entity'],
    ['<a/><b/>', 'Not one element'],
    ['<a><', 'Not XML'],
  ])('refuses %j', (source, reason) => {
    expect(() => readXml(source)).toThrow(reason);
  });
});
