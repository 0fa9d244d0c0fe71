import { reportingPeriod, type PeriodKind } from '@ocop/domain';
import type { ReportSnapshot, SnapshotRegistration } from '../snapshot.js';

function registration(no: number, productName: string, producerName: string, address: string, note: string | null = null): SnapshotRegistration {
  return {
    no,
    productName,
    producerName,
    address,
    kind: note === null ? 'new' : 're-evaluation',
    stage: 'registered',
    stageOn: '2024-04-09',
    roundNo: null,
    note,
  };
}

const NOTHING = { planned: null, allocated: null, disbursed: null };

/** What plan 1227/KH-UBND itself says, and nothing else recorded, as kept before a snapshot had `outcomes`. */
export function countedPlanSnapshot(kind: PeriodKind = 'H1', asOf = '2024-06-14'): ReportSnapshot {
  return {
    plan: {
      number: '1227/KH-UBND',
      issuedOn: '2024-04-09',
      title: 'Triển khai Chương trình mỗi xã một sản phẩm (OCOP) thị xã Hương Trà năm 2024',
      year: 2024,
      unitName: 'thị xã Hương Trà',
      issuerName: 'Ủy ban nhân dân thị xã Hương Trà',
      issuerShortName: 'UBND thị xã Hương Trà',
      place: 'Hương Trà',
      agencyLines: ['ỦY BAN NHÂN DÂN', 'THỊ XÃ HƯƠNG TRÀ'],
      province: 'tỉnh Thừa Thiên Huế',
      signatureLines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
      signatoryName: 'Nguyễn Việt Hà',
      legalBasis: [
        { number: '148/QĐ-TTg', issuedOn: '2023-02-24', issuer: 'Thủ tướng Chính phủ' },
        { number: '135/KH-UBND', issuedOn: '2024-03-25', issuer: 'UBND tỉnh' },
        { number: '3134/KH-UBND', issuedOn: '2022-10-07', issuer: 'UBND thị xã' },
      ],
      recipients: ['Sở Nông nghiệp và PTNT', 'CT và các PCT UBND thị xã', 'Các cơ quan, đơn vị có liên quan', 'VP: LĐ và CVKT', 'Lưu: VT'],
    },
    issue: { number: null, day: null },
    period: reportingPeriod(2024, kind),
    asOf,
    lastFactOn: '2024-04-09',
    target: { value: 0, minimum: 2, clause: 'II.2', status: 'on-track' },
    reRecognition: { value: null, due: null, clause: 'II.2', status: 'no-data' },
    registrations: [
      registration(1, 'Thanh trà Hương Vân', 'HTX NN Hương Vân', 'Phường Hương Vân'),
      registration(2, 'Tinh dầu trầm Trần Luật', 'Hộ kinh doanh Trần Mậu Luật', 'Phường Hương Văn'),
      registration(3, 'Kiệu Hương Chử', 'HTX NN La Chử', 'Phường Hương Chử'),
      registration(4, 'Bưởi da xanh Bình Thành', 'HTX sản xuất, kinh doanh dịch vụ NN Bình Thành', 'Xã Bình Thành'),
      registration(5, 'Quýt Thanh Bình', 'Công ty TNHH Hoàng Thanh Bình', 'Xã Hương Bình'),
      registration(6, 'Hương trầm Hương Thảo', 'Hộ kinh doanh Huỳnh Thị Hồng', 'Xã Hương Bình'),
      registration(7, 'Bún Vân Cù', 'Tổ hợp tác sản xuất Bún Vân Cù', 'Xã Hương Toàn', 'Đánh giá lại'),
    ],
    rounds: [
      { no: 1, townRecognitionBefore: '2024-07-10', dossiersToProvinceBefore: '2024-07-15', recognised: [], dossiersSent: 0 },
      { no: 2, townRecognitionBefore: '2024-10-10', dossiersToProvinceBefore: '2024-10-15', recognised: [], dossiersSent: 0 },
    ],
    supplementsBefore: '2024-06-10',
    communeReports: { period: kind, received: null, expected: 9, onTime: null },
    certificates: null,
    fundingSources: [
      { name: 'Nguồn xã hội hóa', clause: 'IV.1', kind: 'socialised', ...NOTHING },
      {
        name: 'Ngân sách hỗ trợ thực hiện Chương trình MTQG xây dựng nông thôn mới giai đoạn 2021-2025',
        clause: 'IV.2',
        kind: 'budget',
        ...NOTHING,
      },
      { name: 'Ngân sách tỉnh theo Nghị quyết số 20/2020/NQ-HĐND', clause: 'IV.2', kind: 'budget', ...NOTHING },
      { name: 'Ngân sách tỉnh theo Nghị quyết số 30/2021/NQ-HĐND', clause: 'IV.2', kind: 'budget', ...NOTHING },
      { name: 'Vốn lồng ghép: khuyến công', clause: 'IV.2', kind: 'integrated', ...NOTHING },
      { name: 'Vốn lồng ghép: khoa học công nghệ', clause: 'IV.2', kind: 'integrated', ...NOTHING },
    ],
    fundingTotal: { ...NOTHING },
    workAreas: [
      { no: 1, clause: 'III.1', name: 'Công tác tuyên truyền, đào tạo, tập huấn và tham quan học tập', summary: null },
      { no: 2, clause: 'III.2', name: 'Chuẩn hóa và phát triển sản phẩm OCOP', summary: null },
      { no: 3, clause: 'III.3', name: 'Đánh giá, phân hạng sản phẩm OCOP', summary: null },
      { no: 4, clause: 'III.4', name: 'Tăng cường chuyển đổi số', summary: null },
      { no: 5, clause: 'III.5', name: 'Xúc tiến thương mại sản phẩm OCOP', summary: null },
      { no: 6, clause: 'III.6', name: 'Kiểm tra, giám sát, quản lý Chương trình OCOP', summary: null },
    ],
    demo: false,
  };
}

/** A year with recorded figures, for the sentences that the plan alone never reaches. The figures are invented. */
export function countedFilledSnapshot(): ReportSnapshot {
  const snapshot = countedPlanSnapshot('FY', '2024-12-14');
  const [first, second] = snapshot.rounds;
  const stages = ['recognised-3', 'recognised-3', 'moved-to-next-round', 'not-recognised', 'recognised-4', 'withdrawn', 'recognised-3'] as const;
  return {
    ...snapshot,
    issue: { number: '05/BC-UBND', day: '2024-12-16' },
    lastFactOn: '2024-12-12',
    target: { value: 3, minimum: 2, clause: 'II.2', status: 'achieved' },
    reRecognition: { value: 1, due: 2, clause: 'II.2', status: 'tracking' },
    registrations: snapshot.registrations.map((one, index) => ({ ...one, stage: stages[index] ?? 'registered', stageOn: '2024-10-09' })),
    rounds: [
      ...(first === undefined ? [] : [{ ...first, recognised: [{ kind: 'new' as const, stars: 3 as const, count: 2 }], dossiersSent: 1 }]),
      ...(second === undefined
        ? []
        : [
            {
              ...second,
              recognised: [
                { kind: 'new' as const, stars: 4 as const, count: 1 },
                { kind: 're-evaluation' as const, stars: 3 as const, count: 1 },
              ],
              dossiersSent: null,
            },
          ]),
    ],
    communeReports: { period: 'FY', received: 8, expected: 9, onTime: 7 },
    certificates: [
      { productName: 'Bún Vân Cù', producerName: 'Tổ hợp tác sản xuất Bún Vân Cù', stars: 3, decidedOn: '2021-08-31', validTo: '2024-08-31', state: 'expired' },
    ],
    fundingSources: snapshot.fundingSources.map((source, index) =>
      index > 3 ? source : { ...source, planned: String(1_081_500_000 - index * 210_250_000), allocated: null, disbursed: index === 1 ? null : String(400_000_000 - index * 90_000_000) },
    ),
    fundingTotal: { planned: '3064500000', allocated: null, disbursed: '750000000' },
    workAreas: snapshot.workAreas.map((area) =>
      area.clause === 'III.1' ? { ...area, summary: 'Tổ chức 02 lớp tập huấn cho 85 lượt cán bộ, công chức và chủ thể kinh tế.' } : area,
    ),
    demo: true,
  };
}
