import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw } from 'node:zlib';
import { writeXlsxStream } from 'hucre/xlsx';

// Writes rows like those of a ledger in one way and tells how long it took and how much memory the process ever had.

const ROWS = Number(process.argv[3]);
const SOURCES = ['Nguồn xã hội hóa', 'Ngân sách tỉnh theo Nghị quyết số 30/2021/NQ-HĐND', 'Vốn lồng ghép: khuyến công'];
const UNITS = ['Phường Tứ Hạ', 'Xã Bình Tiến', 'Phường Hương Văn'];

interface Line {
  no: number;
  day: string;
  at: string;
  text: string;
  amount: bigint;
}

function* lines(): Generator<Line> {
  for (let no = 1; no <= ROWS; no += 1) {
    const day = new Date(Date.UTC(2016, 0, 1 + (no % 3_650))).toISOString();
    yield { no, day: day.slice(0, 10), at: day, text: `Quyết định số ${no}/QĐ-UBND về giao kinh phí`, amount: BigInt(no * 7_919_337) };
  }
}
const one = <T>(list: readonly T[], no: number): T => list[no % list.length] as T;

const columns = [
  { header: 'Dòng', kind: 'whole', value: ({ no }: Line) => no },
  { header: 'Ngày', kind: 'day', value: ({ day }: Line) => day },
  { header: 'Nguồn', kind: 'text', value: ({ no }: Line) => one(SOURCES, no) },
  { header: 'Xã, phường', kind: 'text', value: ({ no }: Line) => one(UNITS, no) },
  { header: 'Giai đoạn', kind: 'text', value: () => 'giải ngân' },
  { header: 'Số tiền', kind: 'money', value: ({ amount }: Line) => amount },
  { header: 'Lũy kế', kind: 'money', value: ({ amount }: Line) => amount * 3n },
  { header: 'Văn bản', kind: 'text', value: ({ text }: Line) => text },
  { header: 'Nội dung', kind: 'text', value: ({ text, no }: Line) => `${text}, đợt ${no % 9}` },
  { header: 'Mảng việc', kind: 'whole', value: ({ no }: Line) => no % 7 },
  { header: 'Người ghi', kind: 'text', value: () => 'phong-tai-chinh' },
  { header: 'Ghi lúc', kind: 'instant', value: ({ at }: Line) => at },
  { header: 'Sửa dòng', kind: 'whole', value: ({ no }: Line) => (no % 11 === 0 ? no - 1 : null) },
  { header: 'Ghi chú', kind: 'text', value: ({ no }: Line) => (no % 5 === 0 ? 'đã đối chiếu' : null) },
] as const;

const discard = () => new Writable({ write: (_chunk, _encoding, done) => done() });
const exportsOf = (file: string) => join(import.meta.dirname, '..', '..', '..', 'apps', 'api', 'dist', 'platform', 'exports', file);
type Write = (tables: readonly object[], provenance: () => readonly object[]) => Readable;

const ways: Readonly<Record<string, () => Promise<void>>> = {
  xlsx: async () => {
    const { writeXlsx } = (await import(exportsOf('xlsx-file.js'))) as { writeXlsx: Write };
    await pipeline(writeXlsx([{ name: null, table: { columns, rows: lines() } }], () => []), discard());
  },
  csv: async () => {
    const { writeCsv } = (await import(exportsOf('csv-file.js'))) as { writeCsv: (table: object) => Readable };
    await pipeline(writeCsv({ columns, rows: lines() }), discard());
  },
  hucre: async () => {
    function* rows() {
      for (const line of lines()) {
        yield columns.map(({ kind, value }) => {
          const cell = value(line);
          if (cell === null) return null;
          if (kind === 'day' || kind === 'instant') return new Date(String(cell));
          return kind === 'money' ? Number(cell) : cell;
        }) as (string | number | Date | null)[];
      }
    }
    const formats = { whole: '#,##0', money: '#,##0', day: 'dd/mm/yyyy', instant: 'dd/mm/yyyy hh:mm:ss' } as const;
    const sheet = columns.map(({ header, kind }) => ({ header, width: 18, ...(kind === 'text' ? {} : { numFmt: formats[kind] }) }));
    await pipeline(Readable.fromWeb(writeXlsxStream(rows(), { name: 'Số liệu', columns: sheet, freezePane: { rows: 1 } }) as never), discard());
  },
};

const [, , way = ''] = process.argv;
const tell = (milliseconds: number) => console.log(JSON.stringify({ milliseconds, mib: process.resourceUsage().maxRSS / 1_024 }));
if (way === 'deflate') {
  const { rowXml, columnName } = (await import(exportsOf('xlsx-sheet.js'))) as { rowXml: (no: number, names: string[], values: object[]) => string; columnName: (index: number) => string };
  const names = columns.map((_, index) => columnName(index));
  const xml = await buffer(Readable.from([...lines()].map((line) => rowXml(line.no, names, columns.map((column) => ({ kind: column.kind, value: column.value(line) }))))));
  const since = performance.now();
  await pipeline(Readable.from([xml]), createDeflateRaw(), discard());
  tell(performance.now() - since);
} else {
  const since = performance.now();
  await ways[way]?.();
  tell(performance.now() - since);
}
