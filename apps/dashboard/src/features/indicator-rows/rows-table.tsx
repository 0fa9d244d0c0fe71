import type { IndicatorRow } from '@ocop/contracts';
import type { IndicatorId, IndicatorUnit, MoneyUnit } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { dayText, figureText } from '../../lib/figure-text.js';
import { fullFigure, unitWords } from '../../lib/figure-words.js';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';
import type { RowSum } from './row-sums.js';

interface RowsTableProps {
  id: IndicatorId;
  rows: readonly IndicatorRow[];
  value: string;
  unit: IndicatorUnit;
  money: MoneyUnit;
  sum: RowSum;
}

const OPTIONAL = ['detail', 'unitName', 'happenedOn', 'paper'] as const;
type OptionalColumn = (typeof OPTIONAL)[number];

// The parts and wholes of a rate are amounts of money, whatever the rate's own unit.
const rowUnit = (unit: IndicatorUnit): IndicatorUnit => (unit === 'percent' ? 'dong' : unit);

/** A row that is of a registration leads to its product, whose page tells the rest. */
function RowName({ row }: { row: IndicatorRow }) {
  const registration = /^registration-(\d+)$/.exec(row.key)?.[1];
  if (registration === undefined) return row.label;
  return (
    <Link to="/ho-so/$id" params={{ id: registration }} search={readPageSearch}>
      {row.label}
    </Link>
  );
}

/** The rows behind a figure and what they come to, part and whole apart for a rate. */
export function RowsTable({ id, rows, value, unit, money, sum }: RowsTableProps) {
  const { messages, locale } = useLanguage();
  const words = messages.indicatorRows;
  const inRows = rowUnit(unit);
  const shown = OPTIONAL.filter((column) => rows.some((row) => row[column] !== null));
  const cell = (row: IndicatorRow, column: OptionalColumn) => {
    const text = row[column];
    return text !== null && column === 'happenedOn' ? dayText(text, locale) : text;
  };
  const line = (row: IndicatorRow) => (
    <tr key={row.key} role="row">
      <th role="rowheader" scope="row">
        <RowName row={row} />
      </th>
      {shown.map((column) => (
        <td key={column} role="cell" data-column={column} data-label={words.columns[column]}>
          {cell(row, column)}
        </td>
      ))}
      <td role="cell" className="figure" data-column="contribution">
        {figureText(row.contribution, inRows, locale, money)}
      </td>
    </tr>
  );
  const sumLine = (label: string, amount: string) => (
    <tr role="row" className="rows-sum">
      <th role="rowheader" scope="row" colSpan={shown.length + 1}>
        {label}
      </th>
      <td role="cell" className="figure" data-column="contribution">
        {figureText(amount, inRows, locale, money)}
      </td>
    </tr>
  );
  const named = (names: Partial<Record<IndicatorId, string>>, otherwise: string) => names[id] ?? otherwise;
  const groups =
    sum.kind === 'total'
      ? [{ role: 'part' as const, heading: null, label: words.sum, amount: sum.sum }]
      : [
          { role: 'part' as const, heading: named(words.parts, words.part), label: words.sum, amount: sum.part },
          { role: 'whole' as const, heading: named(words.wholes, words.whole), label: words.sum, amount: sum.whole },
        ];
  return (
    <table role="table" className="rows-table">
      <caption className="visually-hidden">{words.rowsHeading(rows.length)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {words.columns.label}
          </th>
          {shown.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {words.columns[column]}
            </th>
          ))}
          <th role="columnheader" scope="col" className="figure">
            {words.contributionIn(unitWords(inRows, money, locale))}
          </th>
        </tr>
      </thead>
      {groups.map(({ role, heading, label, amount }) => (
        <tbody key={role} role="rowgroup">
          {heading !== null && (
            <tr role="row" className="rows-group">
              <th role="rowheader" scope="rowgroup" colSpan={shown.length + 2}>
                {heading}
              </th>
            </tr>
          )}
          {rows.filter((row) => row.role === role).map(line)}
          {sumLine(label, amount)}
        </tbody>
      ))}
      <tfoot role="rowgroup">
        <tr role="row">
          <td role="cell" colSpan={shown.length + 2} className="rows-check" data-agrees={sum.agrees}>
            {sum.kind === 'rate'
              ? words.rate(
                  fullFigure(sum.part, inRows, money, locale),
                  fullFigure(sum.whole, inRows, money, locale),
                  figureText(value, unit, locale, money),
                )
              : words.equalsValue(fullFigure(sum.sum, inRows, money, locale))}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
