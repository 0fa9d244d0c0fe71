import { formatDay, type Day, type ReportState } from '@ocop/domain';

const states: Readonly<Record<ReportState, string>> = { draft: 'đang soạn', 'in-review': 'đang trình duyệt', approved: 'đã duyệt', issued: 'đã ban hành', amended: 'đã được thay thế' };

/** Sentences of reports. */
export const reportMessages = {
  reportNotFound: (id: number) => `Không có báo cáo mã ${id}.`,
  reportFigureNotFound: 'Báo cáo này không có số liệu mang mã đó.',
  reportMove: (from: ReportState, to: ReportState) => `Báo cáo ${states[from]}, không chuyển sang “${states[to]}” được; hãy tải lại trang để xem ai vừa chuyển.`,
  issuedAfterToday: (today: Day) => `Ngày ban hành chưa tới. Hãy chọn ngày không sau hôm nay (${formatDay(today)}).`,
  issuedBeforeFigures: (asOf: Day) => `Ngày ban hành phải từ ngày chốt số liệu của báo cáo (${formatDay(asOf)}).`,
  issuedBeforePeriodEnds: (lastDay: Day) => `Số liệu chưa đến hết kỳ báo cáo (${formatDay(lastDay)}), nên báo cáo này chỉ dùng làm dự thảo; hãy lập lại khi hết kỳ.`,
  numberUsed: (number: string, year: number) => `Số ${number} đã dùng cho một báo cáo khác ban hành năm ${year}.`,
  sectionsMissing: (sections: string) => `Chưa có nội dung của các phần: ${sections}. Hãy viết, hoặc ghi rõ là không có gì thêm.`,
  textsClosed: (state: ReportState) => `Báo cáo ${states[state]} nên không sửa nội dung được; muốn sửa thì trả lại báo cáo trước.`,
  sectionUnknown: (areas: number) => `Kế hoạch chỉ có ${areas} nhóm nội dung.`,
  unprintable: (character: string, code: string) => `Ký tự “${character}” (U+${code}) không có trong phông chữ của báo cáo, nên không in được; hãy thay bằng ký tự khác.`,
  reportTooLarge: 'Báo cáo quá dài nên không lập được tệp (bảng dài nhất cỡ 8.000 dòng); hãy bớt dòng trong phụ lục hoặc bớt nội dung tự viết.',
  unprintableIn: (character: string, code: string, text: string) => `Ký tự “${character}” (U+${code}) trong “${text}” không có trong phông chữ của báo cáo, nên không lập được tệp; hãy sửa ở nơi đã nhập.`,
  amendsIssuedOnly: (state: ReportState) => `Chỉ thay thế được báo cáo đã ban hành; báo cáo này ${states[state]}.`,
  amendedAlready: (number: string) => `Báo cáo này đã được thay thế bằng Báo cáo số ${number}.`,
  noSuchRun: (id: number) => `Lịch báo cáo không có lần lập mã ${id}.`,
  runNotFailed: 'Báo cáo này không ở trạng thái lập không thành, nên không cần lập lại.',
  attemptFailed: (reason: string) => `Lỗi của chương trình: ${reason}`,
  interruptedTooOften: (attempts: number) => `Việc lập đã bị ngắt giữa chừng ${attempts} lần; có thể máy chủ thiếu bộ nhớ hoặc hay bị tắt.`,
  noPlan: 'Chưa có kế hoạch nào, nên chưa có lịch báo cáo.',
  noRecipients: 'Kế hoạch chưa ghi nơi nhận, nên chưa ban hành báo cáo được.',
  issuedFileDamaged: (number: string) => `Tệp của báo cáo số ${number} không còn đúng như khi ban hành (dấu SHA-256 khác), nên không mở. Hãy báo người quản trị phục hồi từ bản sao lưu.`,
} as const;
