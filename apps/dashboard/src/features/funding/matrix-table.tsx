import {
  domainMessages, MONEY_COLUMNS, STAGES_OF_COLUMN, STAGES_OF_KIND, type FundingMatrix, type FundingSourceKind, type FundingStage, type MatrixRow, type MoneyColumn, type MoneyUnit,
} from '@ocop/domain';
import { dayText, differenceText, percentText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { MoneyCell, NoFigure } from './money-cell.js';

interface MatrixTableProps {
  matrix: FundingMatrix;
  sources: ReadonlyMap<string, { name: string; kind: FundingSourceKind }>;
  money: MoneyUnit;
  /** The day of the year before; null = there is nothing to compare with. */
  before: string | null;
}

/** Whether money of a kind goes through a column at all. */
function goesThrough(kind: FundingSourceKind | undefined, column: MoneyColumn): boolean {
  const stages: readonly FundingStage[] = kind === undefined ? [] : STAGES_OF_KIND[kind];
  return kind === undefined || STAGES_OF_COLUMN[column].some((stage) => stages.includes(stage));
}

interface RowProps extends Omit<MatrixTableProps, 'matrix' | 'sources'> {
  row: MatrixRow;
  name: string;
  source?: string;
  kind?: FundingSourceKind | undefined;
}

function Cells({ row, name, source, kind, money, before }: RowProps) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.matrix;
  return (
    <>
      {MONEY_COLUMNS.map((column) => {
        const change = row.change[column];
        return (
          <td key={column} className="figure" data-label={messages.funding.columns[column]} data-missing={row.sums[column] === null || undefined}>
            <MoneyCell
              amount={row.sums[column]}
              column={column}
              money={money}
              about={name}
              filters={source === undefined ? {} : { source }}
              why={goesThrough(kind, column) ? undefined : words.notAllocated}
            />
            {before !== null && change !== null && (
              <span className="matrix-change">
                <span aria-hidden="true">{differenceText(change, money, locale)}</span>
                <span className="visually-hidden">{words.lastYear(differenceText(change, money, locale), dayText(before, locale))}</span>
              </span>
            )}
          </td>
        );
      })}
      <td className="figure" data-label={words.toPlan} data-missing={row.toPlan === null || undefined}>
        {row.toPlan === null ? <NoFigure /> : differenceText(row.toPlan, money, locale)}
      </td>
      <td className="figure" data-label={words.rate} data-missing={row.rate === null || undefined}>
        {row.rate === null ? <NoFigure {...(kind === 'socialised' ? { why: words.notAllocated } : {})} /> : percentText(row.rate, locale)}
      </td>
      <td className="figure" data-label={words.share} data-missing={row.share === null || undefined}>
        {row.share === null ? <NoFigure /> : percentText(row.share, locale)}
      </td>
    </>
  );
}

/** Sources by stage: each figure the way to its entries, the change since the year before below it. */
export function MatrixTable({ matrix, sources, money, before }: MatrixTableProps) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.matrix;
  const unit = domainMessages[locale].moneyUnitNames[money];
  return (
    <table className="ruled list-table funding-table matrix-table">
      <caption className="visually-hidden">{words.caption(unit)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.source}</th>
          {[...MONEY_COLUMNS.map((column) => messages.funding.columns[column]), words.toPlan, words.rate, words.share].map((name) => (
            <th key={name} scope="col" className="figure">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map(({ source, ...row }, index) => {
          const { name = source, kind } = sources.get(source) ?? {};
          return (
            <tr key={source}>
              <th scope="row">
                <span className="matrix-source">
                  <span className={`source-mark source-mark-${index + 1}`} aria-hidden="true" />
                  <span>
                    {name}
                    {kind !== undefined && kind !== 'socialised' && <span className="funding-kind">{domainMessages[locale].fundingSourceKindNames[kind]}</span>}
                  </span>
                </span>
              </th>
              <Cells row={row} name={name} source={source} kind={kind} money={money} before={before} />
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <Cells row={matrix.total} name={words.total} money={money} before={before} />
        </tr>
      </tfoot>
    </table>
  );
}
