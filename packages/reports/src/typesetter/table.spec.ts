import { describe, expect, it } from '@jest/globals';
import { millimetres } from '../layout-rules.js';
import type { Block, TableBlock } from '../model.js';
import { LONG_TEXT, modelOf, tableOf, text } from '../testing/long-model.js';
import { contentLines, readPdf, type ReadPdf, type StructureNode } from '../testing/read-pdf.js';
import { renderReportPdf } from './render-report-pdf.js';

async function read(...body: Block[]): Promise<ReadPdf> {
  return readPdf(await renderReportPdf(modelOf([...body, text('Trên đây là báo cáo./.')])));
}

function countRoles(node: StructureNode | null, role: string): number {
  if (node === null) return 0;
  return (node.role === role ? 1 : 0) + (node.children ?? []).reduce((sum, child) => sum + countRoles(child, role), 0);
}

describe('a table of 200 rows', () => {
  const table = tableOf(200);
  const reading = read(table);

  it('repeats its header on top of every further page, as an artifact', async () => {
    const { pages } = await reading;
    const withRows = pages.filter((page) => page.lines.some((line) => line.tag === 'TD'));
    expect(withRows.length).toBeGreaterThan(5);
    for (const [index, page] of withRows.entries()) {
      const header = page.lines.filter((line) => line.text.includes('Nội dung') && line.font.includes('Bold'));
      expect(header.map((line) => line.tag)).toEqual([index === 0 ? 'TH' : 'Artifact']);
      const firstCell = page.lines.find((line) => line.tag === 'TD');
      expect(header[0]?.baseline).toBeLessThan(firstCell?.baseline ?? 0);
    }
  });

  it('loses no row and tears none', async () => {
    const pdf = await reading;
    const cells = contentLines(pdf).filter((line) => line.tag === 'TD');
    for (let no = 1; no <= 200; no += 1) expect(cells.filter((line) => line.text === String(no))).toHaveLength(1);
    for (const page of pdf.pages) {
      const starts = page.lines.filter((line) => line.tag === 'TD' && line.text.startsWith('Phối hợp tổ chức'));
      const ends = page.lines.filter((line) => line.tag === 'TD' && line.text.endsWith('sản phẩm OCOP.'));
      expect(starts).toHaveLength(ends.length);
    }
  });

  it('is one table in the structure, a row element for each row, its header and its total', async () => {
    const [first] = (await reading).pages;
    expect(countRoles(first?.tree ?? null, 'Table')).toBe(1);
    expect(countRoles(first?.tree ?? null, 'TR')).toBe(202);
  });

  it('does not leave the total alone', async () => {
    const lines = contentLines(await reading);
    expect(lines.find((line) => line.text === '200')?.page).toBe(lines.find((line) => line.text === 'Tổng cộng')?.page);
  });

  it('keeps every cell inside the margins and figures right-aligned', async () => {
    const pdf = await reading;
    for (const page of pdf.pages) {
      for (const frame of page.frames) {
        expect(frame.left).toBeGreaterThanOrEqual(millimetres(30) - 0.01);
        expect(frame.right).toBeLessThanOrEqual(millimetres(210 - 15) + 0.01);
        expect(frame.bottom).toBeLessThanOrEqual(millimetres(297 - 20) + 0.1);
      }
    }
    const figures = contentLines(pdf).filter((line) => line.text === '1.081,5');
    expect(new Set(figures.map((line) => line.right.toFixed(1))).size).toBe(1);
  });
});

describe('other tables', () => {
  it('tears a row only when it is higher than a page, between lines, with the header on both', async () => {
    const high: TableBlock = { ...tableOf(1), rows: [['1', Array.from({ length: 20 }, () => LONG_TEXT).join(' '), '0']] };
    const pdf = await read(text(LONG_TEXT), high);
    const cells = contentLines(pdf).filter((line) => line.tag === 'TD' && line.text.length > 5);
    expect(new Set(cells.map((line) => line.page)).size).toBeGreaterThan(1);
    expect(cells.map((line) => line.text).join(' ')).toBe(Array.from({ length: 20 }, () => LONG_TEXT).join(' '));
    expect(Math.max(...cells.map((line) => line.baseline))).toBeLessThan(millimetres(277));
  });

  it('does not split a small table', async () => {
    for (let before = 24; before < 36; before += 1) {
      const pdf = await read(...Array.from({ length: before }, () => text('Một dòng.')), { ...tableOf(4), totalRow: [null, 'Tổng cộng', '4'] });
      expect(new Set(contentLines(pdf).filter((line) => line.tag === 'TD' || line.tag === 'TH').map((line) => line.page)).size).toBe(1);
    }
  });

  it('merges header cells over columns and rows', async () => {
    const [no, name, money] = tableOf(1).columns;
    if (no === undefined || name === undefined || money === undefined) throw new Error('three columns expected');
    const table: TableBlock = {
      kind: 'table',
      columns: [no, name, { ...money, title: 'Dự toán' }, { ...money, title: 'Giải ngân' }],
      header: [
        [{ title: 'STT', rowSpan: 2 }, { title: 'Nội dung', rowSpan: 2 }, { title: 'Kinh phí', columnSpan: 2 }],
        [{ title: 'Dự toán' }, { title: 'Giải ngân' }],
      ],
      rows: [['1', 'Tập huấn', '10', '9']],
    };
    const lines = contentLines(await read(table)).filter((line) => line.tag === 'TH');
    const find = (wanted: string): { left: number; right: number; baseline: number } => {
      const line = lines.find((one) => one.text === wanted);
      if (line === undefined) throw new Error(`no header ${wanted}`);
      return line;
    };
    const centre = ({ left, right }: { left: number; right: number }): number => (left + right) / 2;
    expect(centre(find('Kinh phí'))).toBeCloseTo((centre(find('Dự toán')) + centre(find('Giải ngân'))) / 2, 0);
    expect(find('STT').baseline).toBeGreaterThan(find('Kinh phí').baseline);
    expect(find('STT').baseline).toBeLessThan(find('Dự toán').baseline);
  });

  it('leaves an empty cell empty and shows a true zero', async () => {
    const lines = contentLines(await read({ ...tableOf(1), rows: [['1', null, '0']] })).filter((line) => line.tag === 'TD');
    expect(lines.map((line) => line.text)).toEqual(['1', '0', '9.999']);
  });
});
