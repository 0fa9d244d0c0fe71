import type { IndicatorRow, Registration } from '@ocop/contracts';
import {
  addDays,
  dueForReEvaluation,
  missedRounds,
  newlyRecognised,
  openCandidates,
  ratioPercent,
  recognisedProducts,
  reportsStatus,
  reRecognised,
  targetStatus,
  upgraded,
  type Day,
  type IndicatorId,
  type IndicatorStatus,
} from '@ocop/domain';
import type { ProgrammeFacts } from './programme-facts.js';
import { messages } from './messages.js';

/** A figure and the rows that add up to it. */
export interface Figure {
  value: string | null;
  target: string | null;
  status: IndicatorStatus;
  rows: IndicatorRow[];
}

/** Certificates are shown as expiring this many days ahead: the earliest day a re-evaluation dossier may go in. */
export const EXPIRING_WITHIN_DAYS = 180;

/** Counted up whenever a formula gives another figure for the same facts; a report freezes the one it was made with. */
export const FORMULAS = 3;

type Recognition = ProgrammeFacts['recognitions'][number];

const one = (row: Omit<IndicatorRow, 'role' | 'contribution'>): IndicatorRow => ({ ...row, role: 'part', contribution: '1' });

const recognitionRow = (recognition: Recognition): IndicatorRow =>
  one({
    key: `recognition-${recognition.id}`,
    label: recognition.productName,
    detail: messages.recognised(recognition.stars, recognition.producerName),
    unitName: recognition.unitName,
    productId: recognition.productId,
    happenedOn: recognition.decidedOn,
    paper: recognition.decisionNumber,
  });

const counted = (rows: IndicatorRow[], status: IndicatorStatus, target: number | null = null): Figure => ({
  value: String(rows.length),
  target: target === null ? null : String(target),
  status,
  rows,
});

const unknown: Figure = { value: null, target: null, status: 'no-data', rows: [] };

const roundsBefore = ({ rounds }: ProgrammeFacts): Day[] => rounds.map(({ townRecognitionBefore }) => townRecognitionBefore);

// One already recognised this year and on its way to more stars counts once, as recognised.
const waiting = ({ registrations }: ProgrammeFacts): Registration[] => registrations.filter(({ stars }) => stars === null);

/** First-time registrations that can still count toward the newly recognised products: their next recognition is the first (clause II.2). */
export function newCandidates(facts: ProgrammeFacts): Registration[] {
  const { asOf } = facts.view;
  const recognised = recognisedProducts(facts.recognitions, asOf);
  return openCandidates(waiting(facts).filter(({ productId }) => !recognised.has(productId)), 'new', roundsBefore(facts), asOf);
}

interface Goal {
  recognitions: Recognition[];
  target: number | null;
  /** Of the recognitions, those that the target asks for. */
  reached: number;
  candidates: number;
}

function productGoal(facts: ProgrammeFacts, { recognitions, target, reached, candidates }: Goal): Figure {
  const { plan, asOf } = facts.view;
  const status = targetStatus({
    value: reached,
    target,
    openCandidates: candidates,
    missedRounds: missedRounds(roundsBefore(facts), asOf),
    supplementBefore: plan.supplementBefore,
    year: plan.year,
    asOf,
  });
  return counted(recognitions.map(recognitionRow), status, target);
}

function reRecognisedProducts(facts: ProgrammeFacts): Figure {
  const { plan, asOf } = facts.view;
  const due = new Set(dueForReEvaluation(facts.recognitions, plan.year, asOf).map(({ productId }) => productId));
  const ofDue = <T extends { productId: number }>(found: readonly T[]): T[] => found.filter(({ productId }) => due.has(productId));
  const recognitions = reRecognised(facts.recognitions, plan.year, asOf);
  return productGoal(facts, {
    recognitions,
    // What is due is known only when earlier recognitions are on record.
    target: facts.anyRecognitionRecorded && due.size > 0 ? due.size : null,
    // One product re-recognised does not renew another that is due.
    reached: ofDue(recognitions).length,
    candidates: openCandidates(ofDue(waiting(facts)), 're-evaluation', roundsBefore(facts), asOf).length,
  });
}

function certificatesExpiring(facts: ProgrammeFacts): Figure {
  if (!facts.anyRecognitionRecorded) return unknown;
  return counted(
    facts.endingCertificates.map((certificate) => ({
      ...recognitionRow(certificate),
      detail: messages.validTo(certificate.validTo, certificate.stars),
    })),
    'tracking',
  );
}

function communeReportsOnTime(facts: ProgrammeFacts): Figure {
  const { asOf } = facts.view;
  const [first, ...later] = facts.communeReporting;
  if (!first) return unknown;
  // The periods already due, and the nearest one while none is.
  const inScope = [first, ...later.filter(({ due }) => due.state === 'passed')];
  const periods = new Map(inScope.map((reporting) => [reporting.period, reporting]));
  const rows = facts.communeReports
    .filter(({ period, receivedOn }) => receivedOn < (periods.get(period)?.due.before ?? ''))
    .map((report) =>
      one({
        key: `commune-report-${report.id}`,
        label: report.unitName,
        detail: periods.get(report.period)?.name ?? null,
        unitName: report.unitName,
        productId: null,
        happenedOn: report.receivedOn,
        paper: report.paper,
      }),
    );
  const expected = inScope.reduce((sum, reporting) => sum + reporting.expected, 0);
  const dueBefore = inScope.at(-1)?.due.before ?? null;
  return counted(rows, reportsStatus({ received: rows.length, expected, dueBefore, asOf }), expected);
}

type Sums = ProgrammeFacts['funding'][number];
type Stage = 'planned' | 'allocated' | 'disbursed';

const sourceRow = (source: Sums, amount: bigint, role: IndicatorRow['role']): IndicatorRow => ({
  key: `source-${source.code}-${role}`,
  label: source.name,
  detail: messages.clause(source.clause),
  unitName: null,
  productId: null,
  happenedOn: null,
  paper: null,
  role,
  contribution: amount.toString(),
});

const stageRows = (sources: readonly Sums[], stage: Stage, role: IndicatorRow['role']): IndicatorRow[] =>
  sources.flatMap((source) => {
    const amount = source[stage];
    return amount === null ? [] : [sourceRow(source, amount, role)];
  });

const total = (rows: readonly IndicatorRow[]): bigint | null =>
  rows.length === 0 ? null : rows.reduce((sum, { contribution }) => sum + BigInt(contribution), 0n);

function money(sources: readonly Sums[], stage: Stage): Figure {
  const rows = stageRows(sources, stage, 'part');
  const sum = total(rows);
  return sum === null ? unknown : { value: sum.toString(), target: null, status: 'tracking', rows };
}

function rate(parts: IndicatorRow[], wholes: IndicatorRow[]): Figure {
  const percent = ratioPercent(total(parts), total(wholes));
  return percent === null ? unknown : { value: String(percent), target: null, status: 'tracking', rows: [...parts, ...wholes] };
}

/** Every indicator on the day of the facts: what leadership sees and the rows behind it. */
export function computeFigures(facts: ProgrammeFacts): Record<IndicatorId, Figure> {
  const { view, recognitions, registrations, funding, sentToProvince, newProductsMinimum } = facts;
  const { year } = view.plan;
  const asOf: Day = view.asOf;
  const firstSent = sentToProvince.filter(({ id }, index) => id !== sentToProvince[index - 1]?.id);
  const newly = newlyRecognised(recognitions, year, asOf);
  const budget = funding.filter(({ kind }) => kind !== 'socialised');
  const socialised = funding.filter(({ kind }) => kind === 'socialised');
  return {
    'newly-recognised-products': productGoal(facts, {
      recognitions: newly,
      reached: newly.length,
      target: newProductsMinimum,
      candidates: newCandidates(facts).length,
    }),
    're-recognised-products': reRecognisedProducts(facts),
    'upgraded-products': counted(upgraded(recognitions, year, asOf).map(recognitionRow), 'tracking'),
    'registrations-by-stage': counted(
      registrations.map((registration) =>
        one({
          key: `registration-${registration.id}`,
          label: registration.productName,
          detail: messages.stage(registration.stage),
          unitName: registration.unitName,
          productId: registration.productId,
          happenedOn: registration.stageOn,
          paper: null,
        }),
      ),
      'tracking',
    ),
    'dossiers-sent-to-province': counted(
      firstSent.map((dossier) =>
        one({
          key: `registration-${dossier.id}`,
          label: dossier.productName,
          detail: dossier.roundNo === null ? null : messages.round(dossier.roundNo),
          unitName: dossier.unitName,
          productId: dossier.productId,
          happenedOn: dossier.reachedOn,
          paper: dossier.paper,
        }),
      ),
      'tracking',
    ),
    'certificates-expiring': certificatesExpiring(facts),
    'commune-reports-on-time': communeReportsOnTime(facts),
    'funding-planned': money(funding, 'planned'),
    'funding-allocated': money(funding, 'allocated'),
    'funding-disbursed': money(funding, 'disbursed'),
    'disbursement-rate': rate(stageRows(budget, 'disbursed', 'part'), stageRows(budget, 'allocated', 'whole')),
    'socialised-share': rate(stageRows(socialised, 'disbursed', 'part'), stageRows(funding, 'disbursed', 'whole')),
  };
}

/** The span of last valid days that counts as expiring on a day. */
export const expiringSpan = (asOf: Day): { from: Day; to: Day } => ({ from: asOf, to: addDays(asOf, EXPIRING_WITHIN_DAYS) });
