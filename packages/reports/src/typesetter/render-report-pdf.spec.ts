import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeProgressReport } from '../content/compose-progress-report.js';
import { HOUSE_LAYOUT, millimetres } from '../layout-rules.js';
import type { ReportModel } from '../model.js';
import { LONG_TEXT, modelOf, text } from '../testing/long-model.js';
import { filledSnapshot, planSnapshot } from '../testing/plan-1227.js';
import { contentLines, readPdf, type ReadPdf } from '../testing/read-pdf.js';
import { MissingGlyphError } from './fonts.js';
import { renderReportPdf } from './render-report-pdf.js';

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
