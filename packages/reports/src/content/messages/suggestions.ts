/** Sentences that a report proposes for the parts a person writes, from its own facts. */
export const suggestionWords = {
  achieved: (count: string, names: string) => `Đã công nhận mới ${count} sản phẩm OCOP: ${names}.`,
  reportsAll: (count: string) => `Ủy ban nhân dân ${count} xã, phường đã gửi báo cáo đầy đủ.`,
  targetMissed: (value: string, minimum: string) => `Số sản phẩm được công nhận mới (${value}) chưa đạt mục tiêu ít nhất ${minimum} sản phẩm.`,
  noneRecognised: (minimum: string) => `Chưa có sản phẩm được công nhận mới so với mục tiêu ít nhất ${minimum} sản phẩm.`,
  lapsed: (count: string, names: string) => `Còn ${count} sản phẩm có giấy chứng nhận đã hết hạn mà chưa đăng ký đánh giá lại: ${names}.`,
  reportsMissing: (missing: string, expected: string) => `Còn ${missing} trên tổng số ${expected} xã, phường chưa gửi báo cáo định kỳ.`,
  reportsLate: (count: string) => `Có ${count} báo cáo của xã, phường gửi chậm so với thời hạn.`,
  preparing: (count: string, names: string) => `Còn ${count} hồ sơ chưa nộp hoặc đang hoàn thiện: ${names}.`,
  notRecognised: (names: string) => `Một số hồ sơ chưa đáp ứng yêu cầu của Bộ tiêu chí: ${names}.`,
  disqualified: (name: string, reason: string) => `${name} bị loại: ${reason}.`,
  finish: (count: string, names: string) => `Hướng dẫn chủ thể hoàn thiện ${count} hồ sơ để đánh giá trong đợt tới: ${names}.`,
  lapsing: (count: string, days: number, names: string) => `Hướng dẫn lập hồ sơ đánh giá lại ${count} sản phẩm có giấy chứng nhận hết hạn trong ${days} ngày tới: ${names}.`,
  remind: (missing: string) => `Đôn đốc ${missing} xã, phường gửi báo cáo định kỳ.`,
  province: (count: string, names: string) => `Đề nghị Ủy ban nhân dân tỉnh và Sở Nông nghiệp và Phát triển nông thôn sớm đánh giá, phân hạng ${count} hồ sơ đã gửi: ${names}.`,
} as const;
