import type { Authority, Day, RegistrationKind, RegistrationStage, Stars, SupplementState } from '@ocop/domain';

/** A decision as a report names it. */
export interface SnapshotDecision {
  stars: Stars;
  /** "1500/QĐ-UBND" */
  number: string;
  decidedOn: Day;
  authority: Authority;
}

export interface SnapshotRecognition extends SnapshotDecision {
  productName: string;
  producerName: string;
}

export interface SnapshotRevocation extends SnapshotRecognition {
  revokedOn: Day;
  paper: string | null;
  reason: string | null;
}

/** The figures of the goals on the same day of the year before. */
export interface SnapshotYearBefore {
  asOf: Day;
  newlyRecognised: number;
  upgraded: number;
  reRecognised: number;
  sentToProvince: number;
}

/** A product whose certificate ends in the plan year, and what became of it. */
export interface SnapshotDueProduct {
  productName: string;
  validTo: Day;
  /** Kind of the decision that came after; null = none yet. */
  renewedBy: RegistrationKind | null;
  /** Stage of its registration for re-evaluation or upgrade in the plan year; null = not registered. */
  registration: RegistrationStage | null;
}

export interface SnapshotTownResult {
  evaluatedOn: Day;
  /** The exact decimal text on record, with a dot: "69.9967". */
  points: string;
  /** The highest star whose required minimums are met. */
  starCap: Stars;
  /** Null = disqualified. */
  stars: Stars | null;
  disqualification: string | null;
}

/** A dossier in one round; round null = in none. */
export interface SnapshotRoundCourse {
  /** STT on the list. */
  no: number;
  productName: string;
  producerName: string;
  kind: RegistrationKind;
  roundNo: number | null;
  result: SnapshotTownResult | null;
  /** How the dossier stands after this round; null = still under way. */
  end: 'recognised' | 'revoked' | 'not-recognised' | 'withdrawn' | 'moved-on' | null;
  /** The decision in force, or the revoked one; only of the dossier's last round. */
  decision: SnapshotDecision | null;
}

/** A dossier sent to the province, counted once. */
export interface SnapshotSentDossier {
  /** STT on the list. */
  no: number;
  productName: string;
  roundNo: number | null;
  sentOn: Day;
  paper: string | null;
  /** The decision that answered it in its round. */
  decision: SnapshotDecision | null;
  /** At which the dossier stands, or left this round. */
  stage: RegistrationStage;
}

export interface SnapshotSupplement {
  productName: string;
  /** As the list writes it: "Phường Hương Vân". */
  address: string;
  state: Exclude<SupplementState, 'listed'>;
}

/** Everything that came out of the year by name, from the same facts as the indicators. */
export interface SnapshotOutcomes {
  newlyRecognised: SnapshotRecognition[];
  upgraded: SnapshotRecognition[];
  reRecognised: SnapshotRecognition[];
  revoked: SnapshotRevocation[];
  /** Null when no plan of the year before is on record, or nothing was recorded by that day. */
  yearBefore: SnapshotYearBefore | null;
  /** First-time dossiers that can still be recognised in the year, and those of them with a higher level. */
  candidates: { count: number; atHigherLevel: number };
  /** Null when no recognition is on record. */
  due: SnapshotDueProduct[] | null;
  courses: SnapshotRoundCourse[];
  /** Each dossier once for each round in which it was sent. */
  sentToProvince: SnapshotSentDossier[];
  supplements: SnapshotSupplement[];
  /** Certificates count as lapsing this many days ahead. */
  lapsingWithinDays: number;
}
