import { describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { cellAt, provenanceOf, readWorkbook } from '../../testing/workbook.js';
import { columnName, rowXml, STYLES } from './xlsx-sheet.js';
import type { TableExport } from './table-export.js';
import { writeXlsx } from './xlsx-file.js';

interface Line {
  name: string | null;
  amount: bigint | string | null;
  day: string | null;
  at: string | null;
  points: string | null;
  count: number | null;
}
const line: Line = { name: null, amount: null, day: null, at: null, points: null, count: null };

const table = (rows: Iterable<Partial<Line>> | AsyncIterable<Partial<Line>>): TableExport<Partial<Line>> => ({
  id: 'lines', permission: 'products.read', title: 'Sổ', asOf: null, plan: null, query: {}, provenance: [], total: 0, rows,
  columns: [
    { header: 'Tên', kind: 'text', width: 40, value: ({ name = null }) => name },
    { header: 'Số tiền', kind: 'money', value: ({ amount = null }) => amount },
    { header: 'Ngày', kind: 'day', value: ({ day = null }) => day },
    { header: 'Lúc', kind: 'instant', value: ({ at = null }) => at },
    { header: 'Điểm', kind: 'decimal', value: ({ points = null }) => points },
    { header: 'Số', kind: 'whole', value: ({ count = null }) => count },
  ],
});
const written = async (rows: Iterable<Partial<Line>>, sheetRows?: number) =>
  readWorkbook(await buffer(writeXlsx([{ name: null, table: table(rows) }], (n) => [{ label: 'Số dòng', kind: 'whole', value: n }], sheetRows)));
const first = async (row: Partial<Line>, ref: string) => cellAt((await written([row])).sheets[0], ref);

describe('a table as a workbook', () => {
  it('has figures as numbers, shown with the separators of whoever reads', async () => {
    expect(await first({ amount: 1_081_500_000n }, 'B2')).toMatchObject({ value: 1_081_500_000, type: 'number', style: { numFmt: '#,##0' } });
    expect(await first({ amount: '-250000' }, 'B2')).toMatchObject({ value: -250_000, type: 'number' });
    expect(await first({ points: '72.5' }, 'E2')).toMatchObject({ value: 72.5, type: 'number', style: { numFmt: '#,##0.0###' } });
    expect(await first({ count: 12_345 }, 'F2')).toMatchObject({ value: 12_345, type: 'number', style: { numFmt: '#,##0' } });
  });

  it('has days and instants as days, written as in Vietnam and in its time', async () => {
    expect(await first({ day: '2024-02-29' }, 'C2')).toMatchObject({ value: new Date('2024-02-29T00:00:00Z'), type: 'date', style: { numFmt: 'dd/mm/yyyy' } });
    expect(await first({ at: '2024-07-12T18:30:00.000Z' }, 'D2')).toMatchObject({ value: new Date('2024-07-13T01:30:00Z'), type: 'date' });
  });

  it('writes a day that spreadsheets have no number for as text', async () => {
    expect(await first({ day: '1018-01-01' }, 'C2')).toMatchObject({ value: '1018-01-01', type: 'string' });
  });

  it.each([
    ['999999999999999', 999_999_999_999_999, 'number'],
    ['-999999999999999', -999_999_999_999_999, 'number'],
    // Fifteen digits are all a spreadsheet shows: 10^15 đồng and the last of a double's whole numbers are text.
    ['1000000000000001', '1000000000000001', 'string'],
    ['9007199254740993', '9007199254740993', 'string'],
  ])('never rounds an amount: %s', async (amount, value, type) => {
    expect(await first({ amount }, 'B2')).toMatchObject({ value, type });
  });

  it('refuses a number that is not exact', async () => {
    await expect(written([{ count: 2 ** 53 }])).rejects.toThrow('Not a whole number');
    await expect(written([{ points: '1e9' }])).rejects.toThrow('Not a decimal number');
  });

  it('leaves what is missing empty, not 0', async () => {
    const [sheet] = (await written([line])).sheets;
    expect(sheet?.rows).toHaveLength(1);
  });

  it.each(['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('keeps %j text', async (name) => {
    const cell = await first({ name }, 'A2');
    expect(cell).toMatchObject({ value: name, type: 'string' });
    expect(cell?.formula).toBeUndefined();
  });

  it('marks such a text so that editing the cell makes no formula of it (quotePrefix)', () => {
    const style = Number(/ s="(\d+)"/.exec(rowXml(2, ['A'], [{ kind: 'text', value: '=1+1' }]))?.[1]);
    const formats = STYLES.slice(STYLES.indexOf('<cellXfs')).match(/<xf [^>]*>/g) ?? [];
    expect(formats.flatMap((format, index) => (format.includes('quotePrefix="1"') ? [index] : []))).toEqual([style]);
    expect(rowXml(2, ['A'], [{ kind: 'text', value: '1+1' }])).toContain(' s="0"');
  });

  it('has its header in the first row, frozen, in bold, with the widths asked', async () => {
    const [sheet] = (await written([{ name: 'Thanh trà' }])).sheets;
    expect(sheet?.rows[0]).toEqual(['Tên', 'Số tiền', 'Ngày', 'Lúc', 'Điểm', 'Số']);
    expect(sheet?.freezePane).toMatchObject({ rows: 1 });
    expect(cellAt(sheet, 'A1')?.style?.font?.bold).toBe(true);
    expect(sheet?.columns?.[0]?.width).toBe(40);
  });

  it('goes on with further sheets where one is full, each with the header, and counts every row', async () => {
    const workbook = await written(Array.from({ length: 7 }, (_, index) => ({ count: index })), 4);
    expect(workbook.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['Số liệu', 4], ['Số liệu 2', 4], ['Số liệu 3', 2], ['Nguồn số liệu', 1]]);
    expect(workbook.sheets.slice(0, 3).flatMap(({ rows }) => rows.slice(1).map((row) => row[5]))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(provenanceOf(workbook, 'Số dòng')).toBe(7);
    // A sheet that is just full has no empty one behind it.
    expect((await written([{}, {}, {}], 4)).sheets).toHaveLength(2);
  });

  it('has a header and its provenance when there is no row', async () => {
    const workbook = await written([]);
    expect(workbook.sheets.map(({ rows }) => rows.length)).toEqual([1, 1]);
  });

  it('gives back every text as NFC, whatever characters it has', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[=+\-@_x0-9A-F\r\n\t &<>"']*$/), fc.constantFrom('Hương Vân'.normalize('NFD'), '_x000D_', ' hai đầu '));
    await fc.assert(
      fc.asyncProperty(fc.array(text.filter((one) => one !== ''), { minLength: 1, maxLength: 20 }), async (texts) => {
        const [sheet] = (await written(texts.map((name) => ({ name })))).sheets;
        expect(sheet?.rows.slice(1).map(([name]) => name)).toEqual(texts.map((one) => one.normalize('NFC')));
      }),
      { numRuns: 60 },
    );
  });

  it('says in the cell how much of a text is missing when no cell holds it', async () => {
    const cell = await first({ name: 'ă'.repeat(40_000) }, 'A2');
    expect(String(cell?.value).length).toBeLessThanOrEqual(32_767);
    expect(cell?.value).toMatch(/^ă+… \[còn 7\.\d{3} ký tự, một ô Excel không chứa hết; xem tệp CSV\]$/);
  });

  it('breaks off when a row cannot be read: no shorter table is taken for the whole', async () => {
    async function* rows() {
      yield { count: 1 };
      throw new Error('the database is gone');
    }
    await expect(buffer(writeXlsx([{ name: null, table: table(rows()) }], () => []))).rejects.toThrow('the database is gone');
  });

  it('reads no further when whoever fetches it goes away', async () => {
    let closed = false;
    let read = 0;
    async function* rows() {
      try {
        for (;;) yield { count: (read += 1), name: String(Math.sin(read)) };
      } finally {
        closed = true;
      }
    }
    const file = writeXlsx([{ name: null, table: table(rows()) }], () => []);
    for await (const chunk of file) if ((chunk as Buffer).length > 0 && read > 1_000) break;
    while (!closed) await new Promise((done) => setTimeout(done, 10));
    const before = read;
    await new Promise((done) => setTimeout(done, 50));
    expect(read).toBe(before);
  });

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
