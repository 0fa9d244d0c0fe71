import { formatInteger } from '@ocop/domain';

/** How a report's figures are called, one by one: where they are listed, compared, and said to have changed. */
export const figureWords = {
  missing: 'chưa có số liệu',
  absent: 'không có',
  newlyRecognised: 'Sản phẩm được công nhận mới',
  upgraded: 'Sản phẩm được nâng hạng sao',
  reRecognised: 'Sản phẩm được công nhận lại',
  revoked: 'Giấy chứng nhận bị thu hồi',
  due: 'Sản phẩm đến hạn đánh giá lại',
  sent: 'Hồ sơ gửi cấp tỉnh',
  listed: 'Sản phẩm trong danh mục',
  reportsReceived: 'Báo cáo của xã, phường đã nhận',
  reportsOnTime: 'Báo cáo của xã, phường đúng hạn',
  of: (what: string, name: string) => `${what}: ${name}`,
  inRound: (name: string, round: number | null) => `${name}${round === null ? '' : ` (đợt ${round})`}`,
  registration: (name: string) => `Tình trạng hồ sơ: ${name}`,
  registrationValue: (kind: string, stage: string) => `${kind}, ${stage}`,
  result: (name: string, round: number | null) => `Kết quả chấm điểm: ${name}${round === null ? '' : ` (đợt ${round})`}`,
  resultValue: (points: string, stars: number | null) => `${points} điểm, ${stars === null ? 'bị loại' : `${stars} sao`}`,
  decision: (stars: number, number: string, day: string) => `${stars} sao, ${number} ngày ${day}`,
  revocation: (day: string) => `thu hồi ngày ${day}`,
  sentOn: (day: string) => `ngày ${day}`,
  certificate: (name: string) => `Thời hạn giấy chứng nhận: ${name}`,
  certificateValue: (stars: number, day: string) => `${stars} sao, đến ${day}`,
  stages: { planned: 'Dự toán', allocated: 'Phân bổ', disbursed: 'Giải ngân' },
  money: (stage: string, source: string) => `${stage}: ${source}`,
  allSources: 'tổng các nguồn',
  sections: {
    documents: 'Văn bản chỉ đạo', organisation: 'Tổ chức thực hiện', achieved: 'Kết quả đạt được', limits: 'Hạn chế, khó khăn', causes: 'Nguyên nhân', tasks: 'Nhiệm vụ trọng tâm', proposals: 'Đề xuất, kiến nghị',
  } as Partial<Record<string, string>>,
  area: (name: string) => name,
  writtenBefore: 'như báo cáo trước',
  writtenNow: 'đã viết lại',
} as const;

/** What stands in the rows behind a figure. */
export const rowWords = {
  stars: (stars: number) => `${stars} sao`,
  validTo: (day: string) => `có hiệu lực đến hết ngày ${day}`,
  notRegistered: 'chưa đăng ký đánh giá lại',
  renewed: (kind: string) => `đã được công nhận: ${kind}`,
  round: (no: number) => `đợt ${no}`,
  onTime: 'đúng hạn',
  late: 'quá hạn',
  clause: (clause: string) => `mục ${clause} của Kế hoạch`,
  line: 'Bút toán của cả địa bàn',
  lines: (count: number) => `${formatInteger(count)} bút toán trong tháng`,
} as const;

/** The page that says what a later report changes. */
export const amendmentWords = {
  opening: (number: string, day: string, reason: string) => `Báo cáo này thay thế Báo cáo số ${number} ngày ${day}. Lý do: ${reason}`,
  title: (number: string, day: string) => ['NỘI DUNG SỬA ĐỔI, BỔ SUNG', `SO VỚI BÁO CÁO SỐ ${number} NGÀY ${day}`],
  reason: (reason: string) => `Lý do sửa đổi, bổ sung: ${reason}`,
  nothing: 'Các số liệu không thay đổi.',
  columns: { no: 'STT', what: 'Nội dung', before: 'Đã báo cáo', after: 'Nay báo cáo' },
} as const;
