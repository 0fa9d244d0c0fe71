import type { Report, ReportFigure, ReportFigureRows } from '@ocop/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { reportFigureRowsOptions } from '../../lib/api/report-texts.js';
import { dayText, millionText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';

/** Rows shown at once: what a screen can be read through. */
const SHOWN = 200;

type Row = ReportFigureRows['items'][number];

/** What the rows come to: their number, or their amounts to the đồng. */
const sumOfRows = ({ measure, items }: Pick<ReportFigureRows, 'measure' | 'items'>): string =>
  measure === 'money' ? items.reduce((sum, { amount }) => sum + BigInt(amount ?? '0'), 0n).toString() : String(items.length);

function Table({ answer, onOpen }: { answer: ReportFigureRows; onOpen: (key: string) => void }) {
  const { messages, locale } = useLanguage();
  const words = messages.reportReading.figures.rows;
  const [shown, setShown] = useState(SHOWN);
  const { items, measure, name } = answer;
  const columns = (['on', 'paper'] as const).filter((column) => items.some((row) => row[column] !== null));
  const isMoney = measure === 'money';
  const cell = (row: Row, column: 'on' | 'paper') => {
    const text = row[column];
    if (text === null || column === 'paper') return text;
    const [year = '', month = '', day] = text.split('-');
    return day === undefined ? words.month(month, year) : dayText(text, locale);
  };
  const amount = (dong: string) => millionText(BigInt(dong), locale);
  const left = items.length - shown;
  return (
    <>
      <table role="table" className="ruled figure-rows">
        <caption className="visually-hidden">{words.caption(name)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {(['label', ...columns] as const).map((column) => (
              <th key={column} role="columnheader" scope="col">
                {words.columns[column]}
              </th>
            ))}
            {isMoney && (
              <th role="columnheader" scope="col" className="figure">
                {words.columns.amount}
              </th>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {/* Two lines of a ledger may be equal. */}
          {items.slice(0, shown).map((row, index) => (
            <tr key={index} role="row">
              <th role="rowheader" scope="row">
                {row.figure === null ? (
                  row.label
                ) : (
                  <button type="button" className="text-button" aria-label={words.open(row.label)} onClick={() => onOpen(row.figure ?? '')}>
                    {row.label}
                  </button>
                )}
                {row.detail !== null && <span className="muted">{row.detail}</span>}
              </th>
              {columns.map((column) => (
                <td key={column} role="cell" data-label={words.columns[column]}>
                  {cell(row, column)}
                </td>
              ))}
              {isMoney && (
                <td role="cell" className="figure">
                  {row.amount !== null && amount(row.amount)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {isMoney && (
          <tfoot role="rowgroup">
            <tr role="row">
              <th role="rowheader" scope="row" colSpan={columns.length + 1}>
                {words.sum}
              </th>
              <td role="cell" className="figure">
                {amount(sumOfRows(answer))}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
      {left > 0 && (
        <button type="button" className="text-button" onClick={() => setShown((before) => before + SHOWN)}>
          {words.more(Math.min(left, SHOWN))}
        </button>
      )}
    </>
  );
}

/** The rows a figure of a report is made of, as frozen, and whether they come to it. */
export function FigureRows({ report, figure, onOpen }: { report: Report; figure: ReportFigure; onOpen: (key: string) => void }) {
  const { messages } = useLanguage();
  const words = messages.reportReading.figures.rows;
  const asked = useQuery(reportFigureRowsOptions(report.id, figure.key));
  if (asked.error !== null) return <FailurePanel error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Skeleton lines={2} />;
  const { kept, measure, items, sum, value } = asked.data;
  if (!kept) return <p>{words.sumOnly}</p>;
  if (value === null) return <p>{words.notRecorded}</p>;
  if (items.length === 0) return <p>{words.none}</p>;
  const come = sumOfRows(asked.data);
  return (
    <>
      <Table answer={asked.data} onOpen={onOpen} />
      {measure !== 'record' &&
        (come === sum ? (
          <p>
            {measure === 'count' && `${words.counted(items.length)}. `}
            {words.agrees}
          </p>
        ) : (
          <p role="alert">{words.differs(come, sum ?? '')}</p>
        ))}
    </>
  );
}
