import type { LedgerEntry } from '@ocop/contracts';
import { domainMessages, formatInteger, type MoneyUnit } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SortHead } from '../../components/sort-head.js';
import { getPlanOptions } from '../../lib/api/get-plan.js';
import { dayText, moneyText, roundedText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import { EntryDetail } from './entry-detail.js';
import type { LedgerSort, LedgerView } from './ledger-view.js';
import { NoFigure } from './money-cell.js';
import type { LedgerRows } from './use-ledger-rows.js';

const COLUMNS = ['occurredOn', 'source', 'stage', 'amount', 'unit', 'about', 'paper'] as const;
type Column = (typeof COLUMNS)[number];
const SORTED: Partial<Record<Column, LedgerSort>> = { occurredOn: 'occurredOn', source: 'source', stage: 'stage', amount: 'amount', unit: 'unit' };
const NEWEST_FIRST: readonly Column[] = ['occurredOn', 'amount'];

/** What an entry is about, as near as it says. */
function About({ entry: { activity, productName, producerName, workArea, note } }: { entry: LedgerEntry }) {
  const plan = useQuery(getPlanOptions(usePlanView()));
  const area = plan.data?.workAreas.find(({ no }) => no === workArea)?.name;
  return activity ?? productName ?? producerName ?? area ?? note ?? <NoFigure />;
}

function Marks({ entry }: { entry: LedgerEntry }) {
  const { messages } = useLanguage();
  const words = messages.funding.ledger;
  return (
    <>
      {entry.reversedBy !== null && <span className="ledger-mark">{words.reversed}</span>}
      {entry.reverses !== null && <span className="ledger-mark">{words.reversal}</span>}
      {entry.openWarnings > 0 && <span className="ledger-mark ledger-mark-open">{words.warned(entry.openWarnings)}</span>}
    </>
  );
}

/** What a narrow screen leaves out. */
const isMissing = ({ unitName, paperNumber }: LedgerEntry, column: Column): boolean => (column === 'unit' && unitName === null) || (column === 'paper' && paperNumber === null);

function Cell({ entry, column }: { entry: LedgerEntry; column: Column }) {
  const { locale } = useLanguage();
  switch (column) {
    case 'occurredOn':
      return dayText(entry.occurredOn, locale);
    case 'source':
      return entry.sourceName;
    case 'stage':
      return (
        <>
          {domainMessages[locale].fundingStageNames[entry.stage]} <Marks entry={entry} />
        </>
      );
    case 'amount': {
      const figure = roundedText(BigInt(entry.amount), 'dong', locale);
      return entry.reversedBy === null ? figure : <s>{figure}</s>;
    }
    case 'unit':
      return entry.unitName ?? <NoFigure />;
    case 'about':
      return <About entry={entry} />;
    case 'paper':
      return entry.paperNumber ?? <NoFigure />;
    default:
      return column satisfies never;
  }
}

interface RowProps {
  index: number;
  entry: LedgerEntry | undefined;
  open: boolean;
  measure: LedgerRows['measure'];
  onToggle: (id: number) => void;
  onReverse: (entry: LedgerEntry) => void;
}

/** An entry and, below it when asked for, all that is known of it. */
function Row({ index, entry, open, measure, onToggle, onReverse }: RowProps) {
  const { messages } = useLanguage();
  const words = messages.funding.ledger;
  return (
    <tbody ref={measure} data-index={index}>
      <tr aria-rowindex={index + 3} data-reversed={entry !== undefined && (entry.reversedBy !== null || entry.reverses !== null)}>
        {entry === undefined ? (
          <td colSpan={COLUMNS.length + 1} className="muted">
            {words.loading}
          </td>
        ) : (
          <>
            {COLUMNS.map((column) => (
              <td key={column} className={column === 'amount' ? 'figure' : undefined} data-column={column} data-label={words.columns[column]} data-missing={isMissing(entry, column) || undefined}>
                <Cell entry={entry} column={column} />
              </td>
            ))}
            <td data-column="details">
              <button type="button" className="text-button" aria-expanded={open} aria-label={words.detailsOf(entry.id)} onClick={() => onToggle(entry.id)}>
                {open ? words.close : words.details}
              </button>
            </td>
          </>
        )}
      </tr>
      {open && entry !== undefined && (
        <tr className="ledger-detail">
          <td colSpan={COLUMNS.length + 1}>
            <EntryDetail entry={entry} onReverse={() => onReverse(entry)} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** The height of the rows that are out of sight. */
const Gap = ({ height }: { height: number }) =>
  height <= 0 ? null : (
    <tbody aria-hidden="true" className="ledger-gap">
      <tr>
        <td colSpan={COLUMNS.length + 1} style={{ height }} />
      </tr>
    </tbody>
  );

interface LedgerTableProps {
  rows: LedgerRows;
  view: LedgerView;
  money: MoneyUnit;
  amount: string | null;
  /** Entries of more than one stage come to no sum that means anything by itself. */
  mixed: boolean;
  onReverse: (entry: LedgerEntry) => void;
}

/** The entries as the server sorted them, only those in sight drawn; above them what all that match come to. */
export function LedgerTable({ rows, view, money, amount, mixed, onReverse }: LedgerTableProps) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.ledger;
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <div ref={rows.place} className="ledger-frame">
      <table className="ruled list-table ledger-table" aria-rowcount={rows.total + 2} aria-busy={rows.first.isPlaceholderData}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => {
              const sort = SORTED[column];
              const className = column === 'amount' ? 'figure' : undefined;
              return sort === undefined ? (
                <th key={column} scope="col" data-column={column}>
                  {words.columns[column]}
                </th>
              ) : (
                <SortHead
                  key={column}
                  name={words.columns[column]}
                  className={className}
                  sorted={view.sort === sort ? view.order : null}
                  first={NEWEST_FIRST.includes(column) ? 'desc' : 'asc'}
                  onSort={(order) => view.change({ sort, order })}
                />
              );
            })}
            <th scope="col" data-column="details">
              <span className="visually-hidden">{words.details}</span>
            </th>
          </tr>
          <tr aria-rowindex={2} className="ledger-sum">
            <th scope="row" colSpan={3}>
              {words.sum(rows.total)} {mixed && <span className="muted">({words.mixed})</span>}
            </th>
            <td className="figure">{amount === null ? <NoFigure /> : formatInteger(BigInt(amount))}</td>
            <td colSpan={COLUMNS.length - 3} className="muted">
              {amount !== null && money !== 'dong' && `= ${moneyText(BigInt(amount), money, locale)}`}
            </td>
          </tr>
        </thead>
        <Gap height={rows.above} />
        {rows.items.map(({ index, key }) => {
          const entry = rows.rowAt(index);
          return (
            <Row
              key={key}
              index={index}
              entry={entry}
              open={entry !== undefined && entry.id === opened}
              measure={rows.measure}
              onToggle={(id) => setOpened(id === opened ? null : id)}
              onReverse={onReverse}
            />
          );
        })}
        <Gap height={rows.below} />
      </table>
    </div>
  );
}
