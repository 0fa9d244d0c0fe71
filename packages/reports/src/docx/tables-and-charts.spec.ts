import { chartTable } from '@ocop/charts';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeProgressReport } from '../content/compose-progress-report.js';
import { millimetres } from '../layout-rules.js';
import type { Block, ChartBlock, TableBlock } from '../model.js';
import { allParagraphs, cellTexts, framedTables, paragraphsIn } from '../testing/docx-text.js';
import { modelOf, tableOf, text } from '../testing/long-model.js';
import { filledSnapshot } from '../testing/plan-1227.js';
import { type ReadDocx, readDocx, type ReadTable } from '../testing/read-docx.js';
import { elementsIn, textIn } from '../testing/read-xml.js';
import { renderReportDocx } from './render-report-docx.js';

const report = composeProgressReport(filledSnapshot());
const blocks: readonly Block[] = [...report.body, ...report.appendices.flatMap((appendix) => appendix.blocks)];

const read = async (...body: Block[]): Promise<ReadDocx> => readDocx(await renderReportDocx(modelOf([...body, text('Hết./.')])));

async function onlyTable(block: TableBlock): Promise<ReadTable> {
  const [table] = framedTables(await read(block));
  if (table === undefined) throw new Error('no table');
  return table;
}

let docx: ReadDocx;
beforeAll(async () => {
  docx = readDocx(await renderReportDocx(report));
});

describe('the tables of a report (Decree 30/2020/NĐ-CP, Appendix I)', () => {
  it('hold every cell, in order', () => {
    const expected = blocks.filter((block) => block.kind === 'table').map((table) => [...table.rows, ...(table.totalRow === undefined ? [] : [table.totalRow])].map((row) => row.map((cell) => cell ?? '')));
    expect(expected.length).toBeGreaterThan(3);
    expect(framedTables(docx).map((table) => cellTexts({ ...table, rows: table.rows.filter((row) => !row.isHeader) }))).toEqual(expected);
  });

  it('repeat their header on every page and tear no row', () => {
    for (const { rows } of framedTables(docx)) {
      expect(rows[0]?.isHeader).toBe(true);
      const body = rows.findIndex((row) => !row.isHeader);
      expect(rows.slice(body).some((row) => row.isHeader)).toBe(false);
      for (const row of rows) expect(row.cantSplit).toBe(true);
    }
  });

  it('fill the width between the margins', () => {
    for (const section of docx.sections) {
      for (const table of section.blocks.filter((block) => block.kind === 'table')) {
        const width = table.columns.reduce((sum, column) => sum + column, 0);
        expect(Math.abs(width - (section.width - section.margins.left - section.margins.right))).toBeLessThan(0.5);
      }
    }
  });

  it('have the unit note right-aligned in italics over them', () => {
    const notes = allParagraphs(docx).filter((paragraph) => paragraph.text.startsWith('Đơn vị tính'));
    expect(notes.map((note) => note.text)).toEqual(['Đơn vị tính: triệu đồng']);
    for (const note of notes) {
      expect(note).toMatchObject({ align: 'right', keepNext: true });
      expect(note.runs.every((run) => run.italic && !run.bold)).toBe(true);
      const around = docx.sections.flatMap((section) => section.blocks);
      expect(around[around.indexOf(note) + 1]).toMatchObject({ kind: 'table', hasFrames: true });
    }
  });

  it('have a bold total row, and no other bold row below the header', async () => {
    const { rows } = await onlyTable(tableOf(4));
    const isBold = rows.map((row) => row.cells.flatMap((cell) => cell.paragraphs.flatMap((paragraph) => paragraph.runs.filter((run) => run.text !== ''))).every((run) => run.bold));
    expect(isBold).toEqual([true, false, false, false, false, true]);
  });

  it('align their columns as the model says', async () => {
    const { rows } = await onlyTable(tableOf(1));
    expect(rows.map((row) => row.cells.map((cell) => cell.paragraphs[0]?.align))).toEqual([['center', 'center', 'center'], ['center', 'left', 'right'], ['center', 'left', 'right']]);
  });

  it('merge header cells over columns and rows', async () => {
    const [no, name, money] = tableOf(1).columns;
    if (no === undefined || name === undefined || money === undefined) throw new Error('three columns expected');
    const { rows } = await onlyTable({
      kind: 'table',
      columns: [no, name, money, money],
      header: [
        [{ title: 'STT', rowSpan: 2 }, { title: 'Nội dung', rowSpan: 2 }, { title: 'Kinh phí', columnSpan: 2 }],
        [{ title: 'Dự toán' }, { title: 'Giải ngân' }],
      ],
      rows: [['1', 'Tập huấn', '10', '9']],
    });
    expect(rows.map((row) => row.cells.map((cell) => `${cell.paragraphs[0]?.text}/${cell.columnSpan}/${cell.merge}`))).toEqual([
      ['STT/1/restart', 'Nội dung/1/restart', 'Kinh phí/2/null'],
      ['/1/continue', '/1/continue', 'Dự toán/1/null', 'Giải ngân/1/null'],
      ['1/1/null', 'Tập huấn/1/null', '10/1/null', '9/1/null'],
    ]);
    expect(rows.map((row) => row.isHeader)).toEqual([true, true, false]);
  });

  it('leave no row alone on a page, and a small table is not split', async () => {
    // Two more lines of text stay with the signature, so that nothing else ties the table.
    const tied = async (count: number): Promise<(boolean | undefined)[]> => {
      const [table] = framedTables(await read(tableOf(count), text('Một.'), text('Hai.')));
      return table?.rows.map((row) => row.cells[0]?.paragraphs[0]?.keepNext) ?? [];
    };
    expect(await tied(40)).toEqual([true, true, ...Array.from({ length: 38 }, () => false), true, false]);
    expect(await tied(4)).toEqual([true, true, true, true, true, false]);
  });

  it('stay two tables when they follow each other', async () => {
    const { unitNote: _, ...bare } = tableOf(1);
    const { blocks: own = [] } = (await read(bare, bare)).sections[0] ?? {};
    const kinds = own.map((block) => block.kind).join(' ');
    expect(kinds).toContain('table paragraph table');
    expect(kinds).not.toContain('table table');
  });

  it('stand clear of the text before, which in Word has to keep the distance', async () => {
    const { unitNote: _, ...bare } = tableOf(1);
    const after = async (block: TableBlock): Promise<number[]> => {
      const own = paragraphsIn((await read(text('Một.'), block)).sections[0]);
      return own.filter(({ style }) => /^(ReportText|TableTitle|UnitNote)$/u.test(style)).map((paragraph) => paragraph.spaceAfter);
    };
    expect(await after(bare)).toEqual([8, 0]);
    expect(await after({ ...bare, title: 'Bảng' })).toEqual([0, 8, 0]);
    expect(await after({ ...bare, title: 'Bảng', unitNote: 'Đơn vị tính: đồng' })).toEqual([0, 0, 3, 0]);
  });
});

describe('a list', () => {
  it('is not left by the paragraph that introduces it', async () => {
    const body: Block[] = [text('Gồm:'), { kind: 'list', items: [[{ text: 'Một;' }], [{ text: 'Hai.' }]] }, text('Ba.'), text('Bốn.')];
    const own = paragraphsIn((await read(...body)).sections[0]).filter(({ style }) => style === 'ReportText');
    expect(own.map((paragraph) => `${paragraph.text} ${paragraph.keepNext}`)).toEqual(['Gồm: true', '- Một; false', '- Hai. false', 'Ba. false', 'Bốn. true', 'Hết./. true']);
  });
});

describe('the charts of a report', () => {
  const charts = blocks.filter((block) => block.kind === 'chart');
  const partOf = (index: number) => docx.part(`word/charts/chart${index + 1}.xml`);

  it('are drawings with the alternative text, over their caption', () => {
    const drawn = docx.sections.flatMap((section) => section.blocks).filter((block) => block.kind === 'paragraph' && block.style === 'Figure');
    expect(charts.length).toBeGreaterThan(1);
    expect(drawn).toHaveLength(charts.length);
    drawn.forEach((paragraph, index) => {
      if (paragraph.kind !== 'paragraph') return;
      const all = allParagraphs(docx);
      expect(elementsIn(paragraph.element, 'wp:docPr').map((one) => one.attributes['descr'])).toEqual([charts[index]?.alternativeText]);
      expect(all[all.indexOf(paragraph) + 1]).toMatchObject({ text: charts[index]?.caption, align: 'center' });
      expect(paragraph.keepNext).toBe(true);
    });
  });

  it('write every figure as the PDF does, and nothing for a part that is zero or missing', () => {
    charts.forEach(({ definition }, index) => {
      const { rows } = chartTable(definition);
      const series = elementsIn(partOf(index), 'c:ser').map((one) => elementsIn(one, 'c:dLbl').filter((label) => elementsIn(label, 'a:t').length > 0).map((label) => elementsIn(label, 'a:t').map(textIn).join('')));
      const wanted = series.map((_, at) => rows.map((row) => row[at + 1] ?? '').filter((figure) => figure !== '0' && figure !== definition.missing));
      expect(series).toEqual(wanted);
    });
  });

  it('never draw a missing figure as zero, and say it', () => {
    const funding = charts.findIndex(({ definition }) => definition.kind === 'grouped-bars-by-source');
    const [, disbursed] = elementsIn(partOf(funding), 'c:ser');
    const values = disbursed === undefined ? [] : elementsIn(disbursed, 'c:val').flatMap((one) => elementsIn(one, 'c:pt')).map((one) => `${one.attributes['idx']}: ${textIn(one)}`);
    expect(values).toEqual(['0: 400000000', '2: 220000000', '3: 130000000']);
    const names = disbursed === undefined ? [] : elementsIn(disbursed, 'c:cat').flatMap((one) => elementsIn(one, 'c:pt')).map(textIn);
    expect(names[1]).toBe('Ngân sách hỗ trợ thực hiện Chương trình MTQG xây dựng nông thôn mới giai đoạn 2021-2025 (Giải ngân: chưa có số liệu)');
  });

  it('carry their figures in a workbook, so that they can be edited', () => {
    const books = Object.keys(docx.files).filter((path) => path.endsWith('.xlsx'));
    expect(books).toHaveLength(charts.length);
    const sheets = books.map((path) => strFromU8(unzipSync(docx.files[path] ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array()));
    expect(sheets.some((sheet) => sheet.includes('1081500000'))).toBe(true);
  });

  it('draw lines over months too', async () => {
    const block: ChartBlock = {
      kind: 'chart',
      caption: 'Biểu đồ',
      alternativeText: 'Số sản phẩm theo tháng',
      definition: {
        kind: 'cumulative-lines',
        title: 'Sản phẩm',
        description: 'Sản phẩm',
        valueFormat: 'integer',
        unit: 'sản phẩm',
        missing: 'chưa có số liệu',
        categoryLabel: 'Tháng',
        months: ['Tháng 1', 'Tháng 2'],
        series: [{ id: 'new', name: 'Lần đầu', values: [1, null] }],
        target: { value: 2, label: 'Mục tiêu' },
      },
    };
    const lines = elementsIn((await read(block)).part('word/charts/chart1.xml'), 'c:lineChart').flatMap((one) => elementsIn(one, 'c:ser'));
    expect(lines.map((one) => elementsIn(one, 'c:tx').flatMap((name) => elementsIn(name, 'c:v')).map(textIn))).toEqual([['Lần đầu'], ['Mục tiêu']]);
    expect(lines.map((one) => elementsIn(one, 'c:val').flatMap((values) => elementsIn(values, 'c:pt')).map(textIn))).toEqual([['1'], ['2', '2']]);
  });

  it('are as wide as the text', () => {
    const [extent] = docx.sections.flatMap(paragraphsIn).flatMap((paragraph) => elementsIn(paragraph.element, 'wp:extent'));
    expect(Number(extent?.attributes['cx']) / 12_700).toBeCloseTo(millimetres(165), 0);
  });
});

describe('appendices', () => {
  const names = (file: ReadDocx): string[] => allParagraphs(file).filter(({ style }) => style === 'AppendixName').map((paragraph) => paragraph.text);

  it('are numbered when there are two or more', () => {
    expect(names(docx)).toEqual(['Phụ lục I', 'Phụ lục II', 'Phụ lục III', 'Phụ lục IV', 'Phụ lục V']);
  });

  it('are not numbered when there is one', async () => {
    expect(names(readDocx(await renderReportDocx({ ...report, appendices: report.appendices.slice(0, 1) })))).toEqual(['Phụ lục']);
  });
});
