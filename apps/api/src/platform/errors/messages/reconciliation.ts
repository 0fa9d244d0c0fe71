import { domainMessages, type PeriodKind, type ReportedMeasure } from '@ocop/domain';

const { fundingStageNames, periodNames } = domainMessages.vi;

/** Sentences of the reconciliation of money with communes. */
export const reconciliationMessages = {
  communeInPeriod: (unit: string, period: PeriodKind, year: number) => `${unit}, ${periodNames[period]} ${year}`,
  reasonForCorrection: 'Lý do phải được ghi khi sửa hoặc bỏ số liệu đã báo cáo; số liệu cũ vẫn được lưu.',
  figureTwice: (source: string, measure: ReportedMeasure) => `Nguồn kinh phí “${source}” đã có số ${fundingStageNames[measure]} ở trên; mỗi chỉ tiêu chỉ ghi một lần.`,
  signOffNote: 'Ghi chú phải nói rõ vì sao còn lệch: có số liệu chưa khớp, chưa báo cáo hoặc chưa có trong sổ.',
  toleranceOfWholePlan: 'Mức lệch cho phép là của cả kế hoạch; chỉ tài khoản phụ trách toàn bộ đặt được.',
} as const;
