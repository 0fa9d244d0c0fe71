import type { PeriodKind } from '@ocop/domain';
import type { ReportSnapshot, SnapshotActivity } from '../snapshot.js';
import type { SnapshotDecision, SnapshotOutcomes, SnapshotRoundCourse, SnapshotTownResult } from '../snapshot-outcomes.js';
import type { SnapshotCommuneReport, SnapshotFundingLine, SnapshotProvenance } from '../snapshot-provenance.js';
import { countedFilledSnapshot, countedPlanSnapshot } from './counted-plan-1227.js';

type FullSnapshot = ReportSnapshot & { activities: SnapshotActivity[]; outcomes: SnapshotOutcomes; provenance: SnapshotProvenance };

const NOTHING: SnapshotOutcomes = {
  newlyRecognised: [],
  upgraded: [],
  reRecognised: [],
  revoked: [],
  yearBefore: null,
  candidates: { count: 6, atHigherLevel: 0 },
  due: null,
  courses: [],
  sentToProvince: [],
  supplements: [],
  lapsingWithinDays: 180,
};

const STAGES = ['planned', 'allocated', 'disbursed'] as const;

/** Two lines of the ledger to each amount, and a report of a commune to each that counts. */
function rowsBehind({ fundingSources, communeReports: { received, onTime, expected } }: ReportSnapshot): Pick<SnapshotProvenance, 'communeReports' | 'communesWithoutReport' | 'fundingLines'> {
  const line = { on: '2024-06-03', unitName: null, paper: '12/QĐ-UBND', entries: 1 };
  const lines = fundingSources.flatMap(({ name: source, ...amounts }) =>
    STAGES.flatMap((stage): SnapshotFundingLine[] => {
      const amount = amounts[stage];
      if (amount === null) return [];
      return [{ ...line, source, stage, activity: 'Tập huấn', amount: '1000' }, { ...line, source, stage, activity: null, amount: String(BigInt(amount) - 1_000n) }];
    }),
  );
  const reports = Array.from({ length: received ?? 0 }, (_, index): SnapshotCommuneReport => ({ unitName: `Phường thứ ${index + 1}`, receivedOn: '2024-06-12', paper: null, onTime: index < (onTime ?? 0) }));
  const without = Array.from({ length: received === null ? 0 : expected - received }, (_, index) => `Xã thứ ${index + 1}`);
  return { communeReports: reports, communesWithoutReport: without, fundingLines: lines };
}

/** A snapshot without the counts that `outcomes` took the place of, with the rows that it is made of. */
const withOutcomes = (counted: ReportSnapshot, outcomes: SnapshotOutcomes): FullSnapshot => ({
  ...counted,
  provenance: { ...rowsBehind(counted), law: [{ topic: 'recognition-authority', validFrom: '2023-02-24', legalBasis: 'Quyết định 148/QĐ-TTg' }], formulas: 1 },
  rounds: counted.rounds.map(({ no, townRecognitionBefore, dossiersToProvinceBefore }) => ({ no, townRecognitionBefore, dossiersToProvinceBefore })),
  outcomes,
  activities: [],
});

/** What plan 1227/KH-UBND itself says, and nothing else recorded. */
export function planSnapshot(kind: PeriodKind = 'H1', asOf = '2024-06-14'): FullSnapshot {
  return withOutcomes(countedPlanSnapshot(kind, asOf), NOTHING);
}

export const TOWN_DECISION: SnapshotDecision = { stars: 3, number: '1500/QĐ-UBND', decidedOn: '2024-07-09', authority: 'town' };
export const PROVINCE_DECISION: SnapshotDecision = { stars: 4, number: '2100/QĐ-UBND', decidedOn: '2024-11-20', authority: 'province' };

export const townResult = (points: string, stars: SnapshotTownResult['stars'], starCap: SnapshotTownResult['starCap'] = 4): SnapshotTownResult => ({
  evaluatedOn: '2024-07-03',
  points,
  starCap,
  stars,
  disqualification: stars === null ? 'không truy xuất được nguồn gốc nguyên liệu' : null,
});

const held = (workArea: number, name: string, heldOn: string, more: Partial<SnapshotActivity> = {}): SnapshotActivity => ({
  workArea, name, heldOn, endedOn: null, unitName: null, participants: null, paper: null, ...more,
});

/** What was done in the work areas of section III; the data are invented. */
export const ACTIVITIES: SnapshotActivity[] = [
  held(1, 'Tập huấn lập hồ sơ OCOP', '2024-04-12', { unitName: 'Phường Tứ Hạ', participants: 45, paper: '12/KH-UBND' }),
  held(1, 'Tham quan mô hình OCOP tại huyện Phong Điền', '2024-05-09', { endedOn: '2024-05-10', participants: 9 }),
  held(4, 'Hướng dẫn đưa sản phẩm lên sàn thương mại điện tử', '2024-06-03', { unitName: 'Xã Hương Toàn' }),
  held(5, 'Gian hàng OCOP tại Festival Huế', '2024-06-07', { endedOn: '2024-06-12', participants: 1234, paper: 'Giấy mời của Sở Công Thương' }),
];

/** A year with recorded figures, for the sentences that the plan alone never reaches. The figures are invented. */
export function filledSnapshot(): FullSnapshot {
  const counted = countedFilledSnapshot();
  const course = (no: number, roundNo: number | null, change: Partial<SnapshotRoundCourse>): SnapshotRoundCourse => {
    const { productName = '', producerName = '', kind = 'new' } = counted.registrations[no - 1] ?? {};
    return { no, productName, producerName, kind, roundNo, result: null, end: null, decision: null, ...change };
  };
  const recognised = (no: number, decision: SnapshotDecision) => {
    const { productName = '', producerName = '' } = counted.registrations[no - 1] ?? {};
    return { productName, producerName, ...decision };
  };
  const second: SnapshotDecision = { ...TOWN_DECISION, number: '1980/QĐ-UBND', decidedOn: '2024-10-09' };
  const year = withOutcomes(
    {
      ...counted,
      certificates: (counted.certificates ?? []).map((one) => ({ ...one, productName: 'Nón lá Hương Hồ', producerName: 'HTX Hương Hồ', decisionNumber: '77/QĐ-UBND', registration: null })),
    },
    {
      ...NOTHING,
      newlyRecognised: [recognised(1, TOWN_DECISION), recognised(2, TOWN_DECISION), recognised(5, PROVINCE_DECISION)],
      reRecognised: [recognised(7, second)],
      revoked: [{ ...recognised(2, TOWN_DECISION), productName: 'Rượu gạo', revokedOn: '2024-05-13', paper: '900/QĐ-UBND', reason: 'ngừng sản xuất' }],
      yearBefore: { asOf: '2023-12-14', newlyRecognised: 4, upgraded: 0, reRecognised: 1, sentToProvince: 2 },
      candidates: { count: 0, atHigherLevel: 0 },
      due: [
        { productName: 'Bún Vân Cù', validTo: '2024-08-31', renewedBy: 're-evaluation', registration: 'recognised-3' },
        { productName: 'Nón lá Hương Hồ', validTo: '2024-08-31', renewedBy: null, registration: null },
      ],
      courses: [
        course(1, 1, { result: townResult('69.9967', 3), end: 'recognised', decision: TOWN_DECISION }),
        course(2, 1, { result: townResult('72.35', 3, 3), end: 'recognised', decision: TOWN_DECISION }),
        course(3, 1, { end: 'moved-on' }),
        course(4, 1, { result: townResult('48.5', 2), end: 'not-recognised' }),
        course(5, 1, { result: townResult('81.25', 4), end: 'recognised', decision: PROVINCE_DECISION }),
        course(3, 2, { result: townResult('61', null), end: 'not-recognised' }),
        course(7, 2, { result: townResult('55.4', 3), end: 'recognised', decision: second }),
        course(6, null, { end: 'withdrawn' }),
      ],
      sentToProvince: [{ no: 5, productName: 'Quýt Thanh Bình', roundNo: 1, sentOn: '2024-07-15', paper: '99/TTr-UBND', decision: PROVINCE_DECISION, stage: 'recognised-4' }],
      supplements: [
        { productName: 'Bún Vân Cù', address: 'Xã Hương Toàn', state: 'supplement' },
        { productName: 'Kiệu Hương Chử', address: 'Phường Hương Chử', state: 'late-supplement' },
      ],
    },
  );
  return { ...year, activities: ACTIVITIES };
}
