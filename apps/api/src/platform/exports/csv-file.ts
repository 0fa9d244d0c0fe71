import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { textOf } from './cells.js';
import type { TableExport, Value } from './table-export.js';

async function* lines<Row>({ columns, rows }: TableExport<Row>): AsyncGenerator<string[]> {
  yield columns.map(({ header }) => header);
  for await (const row of rows) yield columns.map((column) => textOf({ kind: column.kind, value: column.value(row) } as Value));
}

/** A table as text: UTF-8 with BOM, RFC 4180 with semicolons, which a Vietnamese Excel opens in columns (its comma is the decimal one). */
export function writeCsv<Row>(table: TableExport<Row>): Readable {
  // A line's end within a cell need not be that of the file.
  const csv = stringify({ bom: true, delimiter: ';', record_delimiter: 'windows', quoted_match: /[\r\n]/ });
  // A row that cannot be read breaks the file off: whoever fetches it is told, and has no shorter table.
  pipeline(Readable.from(lines(table)), csv, (error) => {
    if (error) csv.destroy(error);
  });
  return csv;
}
