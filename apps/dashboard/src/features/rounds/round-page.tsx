import type { Deadline, PlanDetail } from '@ocop/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { FailurePanel } from '../../components/failure-panel.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { getPlanOptions } from '../../lib/api/get-plan.js';
import { wholeListOptions } from '../../lib/api/list-all-registrations.js';
import { deadlineWords } from '../../lib/deadline-words.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { comingRound, standingInRound, registrationsOfRound, type PlanRound } from './round-standings.js';
import { RoundGroups } from './round-groups.js';
import './rounds.css';

function DeadlineLine({ name, due, done }: { name: string; due: Deadline; done: string }) {
  const { messages, locale } = useLanguage();
  return (
    <div className={`round-deadline round-deadline-${due.state}`}>
      <dt>{name}</dt>
      <dd>
        <strong>{deadlineWords(due, messages.overview.deadlines)}</strong>
        <span>{messages.rounds.before(dayText(due.before, locale), dayText(due.lastDayInTime, locale))}</span>
        <span className="muted">{done}</span>
      </dd>
    </div>
  );
}

const phaseOf = ({ townRecognition, dossiersToProvince }: PlanRound) => {
  if (townRecognition.state !== 'passed') return 'ahead';
  return dossiersToProvince.state === 'passed' ? 'over' : 'between';
};

function RoundLinks({ rounds, no }: { rounds: readonly PlanRound[]; no: number }) {
  const { messages } = useLanguage();
  const words = messages.rounds;
  const view = usePlanView();
  const link = (round: PlanRound | undefined, say: (no: number) => string) =>
    round && (
      <Link to="/dot/$no" params={{ no: String(round.no) }} search={searchOf(view)}>
        {say(round.no)}
      </Link>
    );
  return (
    <nav className="round-links" aria-label={words.others}>
      {link(rounds.findLast((one) => one.no < no), words.previous)}
      {link(rounds.find((one) => one.no > no), words.next)}
      <Link to="/san-pham" search={{ ...searchOf(view), round: String(no) }}>
        {words.list}
      </Link>
      <Link to="/bang" search={{ ...searchOf(view), round: String(no) }}>
        {words.board}
      </Link>
    </nav>
  );
}

function Round({ plan, round }: { plan: PlanDetail; round: PlanRound }) {
  const { messages } = useLanguage();
  const words = messages.rounds;
  const { year, asOf } = usePlanView();
  const list = useQuery(wholeListOptions(useQueryClient(), { year, asOf }));
  const { no, clause, townRecognition, dossiersToProvince, recognised, dossiersSent } = round;
  usePageTitle(words.heading(no, year));
  return (
    <div className="round">
      <h1>{words.heading(no, year)}</h1>
      <RoundLinks rounds={plan.rounds} no={no} />
      <dl className="round-deadlines">
        <DeadlineLine name={words.townRecognition} due={townRecognition} done={words.recognised(recognised)} />
        <DeadlineLine name={words.dossiersToProvince} due={dossiersToProvince} done={words.sent(dossiersSent)} />
      </dl>
      <p className="round-phase">
        {words.phases[phaseOf(round)]} <span className="muted">{words.clause(plan.number, clause)}</span>
      </p>
      {list.error !== null && list.data === undefined && <FailurePanel error={list.error} retry={() => void list.refetch()} />}
      {list.data === undefined && list.error === null && <PageSkeleton />}
      {list.data !== undefined && <RoundGroups round={round} standings={registrationsOfRound(list.data, no, plan.rounds).map((one) => standingInRound(one, round))} />}
    </div>
  );
}

/** One round of the plan: what is due by when, and who can still make it. Without a number, the round that comes next. */
export function RoundPage() {
  const { messages } = useLanguage();
  const words = messages.rounds;
  const { no } = useParams({ strict: false });
  const view = usePlanView();
  const plan = useQuery(getPlanOptions(view));
  if (plan.error !== null && plan.data === undefined) return <FailurePanel error={plan.error} retry={() => void plan.refetch()} />;
  if (plan.data === undefined) return <PageSkeleton />;
  const { rounds } = plan.data;
  const coming = comingRound(rounds);
  if (no === undefined && coming !== null) return <Navigate to="/dot/$no" params={{ no: String(coming.no) }} search={searchOf(view)} replace />;
  const round = rounds.find((one) => String(one.no) === no);
  if (round !== undefined) return <Round plan={plan.data} round={round} />;
  return (
    <div className="round">
      <h1>{messages.states.badAddressTitle}</h1>
      <p className="round-phase">{words.unknown(no ?? '', view.year)}</p>
      <nav className="round-links" aria-label={words.others}>
        {rounds.map((one) => (
          <Link key={one.no} to="/dot/$no" params={{ no: String(one.no) }} search={searchOf(view)}>
            {words.link(one.no)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
