import type { PlanDetail } from '@ocop/contracts';
import { addDays, type Day, type LawRule, type ReportingPeriod } from '@ocop/domain';
import type { ReportSnapshot, SnapshotActivity, SnapshotAmounts } from '@ocop/reports';
import type { RecognitionRow } from '../evaluations/evaluations.service.js';
import type { LedgerLine, SourceSums } from '../funding/funding.service.js';
import type { Figure } from '../indicators/figures.js';
import { provenanceOf } from './report-provenance.js';
import { renewalStage, takeOutcomes, type OutcomesInput } from './report-outcomes.js';

export interface SnapshotInput extends OutcomesInput {
  detail: PlanDetail;
  /** Day of the newest fact up to the report's day: what is recorded for later days changes nothing in it. */
  lastFactOn: Day;
  period: ReportingPeriod;
  newlyRecognised: Figure;
  reRecognised: Figure;
  /** Certificates ended in the plan year or ending soon. */
  certificates: RecognitionRow[];
  /** What the sums of `facts.funding` are made of. */
  fundingLines: LedgerLine[];
  /** Names of those whose report of the period is not there. */
  communesWithoutReport: string[];
  /** Every provision on record. */
  law: LawRule[];
  /** Held within the period, up to the report's day. */
  activities: SnapshotActivity[];
}

const figure = (value: string | null) => (value === null ? null : Number(value));
const dong = (amount: bigint | null) => amount?.toString() ?? null;

function sum(sources: readonly SourceSums[], stage: keyof SnapshotAmounts): string | null {
  const known = sources.map((source) => source[stage]).filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((total, amount) => total + amount, 0n).toString();
}

/** “Tỉnh”, “Thị xã”… stand in small letters inside a sentence. */
const inSentence = (unitName: string) => unitName.charAt(0).toLowerCase() + unitName.slice(1);

/** “Ủy ban nhân dân thị xã Hương Trà” → the two lines of the first page. */
function agencyLines(issuerName: string, unitName: string): string[] {
  const head = issuerName.slice(0, issuerName.length - unitName.length).trim();
  return [head, unitName].map((line) => line.toUpperCase());
}

/** Freezes every figure of the report; what the PDF says comes from here alone. */
export function takeSnapshot(input: SnapshotInput): ReportSnapshot {
  const { facts, detail, lastFactOn, period, newlyRecognised, reRecognised, certificates } = input;
  const { plan, asOf } = facts.view;
  const reporting = detail.communeReports.find((report) => report.period === period.kind);
  const nothingRecognised = !facts.anyRecognitionRecorded;
  const provenance = provenanceOf(input);
  return {
    plan: {
      number: plan.number,
      issuedOn: plan.issuedOn,
      title: plan.title,
      year: plan.year,
      unitName: inSentence(detail.unitName),
      issuerName: plan.issuerName,
      issuerShortName: plan.issuerShortName,
      place: plan.place,
      agencyLines: agencyLines(plan.issuerName, detail.unitName),
      province: plan.provinceName,
      signatureLines: [plan.signature.onBehalfOf, ...plan.signature.capacity],
      signatoryName: plan.signature.name,
      legalBasis: plan.legalBasis.map(({ number, date, issuer }) => ({ number, issuedOn: date, issuer })),
      recipients: plan.recipients,
    },
    issue: { number: null, day: null },
    period,
    asOf,
    lastFactOn,
    target: {
      value: figure(newlyRecognised.value),
      minimum: facts.newProductsMinimum,
      clause: detail.targets.find(({ indicatorId }) => indicatorId === 'newly-recognised-products')?.clause ?? null,
      status: newlyRecognised.status,
    },
    reRecognition: {
      value: figure(reRecognised.value),
      due: figure(reRecognised.target),
      clause: detail.targets.find(({ indicatorId }) => indicatorId === 're-recognised-products')?.clause ?? '',
      status: reRecognised.status,
    },
    registrations: facts.registrations.map((registration) => ({
      no: registration.position,
      productName: registration.productName,
      producerName: registration.producerName,
      address: registration.addressAsWritten,
      kind: registration.kind,
      stage: registration.stage,
      stageOn: registration.stageOn,
      roundNo: registration.roundNo,
      note: registration.note,
    })),
    rounds: detail.rounds.map((round) => ({
      no: round.no,
      townRecognitionBefore: round.townRecognition.before,
      dossiersToProvinceBefore: round.dossiersToProvince.before,
    })),
    supplementsBefore: plan.supplementBefore,
    communeReports: {
      period: period.kind,
      expected: reporting?.expected ?? 0,
      received: reporting === undefined ? null : provenance.communeReports.length,
      onTime: reporting === undefined ? null : provenance.communeReports.filter(({ onTime }) => onTime).length,
    },
    certificates: nothingRecognised
      ? null
      : certificates.map(({ productId, productName, producerName, stars, decidedOn, decisionNumber, validTo }) => ({
          productName,
          producerName,
          stars,
          decidedOn,
          validTo,
          state: validTo < asOf ? 'expired' : 'expiring',
          decisionNumber,
          registration: renewalStage(facts.registrations, productId),
        })),
    fundingSources: facts.funding.map(({ name, clause, kind, planned, allocated, disbursed }) => ({
      name,
      clause,
      kind,
      planned: dong(planned),
      allocated: dong(allocated),
      disbursed: dong(disbursed),
    })),
    fundingTotal: {
      planned: sum(facts.funding, 'planned'),
      allocated: sum(facts.funding, 'allocated'),
      disbursed: sum(facts.funding, 'disbursed'),
    },
    workAreas: detail.workAreas.map((area) => ({ ...area, summary: null })),
    demo: plan.demo,
    outcomes: takeOutcomes(input),
    provenance,
    activities: input.activities,
  };
}

/** The span of last valid days a report lists: what ended in the plan year before the day, and what ends within `days` after it. */
export const certificateSpan = (year: number, asOf: string, days: number) => ({
  from: `${year}-01-01`,
  to: addDays(asOf, days),
});
