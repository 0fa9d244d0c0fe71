import { describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { parseCsv } from 'hucre/csv';
import type { TableExport } from './table-export.js';
import { writeCsv } from './csv-file.js';

interface Line {
  name: string | null;
  amount: bigint | null;
  points: string | null;
  at: string | null;
}
const table = (rows: Iterable<Partial<Line>> | AsyncIterable<Partial<Line>>): TableExport<Partial<Line>> => ({
  id: 'lines', permission: 'products.read', title: 'Sổ', asOf: null, plan: null, query: {}, provenance: [], total: 0, rows,
  columns: [
    { header: 'Tên', kind: 'text', value: ({ name = null }) => name },
    { header: 'Số tiền', kind: 'money', value: ({ amount = null }) => amount },
    { header: 'Điểm', kind: 'decimal', value: ({ points = null }) => points },
    { header: 'Lúc', kind: 'instant', value: ({ at = null }) => at },
  ],
});
const written = async (...rows: Partial<Line>[]) => (await buffer(writeCsv(table(rows)))).toString('utf8');

describe('a table as text', () => {
  it('is UTF-8 with BOM, in columns by semicolons, each row ended by CRLF (RFC 4180)', async () => {
    expect(await written({ name: 'Tinh dầu tràm', amount: 1_081_500_000n, points: '72.5', at: '2024-07-12T18:30:00.000Z' })).toBe(
      '\uFEFFTên;Số tiền;Điểm;Lúc\r\nTinh dầu tràm;1081500000;72,5;2024-07-13 01:30:00\r\n',
    );
  });

  it('has its header when there is no row', async () => {
    expect(await written()).toBe('\uFEFFTên;Số tiền;Điểm;Lúc\r\n');
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1'])('makes %j text that no spreadsheet runs', async (name) => {
    const [, row] = parseCsv(await written({ name }), { delimiter: ';' });
    expect(row?.[0]).toBe(`'${name}`);
  });

  it('keeps figures below 0 figures', async () => {
    expect(await written({ amount: -5n, points: '-0.5' })).toContain('\r\n;-5;-0,5;\r\n');
  });

  it('gives back every text as NFC, whatever characters it has', async () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[;"',\r\n=+\-@a-c ]*$/), fc.constant('Hương Vân'.normalize('NFD')));
    await fc.assert(
      fc.asyncProperty(fc.array(text.filter((one) => one !== ''), { minLength: 1, maxLength: 20 }), async (texts) => {
        const rows = parseCsv(await written(...texts.map((name) => ({ name }))), { delimiter: ';' }).slice(1);
        expect(rows.map(([name]) => String(name).replace(/^'(?=[=+\-@\t\r＝＋－＠])/, ''))).toEqual(texts.map((one) => one.normalize('NFC').replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')));
      }),
      { numRuns: 100 },
    );
  });

  it('breaks off when a row cannot be read', async () => {
    async function* rows() {
      yield { name: 'một' };
      throw new Error('the database is gone');
    }
    await expect(buffer(writeCsv(table(rows())))).rejects.toThrow('the database is gone');
  });
});
