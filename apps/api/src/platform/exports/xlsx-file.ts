import { PassThrough, pipeline, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { messages } from './messages.js';
import type { ProvenanceLine, TableExport, Value } from './table-export.js';
import { columnName, labelledSheet, rowXml, sheetHead, sheetTail, STYLES, XML, xmlText } from './xlsx-sheet.js';

/** Rows of a sheet, its header among them. */
const SHEET_ROWS = 1_048_576;
/** Characters given on at once; strings of four times that are turned into bytes four times as slowly. */
const CHUNK = 16_384;

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = (sheets: number) =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${Array.from({ length: sheets }, (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`;

const relationships = (targets: readonly (readonly [type: string, target: string])[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

// The header is printed on every page of the data.
const workbook = (names: readonly string[]) =>
  `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets>${names.map((name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets><definedNames>${names.slice(0, -1).map((name, index) => `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${xmlText(name)}'!$1:$1</definedName>`).join('')}</definedNames></workbook>`;

/** The rows of a table sheet by sheet, each up to `most` of them. */
class Sheets<Row> {
  private readonly iterator: Iterator<Row> | AsyncIterator<Row>;
  private readonly names: readonly string[];
  private next: IteratorResult<Row> | undefined;
  written = 0;

  constructor(
    private readonly table: NamedTable<Row>['table'],
    private readonly most: number,
  ) {
    this.iterator = Symbol.asyncIterator in table.rows ? table.rows[Symbol.asyncIterator]() : table.rows[Symbol.iterator]();
    this.names = table.columns.map((_, index) => columnName(index));
  }

  async *sheet(): AsyncGenerator<string> {
    const { columns } = this.table;
    let chunk = sheetHead(columns, this.names);
    let no = 1;
    this.next ??= await this.iterator.next();
    for (; this.next.done !== true && no <= this.most; this.next = await this.iterator.next()) {
      const row = this.next.value;
      chunk += rowXml((no += 1), this.names, columns.map((column) => ({ kind: column.kind, value: column.value(row) }) as Value));
      if (chunk.length > CHUNK) {
        yield chunk;
        chunk = '';
      }
    }
    this.written += no - 1;
    yield chunk + sheetTail(this.names, no);
  }

  get isDone(): boolean {
    return this.next?.done === true;
  }

  /** Reads no further. */
  async close(): Promise<void> {
    await this.iterator.return?.();
  }
}

/** A table on sheets of its own; without a name they are numbered. */
export interface NamedTable<Row> {
  name: string | null;
  table: Pick<TableExport<Row>, 'columns' | 'rows'>;
}

/**
 * Tables as a workbook, written while their rows are read: the data, on further sheets where one is full, and a sheet of
 * where it comes from.
 * @param provenance given the number of rows written
 */
export function writeXlsx<Row>(tables: readonly NamedTable<Row>[], provenance: (rows: number) => readonly ProvenanceLine[], sheetRows = SHEET_ROWS): Readable {
  const zip = new ZipFile();
  const file = new PassThrough();
  const all = tables.map(({ name, table }) => ({ name, sheets: new Sheets(table, sheetRows - 1) }));
  let part: Readable | undefined;
  const add = async (path: string, text: Iterable<string> | AsyncIterable<string>) => {
    part = Readable.from(text, { objectMode: false });
    zip.addReadStream(part, path);
    await finished(part);
  };
  const writeParts = async () => {
    const names: string[] = [];
    const addSheet = (name: string, text: Iterable<string> | AsyncIterable<string>) => add(`xl/worksheets/sheet${names.push(name)}.xml`, text);
    for (const { name, sheets } of all) {
      let no = 1;
      do await addSheet(name === null ? messages.dataSheet(names.length + 1) : messages.namedSheet(name, no++), sheets.sheet());
      while (!sheets.isDone);
    }
    await addSheet(messages.provenanceSheet, [labelledSheet(provenance(all.reduce((sum, { sheets }) => sum + sheets.written, 0)))]);
    await add('xl/styles.xml', [STYLES]);
    await add('xl/workbook.xml', [workbook(names)]);
    await add('xl/_rels/workbook.xml.rels', [relationships([...names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const), ['styles', 'styles.xml']])]);
    await add('_rels/.rels', [relationships([['officeDocument', 'xl/workbook.xml']])]);
    await add('[Content_Types].xml', [contentTypes(names.length)]);
    zip.end();
  };
  // Whoever fetches the file goes away: nothing more is read.
  pipeline(zip.outputStream, file, () => part?.destroy());
  const write = async () => {
    try {
      await writeParts();
    } catch (error) {
      // A row that cannot be read breaks the file off: no shorter table is taken for the whole.
      file.destroy(error instanceof Error ? error : new Error(String(error)));
      for (const { sheets } of all) await sheets.close();
    }
  };
  void write();
  return file;
}
