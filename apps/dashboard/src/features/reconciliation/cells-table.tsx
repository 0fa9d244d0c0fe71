import type { CommuneReconciliation, Reconciliation, ReconciliationCell } from '@ocop/contracts';
import { STAGES_OF_SUM, type Day, type ReconciliationState } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { statusShape } from '../../components/status-word.js';
import { differenceText, roundedText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';

const STATUS = { agrees: 'achieved', 'within-tolerance': 'on-track', differs: 'not-achieved', 'not-reported': 'no-data', 'not-in-ledger': 'at-risk' } as const satisfies Readonly<Record<ReconciliationState, string>>;

/** How a figure stands, by a word and a shape of its own; colour only repeats it. */
function StateWord({ state }: { state: ReconciliationState }) {
  const { messages } = useLanguage();
  const status = STATUS[state];
  return (
    <span className={`status status-${status}`}>
      {statusShape(status)}
      {messages.reconciliation.states[state]}
    </span>
  );
}

function Nothing({ why }: { why: string }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{why}</span>
    </>
  );
}

interface RowProps {
  cell: ReconciliationCell;
  source: string;
  unitId: number;
  /** The day up to which the ledger was summed up, or today before it. */
  asOf: Day;
  year: number;
}

function Row({ cell: { source: code, measure, reported, own, difference, state }, source, unitId, asOf, year }: RowProps) {
  const { messages, locale } = useLanguage();
  const words = messages.reconciliation;
  const { columns, noFigure } = words;
  const name = messages.funding.columns[measure];
  const text = (dong: string) => roundedText(BigInt(dong), 'dong', locale);
  return (
    <tr data-state={state}>
      <th scope="row">{source}</th>
      <td data-label={columns.measure}>{name}</td>
      <td className="figure" data-label={columns.reported}>
        {reported === null ? <Nothing why={noFigure.reported} /> : text(reported)}
      </td>
      <td className="figure" data-label={columns.own}>
        {own === null ? (
          <Nothing why={noFigure.own} />
        ) : (
          <Link
            to="/kinh-phi/so"
            search={{ year: String(year), asOf, unit: String(unitId), source: code, stage: STAGES_OF_SUM[measure].join(',') }}
            aria-label={messages.funding.entries(text(own), `${source}, ${name}`)}
          >
            {text(own)}
          </Link>
        )}
      </td>
      <td className="figure reconciliation-difference" data-label={columns.difference}>
        {difference === null ? <Nothing why={noFigure.difference} /> : differenceText(BigInt(difference), 'dong', locale)}
      </td>
      <td data-label={columns.state}>
        <StateWord state={state} />
      </td>
    </tr>
  );
}

/** A commune's figures beside the ledger's, source by source. */
export function CellsTable({ all: { sources, year }, commune: { cells, unitId, unitName }, asOf }: { all: Reconciliation; commune: CommuneReconciliation; asOf: Day }) {
  const { messages } = useLanguage();
  const words = messages.reconciliation;
  const { columns } = words;
  const figures: readonly string[] = [columns.reported, columns.own, columns.difference];
  return (
    <table className="ruled list-table funding-table reconciliation-table">
      <caption className="visually-hidden">{words.caption(unitName)}</caption>
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col" className={figures.includes(column) ? 'figure' : undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <Row key={`${cell.source} ${cell.measure}`} cell={cell} source={sources.find(({ code }) => code === cell.source)?.name ?? cell.source} unitId={unitId} asOf={asOf} year={year} />
        ))}
      </tbody>
    </table>
  );
}
