import type { NewStep, Registration } from '@ocop/contracts';
import { domainMessages, REGISTRATION_KINDS, type RegistrationStage } from '@ocop/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { FilterChoice } from '../../components/filter-choice.js';
import { Skeleton } from '../../components/skeleton.js';
import { wholeListOptions } from '../../lib/api/list-all-registrations.js';
import { dayText } from '../../lib/figure-text.js';
import { roundOptions, unitOptions } from '../../lib/filter-options.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useMay } from '../../lib/session.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { boardOf, STUCK_AFTER_DAYS } from './board-columns.js';
import { BoardOutcome } from './board-outcome.js';
import { BoardView } from './board-view.js';
import { MovePanel } from './move-panel.js';
import { useBoardMoves, type BoardMove } from './use-board-moves.js';
import { useBoardView } from './use-board-view.js';
import './board.css';

interface Moving {
  registration: Registration;
  draft: NewStep | null;
  error: Error | null;
}

interface Outcome {
  text: string;
  undo: { id: number; version: number; product: string; from: RegistrationStage } | null;
}

function Filters({ whole, view }: { whole: readonly Registration[]; view: ReturnType<typeof useBoardView> }) {
  const { messages, locale } = useLanguage();
  const words = messages.products;
  const { filters, change } = view;
  const kinds = domainMessages[locale].registrationKindShortNames;
  const asked = (value: string) => (value === '' ? undefined : value);
  return (
    <div className="list-filters" role="search" aria-label={messages.board.filters}>
      <FilterChoice label={words.unit} chosen={String(filters.unit ?? '')} options={unitOptions(whole, filters.unit, words.unknownUnit)} onChoose={(unit) => change({ unit: asked(unit) })} />
      <FilterChoice label={words.kind} chosen={filters.kind ?? ''} options={REGISTRATION_KINDS.map((kind) => [kind, kinds[kind]])} onChoose={(kind) => change({ kind: asked(kind) })} />
      <FilterChoice label={words.columns.roundNo} chosen={String(filters.round ?? '')} options={roundOptions(whole, filters.round)} onChoose={(round) => change({ round: asked(round) })} />
      {Object.values(filters).some((filter) => filter !== null) && (
        <button type="button" className="text-button" onClick={() => change({ unit: undefined, kind: undefined, round: undefined })}>
          {words.clear}
        </button>
      )}
    </div>
  );
}

/** What may be done on the board, and what came of it. */
function useMoving() {
  const { messages, locale } = useLanguage();
  const words = messages.board.outcome;
  const { stageNames } = domainMessages[locale];
  const day = usePlanView();
  const { add, undo } = useBoardMoves(day);
  const [moving, setMoving] = useState<Moving | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const submit = (move: BoardMove) => {
    const { registration, step } = move;
    const { id, productName: product, stage: from } = registration;
    setMoving(null);
    add.mutate(move, {
      onSuccess: ({ version }) => {
        const later = step.happenedOn > day.asOf ? ` ${words.later(dayText(step.happenedOn, locale))}` : '';
        setOutcome({ text: `${words.moved(product, stageNames[from], stageNames[step.stage])}${later}`, undo: { id, version, product, from } });
      },
      onError: (error) => setMoving({ registration, draft: step, error }),
    });
  };
  const takeBack = ({ id, version, product, from }: NonNullable<Outcome['undo']>) => {
    undo.mutate({ id, version, reason: words.undoReason }, {
      onSuccess: () => setOutcome({ text: words.undone(product, stageNames[from]), undo: null }),
      onError: ({ message }) => setOutcome({ text: words.notUndone(message), undo: null }),
    });
  };
  return { moving, setMoving, outcome, setOutcome, submit, takeBack };
}

/** The registrations of the year as they stand on the day, stage by stage, to be moved on from here. */
export function BoardPage() {
  const { messages } = useLanguage();
  const words = messages.board;
  const { year, asOf } = usePlanView();
  const view = useBoardView();
  const list = useQuery(wholeListOptions(useQueryClient(), { year, asOf }));
  const mayMove = useMay('registrations.write');
  const { moving, setMoving, outcome, setOutcome, submit, takeBack } = useMoving();
  usePageTitle(words.heading);
  const whole = list.data ?? [];
  const board = boardOf(whole, view.filters);
  const total = board.total === whole.length ? words.total(board.total) : words.filteredTotal(board.total, whole.length);
  const body = () => {
    if (list.error !== null && list.data === undefined) return <FailurePanel error={list.error} retry={() => void list.refetch()} />;
    if (list.data === undefined) return <Skeleton lines={10} />;
    if (board.total === 0) return <p>{whole.length === 0 ? words.empty(year) : words.noMatch}</p>;
    return <BoardView board={board} filters={view.filters} onMove={mayMove ? (registration) => setMoving({ registration, draft: null, error: null }) : null} />;
  };
  return (
    <div className="board">
      <h1>{words.heading}</h1>
      <Filters whole={whole} view={view} />
      {view.refused && <p role="alert">{words.refused}</p>}
      <p className="board-total">
        <strong role="status">{list.data === undefined ? messages.states.loading : total}</strong> <span className="muted">{words.stuckExplained(STUCK_AFTER_DAYS)}</span>
      </p>
      {outcome !== null && (
        <BoardOutcome text={outcome.text} onUndo={outcome.undo === null ? null : () => outcome.undo !== null && takeBack(outcome.undo)} onClose={() => setOutcome(null)} />
      )}
      {body()}
      {moving !== null && <MovePanel {...moving} onSubmit={submit} onCancel={() => setMoving(null)} />}
    </div>
  );
}
