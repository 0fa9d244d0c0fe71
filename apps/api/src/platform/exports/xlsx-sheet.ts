import { cellOf, wouldRun } from './cells.js';
import type { Value, ValueKind } from './table-export.js';

/** Styles of cells by their place in `xl/styles.xml`. */
const STYLE = { header: 1, quoted: 2, whole: 3, money: 3, decimal: 4, day: 5, instant: 6, figure: 7, label: 8, text: 0 } as const;

/** Added to the style of a figure, it stands at the left, below a text. */
const LEFT = 6;

/** Characters wide, unless a column says so. */
const WIDTH: Readonly<Record<ValueKind, number>> = { text: 24, whole: 10, money: 18, decimal: 12, day: 12, instant: 20 };

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** On paper as wide as a page of A4, as long as it takes. */
const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const PAGE = '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

// A control character, and a text that looks like one written so, are written as ECMA-376 part 1, 22.9.2.19 says.
// oxlint-disable-next-line no-control-regex -- These are what must not stand in XML.
const UNWRITABLE = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/;
const ALL_UNWRITABLE = new RegExp(UNWRITABLE, 'g');
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (character: string) => ENTITIES[character] ?? `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

// Most texts have none of them, and looking is cheaper than replacing.
export const xmlText = (text: string): string => (UNWRITABLE.test(text) ? text.replaceAll(ALL_UNWRITABLE, escaped) : text);

/** Column 0 is A, 26 is AA. */
export const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `${columnName(Math.floor(index / 26) - 1)}${columnName(index % 26)}`;

const textCell = (ref: string, style: number, text: string) =>
  `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

function cellXml(ref: string, value: Value, shift = 0): string {
  const cell = cellOf(value);
  if (cell === null) return '';
  if ('number' in cell) return `<c r="${ref}" s="${STYLE[cell.kind] + shift}"><v>${cell.number}</v></c>`;
  // Text stays text also when somebody edits the cell.
  return textCell(ref, cell.kind === 'text' && wouldRun(cell.text) ? STYLE.quoted : STYLE[cell.kind], cell.text);
}

export const rowXml = (no: number, names: readonly string[], values: readonly Value[]): string =>
  `<row r="${no}">${values.map((value, index) => cellXml(`${names[index]}${no}`, value)).join('')}</row>`;

interface SheetColumn {
  header: string;
  kind: ValueKind;
  width?: number;
}

const widths = (columns: readonly SheetColumn[]) =>
  `<cols>${columns.map(({ kind, width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width ?? WIDTH[kind]}" customWidth="1"/>`).join('')}</cols>`;

/** A sheet up to its rows: the header frozen, on paper as wide as a page. */
export const sheetHead = (columns: readonly SheetColumn[], names: readonly string[]): string =>
  `${XML}<worksheet xmlns="${MAIN}">${FIT}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${widths(columns)}<sheetData><row r="1">${columns
    .map(({ header }, index) => textCell(`${names[index]}1`, STYLE.header, header))
    .join('')}</row>`;

/** The rest of it, with a filter over the rows. */
export const sheetTail = (names: readonly string[], lastRow: number): string =>
  `</sheetData><autoFilter ref="A1:${names.at(-1)}${lastRow}"/>${PAGE}</worksheet>`;

/** A sheet of labels and values. */
export const labelledSheet = (lines: readonly ({ label: string } & Value)[]): string =>
  `${XML}<worksheet xmlns="${MAIN}">${FIT}${widths([{ header: '', kind: 'text', width: 28 }, { header: '', kind: 'text', width: 72 }])}<sheetData>${lines
    .map((line, index) => `<row r="${index + 1}">${textCell(`A${index + 1}`, STYLE.label, line.label)}${cellXml(`B${index + 1}`, line, LEFT)}</row>`)
    .join('')}</sheetData>${PAGE}</worksheet>`;

const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Times New Roman"/><family val="1"/></font>`;
const xf = (format: number, more = '') => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}/>`;
const aligned = (format: number, side: string) => xf(format, ' applyAlignment="1"').replace('/>', `><alignment horizontal="${side}"/></xf>`);

/** `#,##0` and its like are shown with the separators of whoever opens the file; days always as Vietnam writes them. */
export const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm:ss"/><numFmt numFmtId="166" formatCode="#,##0.0###"/></numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFEBE4"/></patternFill></fill></fills><borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF7A7267"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="13">${[
  xf(0),
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
  xf(0, ' quotePrefix="1"'),
  xf(3),
  xf(166),
  xf(164),
  xf(165),
  aligned(0, 'right'),
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  ...[3, 166, 164, 165].map((format) => aligned(format, 'left')),
].join('')}</cellXfs></styleSheet>`;
