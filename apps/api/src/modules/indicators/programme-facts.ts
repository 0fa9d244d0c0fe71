import type { PlanDetail, Registration } from '@ocop/contracts';
import type { Day, RoundDays } from '@ocop/domain';
import type { CommuneReportRow } from '../commune-reports/commune-reports.service.js';
import type { RecognitionRow } from '../evaluations/evaluations.service.js';
import type { SourceSums } from '../funding/funding.service.js';
import type { PlanView } from '../plans/plan-view.js';

/** Everything the indicators of a plan are computed from, as of the view's day. */
export interface ProgrammeFacts {
  view: PlanView;
  newProductsMinimum: number | null;
  rounds: RoundDays[];
  registrations: Registration[];
  /** Whole history of the products that matter to the year. */
  recognitions: RecognitionRow[];
  anyRecognitionRecorded: boolean;
  endingCertificates: RecognitionRow[];
  /** Every sending; those of a dossier sent again stand one after another, from the first on. */
  sentToProvince: { id: number; productId: number; productName: string; unitName: string; reachedOn: Day; roundNo: number | null; paper: string | null }[];
  communeReporting: PlanDetail['communeReports'];
  communeReports: CommuneReportRow[];
  funding: SourceSums[];
}
