import type {
  Day,
  IndicatorStatus,
  PeriodKind,
  RegistrationKind,
  RegistrationStage,
  ReportingPeriod,
  Stars,
  FundingSourceKind,
} from '@ocop/domain';
import type { SnapshotOutcomes } from './snapshot-outcomes.js';
import type { SnapshotProvenance } from './snapshot-provenance.js';

/** Whole đồng as a decimal string; null when nobody has recorded it. */
export type DongText = string | null;

export interface SnapshotPlan {
  /** "1227/KH-UBND" */
  number: string;
  issuedOn: Day;
  title: string;
  year: number;
  /** "thị xã Hương Trà" */
  unitName: string;
  /** "Ủy ban nhân dân thị xã Hương Trà" */
  issuerName: string;
  /** "UBND thị xã Hương Trà" */
  issuerShortName: string;
  /** "Hương Trà" */
  place: string;
  /** "ỦY BAN NHÂN DÂN", "THỊ XÃ HƯƠNG TRÀ" */
  agencyLines: string[];
  province: string;
  /** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" */
  signatureLines: string[];
  signatoryName: string | null;
  legalBasis: { number: string; issuedOn: Day; issuer: string }[];
  recipients: string[];
}

export interface SnapshotRegistration {
  no: number;
  productName: string;
  producerName: string;
  /** As the plan writes it: "Phường Hương Vân". */
  address: string;
  kind: RegistrationKind;
  stage: RegistrationStage;
  stageOn: Day;
  roundNo: number | null;
  note: string | null;
}

export interface SnapshotRound {
  no: number;
  townRecognitionBefore: Day;
  dossiersToProvinceBefore: Day;
  /** Counts of snapshots without `outcomes`. Null when no result is recorded; an empty list says that nothing was recognised. */
  recognised?: { kind: RegistrationKind; stars: Stars; count: number }[] | null;
  dossiersSent?: number | null;
}

export interface SnapshotCertificate {
  productName: string;
  producerName: string;
  stars: Stars;
  decidedOn: Day;
  validTo: Day;
  state: 'expiring' | 'expired';
  /** Absent in snapshots without `outcomes`. */
  decisionNumber?: string;
  /** Stage of the product's registration for re-evaluation or upgrade in the plan year; null = not registered. */
  registration?: RegistrationStage | null;
}

export interface SnapshotAmounts {
  planned: DongText;
  allocated: DongText;
  disbursed: DongText;
}

export interface SnapshotFundingSource extends SnapshotAmounts {
  name: string;
  clause: string;
  kind: FundingSourceKind;
}

/** Something done in a work area of the plan within the report's period: a class, a fair, a visit, an inspection. */
export interface SnapshotActivity {
  /** Number of the work area in the plan. */
  workArea: number;
  name: string;
  heldOn: Day;
  /** Last day; null = it took one day. */
  endedOn: Day | null;
  /** "Phường Tứ Hạ"; null = of the whole locality. */
  unitName: string | null;
  /** How many took part; null = not counted. */
  participants: number | null;
  paper: string | null;
}

/** Everything that a semiannual or annual report says in figures, taken on one day. Plain JSON. */
export interface ReportSnapshot {
  plan: SnapshotPlan;
  /** The report's own number and day; null leaves room to write them. */
  issue: { number: string | null; day: Day | null };
  period: ReportingPeriod;
  asOf: Day;
  /** Day of the newest fact recorded; null when none is. */
  lastFactOn: Day | null;
  /** "công nhận thêm ít nhất 02 sản phẩm" (clause II.2); minimum and clause null when the plan sets no number. */
  target: { value: number | null; minimum: number | null; clause: string | null; status: IndicatorStatus };
  /** "đánh giá và công nhận lại" (clause II.2): recognised again, of those due in the plan year. */
  reRecognition: { value: number | null; due: number | null; clause: string; status: IndicatorStatus };
  registrations: SnapshotRegistration[];
  rounds: SnapshotRound[];
  supplementsBefore: Day | null;
  communeReports: { period: PeriodKind; received: number | null; expected: number; onTime: number | null };
  /** Null when no certificate is recorded; an empty list says that none is expired or expiring. */
  certificates: SnapshotCertificate[] | null;
  /** In the plan's order, at most six. */
  fundingSources: SnapshotFundingSource[];
  fundingTotal: SnapshotAmounts;
  workAreas: { no: number; clause: string; name: string; summary: string | null }[];
  demo: boolean;
  /**
   * Absent in reports kept before it was recorded: they keep saying what they said. One optional block instead of a
   * version number, because everything else reads the same and the snapshot's bytes are fingerprinted.
   */
  outcomes?: SnapshotOutcomes;
  /** Absent in reports kept before it was recorded: they have some of their sums alone, and no code on paper. */
  provenance?: SnapshotProvenance;
  /** In the order of the work areas, then of the days. Absent in reports kept before activities were recorded. */
  activities?: SnapshotActivity[];
}
