import type { Day, FundingStage, PeriodKind, ProducerKind, RegistrationKind, RegistrationStage, Stars } from '@ocop/domain';

/** GSO codes of the town's communes in the years of the invented data. */
export const COMMUNE_CODES = ['19996', '20005', '20008', '20011', '20017', '20020', '20026', '20035', '20041'] as const;
export type CommuneCode = (typeof COMMUNE_CODES)[number];

export const DEMO_YEARS = [2021, 2022, 2023, 2024] as const;
export type DemoYear = (typeof DEMO_YEARS)[number];

/** What an invented plan has of its own; targets, work areas and sources of funds are those of the issued plan. */
export interface DemoPlan {
  year: DemoYear;
  number: string;
  title: string;
  issuedOn: Day;
  supplementBefore: Day;
  rounds: { no: number; townRecognitionBefore: Day; dossiersToProvinceBefore: Day }[];
  signatoryName: string;
}

export interface DemoProducer {
  no: number;
  name: string;
  kind: ProducerKind;
  commune: CommuneCode;
}

export interface DemoProduct {
  no: number;
  producerNo: number;
  name: string;
}

export interface DemoRegistration {
  no: number;
  year: DemoYear;
  position: number;
  productNo: number;
  kind: RegistrationKind;
  note: string | null;
}

interface DemoStep {
  registrationNo: number;
  stage: RegistrationStage;
  happenedOn: Day;
  roundNo: number | null;
  paper: string | null;
}

export interface DemoEvaluation {
  registrationNo: number;
  level: 'town' | 'province';
  evaluatedOn: Day;
  /** decimal with a dot, two to four decimals */
  points: string;
  starCap: Stars;
  stars: Stars;
}

export interface DemoRecognition {
  productNo: number;
  /** null = from before the years of the data */
  registrationNo: number | null;
  kind: RegistrationKind;
  stars: Stars;
  decidedOn: Day;
  decisionNumber: string;
  authority: 'town' | 'province';
  revokedOn: Day | null;
  revocationPaper: string | null;
}

export interface DemoFundingEntry {
  year: DemoYear;
  sourceCode: string;
  stage: FundingStage;
  /** whole đồng */
  amount: bigint;
  occurredOn: Day;
  commune: CommuneCode | null;
  workAreaNo: number | null;
  paperNumber: string;
}

/** An entry before its paper has a number. */
export type UnnumberedEntry = Omit<DemoFundingEntry, 'paperNumber'>;

export interface DemoCommuneReport {
  year: DemoYear;
  commune: CommuneCode;
  period: PeriodKind;
  receivedOn: Day;
  paper: string;
}

export interface DemoActivity {
  year: DemoYear;
  workAreaNo: number;
  name: string;
  heldOn: Day;
  /** null = it took one day */
  endedOn: Day | null;
  /** null = of the whole town */
  commune: CommuneCode | null;
  /** null = not counted */
  participants: number | null;
  paper: string | null;
}

/** Plain rows that name one another by their own numbers (`no`), years and codes. */
export interface DemoData {
  plans: DemoPlan[];
  producers: DemoProducer[];
  products: DemoProduct[];
  registrations: DemoRegistration[];
  steps: DemoStep[];
  evaluations: DemoEvaluation[];
  recognitions: DemoRecognition[];
  fundingEntries: DemoFundingEntry[];
  communeReports: DemoCommuneReport[];
  activities: DemoActivity[];
}
