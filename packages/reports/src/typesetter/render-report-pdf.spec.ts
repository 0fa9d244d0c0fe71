import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeProgressReport } from '../content/compose-progress-report.js';
import { HOUSE_LAYOUT, millimetres } from '../layout-rules.js';
import type { Block, ReportModel } from '../model.js';
import { LONG_TEXT, modelOf, text } from '../testing/long-model.js';
import { filledSnapshot, planSnapshot } from '../testing/plan-1227.js';
import { contentLines, flowingText, readPdf, type ReadPdf, type StructureNode } from '../testing/read-pdf.js';
import { MissingGlyphError } from './fonts.js';
import { renderReportPdf } from './render-report-pdf.js';

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.number} ${block.text}`];
    case 'paragraph':
      return [block.runs.map((run) => run.text).join('')];
    case 'list':
      return block.items.map((runs) => `- ${runs.map((run) => run.text).join('')}`);
    case 'note':
      return [block.text];
    case 'chart':
      return [block.caption];
    case 'table':
      return [...block.rows, ...(block.totalRow === undefined ? [] : [block.totalRow])].flat().filter((cell) => cell !== null);
  }
}

function rolesOf(node: StructureNode | null): string[] {
  if (node === null) return [];
  return [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesOf)];
}

function nodesOf(node: StructureNode | null): StructureNode[] {
  return node === null ? [] : [node, ...(node.children ?? []).flatMap(nodesOf)];
}

async function read(model: ReportModel): Promise<ReadPdf> {
  return readPdf(await renderReportPdf(model));
}

describe('the report of six months', () => {
  const model = composeProgressReport(planSnapshot());
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    bytes = await renderReportPdf(model);
    pdf = await readPdf(bytes);
  });

  it('holds the text of its model, in NFC and with single spaces', () => {
    const found = flowingText(pdf);
    expect(found).toBe(found.normalize('NFC'));
    const wanted = [...model.opening.map((runs) => runs.map((run) => run.text).join('')), ...model.body.flatMap(textsOf)];
    for (const one of wanted) expect(found).toContain(one.replace(/\s+/gu, ' '));
    for (const appendix of model.appendices) for (const one of appendix.blocks.flatMap(textsOf)) expect(found).toContain(one.replace(/\s+/gu, ' '));
  });

  it('has no doubled space inside a justified line', () => {
    const body = contentLines(pdf).filter((line) => line.tag === 'P' && line.size === 14 && !line.font.includes('Italic'));
    expect(body.length).toBeGreaterThan(30);
    for (const line of body) expect(line.text).not.toMatch(/\s{2}/u);
  });

  it('leaves room for the number, the day and the month', () => {
    const [number, day] = [/^Số:\s+\/BC-UBND$/u, /^Hương Trà, ngày\s+tháng\s+năm 2024$/u].map((pattern) =>
      contentLines(pdf).find((line) => pattern.test(line.text)),
    );
    expect((number?.right ?? 0) - (number?.left ?? 0)).toBeGreaterThan(95);
    expect((day?.right ?? 0) - (day?.left ?? 0)).toBeGreaterThan(190);
  });

  it('ends the text with ./.', () => {
    const lines = contentLines(pdf);
    const capacity = lines.findIndex((line) => line.text === 'TM. ỦY BAN NHÂN DÂN');
    expect(lines[capacity - 1]?.text.endsWith('./.')).toBe(true);
  });

  it('indents first lines by 1,27 cm, spaces paragraphs by 6 pt and lines between single and one and a half', () => {
    const [first, second, third] = contentLines(pdf).filter((line) => line.tag === 'P' && line.size === 14 && line.page === 1);
    expect((first?.left ?? 0) - millimetres(30)).toBeCloseTo(millimetres(12.7), 0);
    expect(second?.left).toBeCloseTo(millimetres(30), 0);
    const pitch = (third?.baseline ?? 0) - (second?.baseline ?? 0);
    expect(pitch / 14).toBeGreaterThanOrEqual(1.15);
    expect(pitch / 14).toBeLessThanOrEqual(1.725);
    const starts = contentLines(pdf).filter((line) => line.page === 1 && line.tag === 'P' && line.size === 14 && line.left > millimetres(40));
    const before = contentLines(pdf).filter((line) => line.page === 1 && line.baseline < (starts[1]?.baseline ?? 0)).at(-1);
    expect((starts[1]?.baseline ?? 0) - (before?.baseline ?? 0) - pitch).toBeGreaterThanOrEqual(6 - 0.01);
  });

  it('justifies to the right margin', () => {
    const [first] = contentLines(pdf).filter((line) => line.tag === 'P' && line.size === 14);
    expect(first?.right).toBeCloseTo(millimetres(210 - 15), 0);
  });

  it('embeds only subsets of Tinos', () => {
    const fonts = new Set(pdf.pages.flatMap((page) => page.lines.map((line) => line.font)));
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos/u);
    const source = Buffer.from(bytes).toString('latin1');
    expect(source.match(/\/FontFile2/gu)?.length).toBe(fonts.size);
  });

  it('is tagged, in Vietnamese, with title, bookmarks and a text for each figure', () => {
    expect(pdf.isMarked).toBe(true);
    expect(pdf.info).toMatchObject({ Language: 'vi-VN', Title: model.metadata.title, Author: model.metadata.author });
    const roles = new Set(pdf.pages.flatMap((page) => rolesOf(page.tree)));
    for (const role of ['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Figure']) expect(roles).toContain(role);
    const figures = pdf.pages.flatMap((page) => nodesOf(page.tree)).filter((node) => node.role === 'Figure');
    expect(figures.map((figure) => figure.alt)).toEqual([expect.stringContaining('Phường Hương Vân 01 sản phẩm đánh giá lần đầu')]);
    expect(pdf.outline.map((item) => item.title)).toContain('II. KẾT QUẢ THỰC HIỆN');
    expect(pdf.outline[1]?.items).toHaveLength(7);
    expect(Buffer.from(bytes).toString('latin1')).toContain('/DisplayDocTitle true');
  });

  it('writes the letters of its chart as text', () => {
    const figure = contentLines(pdf).filter((line) => line.tag === 'Figure').map((line) => line.text);
    expect(figure.join('|')).toContain('Phường Hương Vân');
    expect(figure.join('|')).toContain('Xã Hương Toàn');
  });

  it('is the same bytes every time', async () => {
    expect(Buffer.from(await renderReportPdf(model)).equals(bytes)).toBe(true);
    expect(Buffer.from(await renderReportPdf(JSON.parse(JSON.stringify(model)) as ReportModel)).equals(bytes)).toBe(true);
  });
});

describe('what every page carries', () => {
  it('marks each page of invented data and of a draft', async () => {
    const pdf = await read({ ...composeProgressReport(filledSnapshot()), draft: true });
    for (const page of pdf.pages) {
      const marks = page.lines.filter((line) => line.tag === 'Artifact').map((line) => line.text).join(' ');
      expect(marks).toContain('DỮ LIỆU MINH HỌA');
      expect(page.lines.some((line) => line.tag === 'Artifact' && line.size > 60)).toBe(true);
    }
  });

  it('marks nothing else', async () => {
    const pdf = await read(composeProgressReport(planSnapshot()));
    expect(pdf.pages[0]?.lines.filter((line) => line.tag === 'Artifact')).toEqual([]);
  });
});

describe('the signature', () => {
  it.each(Array.from({ length: 34 }, (_, lines) => [lines]))('comes with two lines of text after %d lines and is not split', async (count) => {
    const body = [...Array.from({ length: count }, (_, index) => text(`Nội dung ${index}.`)), text(`${LONG_TEXT}/.`)];
    const lines = contentLines(await read(modelOf(body)));
    const capacity = lines.findIndex((line) => line.text === 'TM. ỦY BAN NHÂN DÂN');
    const page = lines[capacity]?.page;
    expect(lines[lines.length - 1]?.page).toBe(page);
    expect(lines[capacity - 1]?.page).toBe(page);
    expect(lines[capacity - 2]?.page).toBe(page);
  });
});

describe('a paragraph over two pages', () => {
  it.each(Array.from({ length: 8 }, (_, lines) => [lines + 17]))('leaves at least two lines on each, after %d lines (no widow, no orphan)', async (count) => {
    const before = Array.from({ length: count }, (_, index) => text(`Nội dung ${index}.`));
    const lines = contentLines(await read(modelOf([...before, text(LONG_TEXT), text('Hết./.')])));
    const from = lines.findIndex((line) => line.text.startsWith('Phối hợp tổ chức'));
    const own = lines.slice(from, lines.findIndex((line) => line.text.endsWith('Hết./.')));
    expect(own.length).toBeGreaterThan(4);
    for (const page of new Set(own.map((line) => line.page))) expect(own.filter((line) => line.page === page).length).toBeGreaterThanOrEqual(2);
  });
});

describe('a character that the typeface lacks', () => {
  it.each<[string, ReportModel, string]>([
    ['a paragraph', modelOf([text('Sản phẩm 茶')]), 'body[0] (paragraph)'],
    ['a table', modelOf([{ kind: 'table', columns: [{ title: 'Tên', width: 1, align: 'left' }], rows: [['Trà 茶']] }]), 'body[0] (table)'],
    ['the signature', { ...modelOf([]), signature: { authorityLines: ['CHỦ TỊCH 茶'], name: null } }, 'signature'],
    ['the subject', { ...modelOf([]), subjectLines: ['Trà 茶'] }, 'header'],
    ['a chart', chartModel('Xã 茶'), 'body[0] (chart)'],
  ])('in %s is refused by name and place', async (_where, model, place) => {
    const error = await renderReportPdf(model).then(() => null, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(MissingGlyphError);
    expect(error).toMatchObject({ character: '茶', place });
  });
});

function chartModel(category: string): ReportModel {
  return modelOf([
    {
      kind: 'chart',
      caption: 'Biểu đồ',
      alternativeText: 'Số sản phẩm',
      definition: {
        kind: 'stacked-bars',
        title: 'Số sản phẩm',
        description: 'Số sản phẩm',
        valueFormat: 'integer',
        unit: 'sản phẩm',
        missing: 'chưa có số liệu',
        categoryLabel: 'Xã, phường',
        categories: [category],
        series: [{ id: 'new', name: 'Lần đầu', values: [1] }],
      },
    },
  ]);
}

describe('names that do not fit', () => {
  it('breaks a name of 300 characters without spaces inside, in text and in a table', async () => {
    const name = 'Thanhtrà'.repeat(38).slice(0, 300);
    const pdf = await read(modelOf([text(name), { kind: 'table', columns: [{ title: 'Tên', width: 1, align: 'left' }, { title: 'Số', width: 3, align: 'left' }], rows: [[name, '1']] }, text('Hết./.')]));
    const lines = contentLines(pdf);
    expect(lines.filter((line) => line.tag === 'P' && line.size === 14).map((line) => line.text).join('')).toContain(name);
    expect(lines.filter((line) => line.tag === 'TD').map((line) => line.text).join('')).toContain(name);
    for (const line of lines) expect(line.right).toBeLessThanOrEqual(millimetres(210) - HOUSE_LAYOUT.margins.right + 0.5);
  });
});

it('keeps the XML metadata well formed when the title has signs of XML', async () => {
  const model = modelOf([]);
  const bytes = await renderReportPdf({ ...model, metadata: { ...model.metadata, title: 'Trà & <bánh>' } });
  expect(Buffer.from(bytes).toString('utf8')).toContain('Trà &amp; &lt;bánh>');
  expect((await readPdf(bytes)).info).toMatchObject({ Title: 'Trà & <bánh>' });
});
