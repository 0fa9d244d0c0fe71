import type { Registration } from '@ocop/contracts';
import { domainMessages, formatInteger, type RegistrationStage } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import { BoardCard } from './board-card.js';
import type { Board, BoardColumn, BoardFilters } from './board-columns.js';

interface StageCountProps {
  column: BoardColumn;
  filters: BoardFilters;
}

/** How many stand at a stage, as a link to their list under the same filters. */
function StageCount({ column: { stage, cards }, filters: { unit, kind, round } }: StageCountProps) {
  const { messages, locale } = useLanguage();
  const { year, asOf } = usePlanView();
  const search = {
    year: String(year), asOf, stage,
    ...(unit === null ? {} : { unit: String(unit) }),
    ...(kind === null ? {} : { kind }),
    ...(round === null ? {} : { round: String(round) }),
  };
  return (
    <Link to="/san-pham" search={search} className="board-count" aria-label={messages.board.inList(domainMessages[locale].stageNames[stage], cards.length)}>
      {formatInteger(cards.length)}
    </Link>
  );
}

interface BoardViewProps {
  board: Board;
  filters: BoardFilters;
  onMove: ((registration: Registration) => void) | null;
}

/** A column per stage, side by side where there is room, one below the other on a phone. */
export function BoardView({ board, filters, onMove }: BoardViewProps) {
  const { messages, locale } = useLanguage();
  const words = messages.board;
  const { stageNames } = domainMessages[locale];
  const { asOf } = usePlanView();
  const cards = (column: BoardColumn) => (
    <ul className="board-cards">
      {column.cards.map((registration) => (
        <BoardCard key={registration.id} registration={registration} asOf={asOf} onMove={onMove} />
      ))}
    </ul>
  );
  const heading = (stage: RegistrationStage, count: ReactNode) => (
    <div className="board-heading">
      <h2>{stageNames[stage]}</h2>
      {count}
    </div>
  );
  return (
    <div className="board-columns" tabIndex={0} role="region" aria-label={words.heading}>
      {board.columns.map((column) => (
        <section key={column.stage} className={column.cards.length === 0 ? 'board-column board-column-empty' : 'board-column'} aria-label={stageNames[column.stage]}>
          {heading(column.stage, column.cards.length > 0 && <StageCount column={column} filters={filters} />)}
          {column.cards.length === 0 ? <p className="muted">{words.noneHere}</p> : cards(column)}
        </section>
      ))}
      <section className={board.ended.length === 0 ? 'board-column board-column-empty' : 'board-column'} aria-label={words.ended}>
        <div className="board-heading">
          <h2>{words.ended}</h2>
        </div>
        {board.ended.length === 0 && <p className="muted">{words.noneHere}</p>}
        {board.ended.map((column) => (
          <div key={column.stage} className="board-ended">
            <StageCount column={column} filters={filters} />
            <details>
              <summary>{stageNames[column.stage]}</summary>
              {cards(column)}
            </details>
          </div>
        ))}
      </section>
    </div>
  );
}
