/** What the commands tell the person at the terminal. */
export const messages = {
  nodeTooOld: (found) => `Cần Node.js từ bản 20 trở lên, máy đang có ${found}.`,
  installing: 'Đang cài các thành phần còn thiếu (lần đầu mất vài phút, cần mạng)…',
  installFailed: 'Cài đặt không thành công; xem các dòng phía trên. Hãy kiểm tra mạng rồi chạy lại.',
  building: 'Đang dựng chương trình…',
  buildFailed: 'Dựng chương trình không thành công; xem các dòng phía trên.',
  cannotWrite: (folder) => `Không ghi được vào thư mục ${folder}. Hãy cấp quyền ghi rồi chạy lại.`,
  types: 'Kiểu (types)',
  lint: 'Quy tắc mã (lint)',
  unused: 'Mã không dùng (knip)',
  audit: 'Lỗ hổng đã biết của thành phần (audit)',
  auditUnanswered: 'Kho npm này không trả lời về lỗ hổng đã biết: bước này bỏ qua, không tính là đạt.',
  tests: 'Kiểm thử (unit, database, HTTP, browser)',
  step: (name) => `\n── ${name}`,
  stepDone: (name, seconds) => `── ${name}: xong sau ${seconds} giây`,
  stepFailed: (name) => `── ${name}: KHÔNG ĐẠT`,
};
