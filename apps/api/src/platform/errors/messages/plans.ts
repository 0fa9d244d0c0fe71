import { formatDay, type Day, type PlanFault } from '@ocop/domain';

/** What is wrong with a plan; each completes “<field> …”. */
const faults: Readonly<Record<PlanFault['fault'], string>> = {
  'issued-after-year': 'không được sau năm của kế hoạch',
  'supplement-before-issue': 'phải sau ngày ban hành kế hoạch (mục V.4)',
  'supplement-outside-year': 'phải trong năm của kế hoạch (mục V.4)',
  'no-target': 'phải có ít nhất một (mục II.2)',
  'target-twice': 'lặp lại; mỗi chỉ số chỉ có một mục tiêu (mục II.2)',
  'no-round': 'phải có ít nhất một đợt (mục III.3)',
  'round-number': 'phải liên tục từ 1 (mục III.3)',
  'round-before-issue': 'phải sau ngày ban hành kế hoạch (mục III.3)',
  'rounds-out-of-order': 'phải sau hạn của đợt trước (mục III.3)',
  'round-out-of-order': 'phải từ ngày thị xã công nhận trở đi (mục III.3)',
  'report-twice': 'lặp lại; mỗi kỳ chỉ có một báo cáo (mục V.4)',
  'report-before-issue': 'phải sau ngày ban hành kế hoạch (mục V.4)',
};

/** Sentences about plans, read from a file or typed by people. */
export const planMessages = {
  plan: {
    line: (line: number, reason: string) => `dòng ${line}: ${reason}`,
    notJson: (reason: string) => `không phải JSON hợp lệ (${reason})`,
    notUtf8: 'không phải văn bản Unicode UTF-8',
    legacyEncoding: (encoding: string) => `chữ viết theo bảng mã cũ ${encoding}, hãy chuyển sang Unicode`,
    unknownUnit: (name: string) => `không có xã, phường “${name}” trong danh mục đơn vị hành chính`,
    unknownProducerKind: (name: string) => `không rõ loại chủ thể của “${name}”`,
    duplicate: (value: string) => `“${value}” lặp lại`,
    principalOnce: 'chỉ một nguồn là nguồn chủ yếu',
    duplicateProduct: (name: string) => `sản phẩm “${name}” lặp lại trong danh mục`,
    faults,
    factsBefore: 'phải từ trước các mục đã ghi theo kế hoạch này',
    roundInUse: (no: number) => `phải còn đợt ${no}, vì đã có hồ sơ trong đợt ấy (mục III.3)`,
    reportInUse: { H1: 'phải còn kỳ 6 tháng, vì đã ghi báo cáo của kỳ ấy (mục V.4)', FY: 'phải còn kỳ cuối năm, vì đã ghi báo cáo của kỳ ấy (mục V.4)' },
    inFuture: (today: Day) => `không được sau hôm nay (${formatDay(today)})`,
    unprintable: (character: string, code: string) => `có ký tự “${character}” (U+${code}) không có trong phông chữ của báo cáo; hãy thay bằng ký tự khác`,
    there: (year: number, number: string, issuedOn: Day) => `Đã có kế hoạch năm ${year}: Kế hoạch số ${number} ngày ${formatDay(issuedOn)}.`,
    ofWholeLocality: 'Kế hoạch là của cả địa phương ban hành; chỉ tài khoản phụ trách toàn bộ địa phương ấy ghi được.',
  },
} as const;
