import type { Permission } from '@ocop/contracts';
import type { Day } from '@ocop/domain';
import { withRowScope } from '../database/row-scope.js';
import type { Viewer } from '../access/viewer.js';
import { messages } from './messages.js';

/** How a value is read: money is whole đồng; a decimal is plain digits with a dot; an instant is ISO 8601. */
export type Value =
  | { kind: 'text' | 'decimal' | 'day' | 'instant'; value: string | null }
  | { kind: 'whole'; value: number | null }
  | { kind: 'money'; value: bigint | string | null };
export type ValueKind = Value['kind'];

type Reads<Row, V> = V extends Value ? { kind: V['kind']; value: (row: Row) => V['value'] } : never;

/** A column: its heading, how its values are read, what it takes of a row (null = missing, an empty cell), its width in characters. */
export type ExportColumn<Row> = { header: string; width?: number } & Reads<Row, Value>;

/** A line of the sheet that says where the figures come from. */
export type ProvenanceLine = { label: string } & Value;

/** A whole table as it leaves the program: every row that matches, in the order of its list. */
export interface TableExport<Row> {
  /** In the audit trail, such as “products”. */
  id: string;
  /** What the list asks of who reads it. */
  permission: Permission;
  /** In the file's name and its sheet of provenance. */
  title: string;
  /** The day the figures are of; null = the table has none. */
  asOf: Day | null;
  plan: { number: string; demo: boolean } | null;
  /** What was asked, for the audit trail. */
  query: object;
  /** The same in words, the order of the rows among them, and figures that belong to the whole table. */
  provenance: readonly ProvenanceLine[];
  columns: readonly ExportColumn<Row>[];
  rows: Iterable<Row> | AsyncIterable<Row>;
  /** How many rows there are. */
  total: number;
}

/** What was asked of a list, in words; what was not asked is left out. */
export function filterLines(asked: readonly (readonly [label: string, words: string | number | undefined])[]): ProvenanceLine[] {
  const lines = asked.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, kind: 'text', value: String(value) } as const]));
  return lines.length > 0 ? lines : [{ label: messages.provenance.filters, kind: 'text', value: messages.provenance.noFilters }];
}

/** In which order the rows stand. */
export const orderLine = (column: string, order: 'asc' | 'desc' | undefined): ProvenanceLine => ({
  label: messages.provenance.order, kind: 'text', value: messages.order(column, order),
});

const READ_AT_ONCE = 2_000;

/**
 * The rows of these ids, read a part at a time in the scope of who asks: the answer is sent after the request's own
 * context ended. The ids are one reading, so a fact entered meanwhile neither repeats nor drops a row.
 */
export async function* rowsOf<Id, Row>(viewer: Viewer, ids: readonly Id[], read: (part: readonly Id[]) => Promise<readonly Row[]>): AsyncGenerator<Row> {
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    yield* await withRowScope(viewer.units ?? 'all', () => read(ids.slice(from, from + READ_AT_ONCE)));
  }
}
