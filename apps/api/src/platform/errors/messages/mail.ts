import { formatDay, formatInteger, type Day, type ReportState } from '@ocop/domain';

const states: Readonly<Record<ReportState, string>> = { draft: 'đang soạn', 'in-review': 'đang trình duyệt', approved: 'đã duyệt nhưng chưa ban hành', issued: 'đã ban hành', amended: 'đã được thay thế' };

/** What the letter with an issued report says. */
export interface ReportLetter {
  agency: string;
  /** “Báo cáo sơ kết 6 tháng đầu năm 2024 thực hiện …” */
  title: string;
  number: string;
  issuedOn: Day;
  firstDay: Day;
  lastDay: Day;
  signatory: string;
  fileName: string;
  pdfSha256: string;
  note: string | null;
  demo: boolean;
}

/** Sentences of mail: the letters, and what keeps them from going out. */
export const mailMessages = {
  mailNotConfigured: 'Nơi cài đặt này chưa cấu hình thư điện tử; hãy tải tệp về và gửi bằng cách khác, hoặc nhờ người quản trị máy chủ đặt OCOP_SMTP_URL và OCOP_MAIL_FROM.',
  mailIssuedOnly: (state: ReportState) => `Chỉ gửi được báo cáo đã ban hành; báo cáo này ${states[state]}.`,
  recipientsUnknown: (ids: readonly number[]) => `Không có nơi nhận mã ${ids.join(', ')}, hoặc nơi đó đã bị bỏ khỏi danh sách.`,
  recipientNotFound: (id: number) => `Không có nơi nhận mã ${id}, hoặc nơi đó đã bị bỏ khỏi danh sách.`,
  recipientRemoved: 'Nơi nhận đã bị bỏ khỏi danh sách trước khi thư được gửi.',
  recipientTaken: (address: string, name: string) => `Địa chỉ ${address} đã có trong danh sách, của ${name}.`,
  mailRefused: (answer: string, final: boolean) => `Máy chủ thư ${final ? 'từ chối' : 'tạm thời chưa nhận'}: ${answer}`,
  mailSignInRefused: (answer: string) => `Máy chủ thư không cho đăng nhập; hãy nhờ người quản trị xem lại OCOP_SMTP_URL: ${answer}`,
  mailUnreachable: (reason: string) => `Không gửi được tới máy chủ thư: ${reason}`,
  mailNotEncrypted: 'Máy chủ thư không mã hóa được đường truyền, nên không gửi.',
  mailInterrupted: (attempts: number) => `Việc gửi bị ngắt giữa chừng sau ${formatInteger(attempts)} lần thử; chưa rõ nơi nhận đã nhận được hay chưa.`,
  mailNotMade: (reason: string) => `Không lập được thư: ${reason}`,
  reportLetterSubject: ({ title, number, issuedOn, demo }: ReportLetter) =>
    `${demo ? '[Dữ liệu minh họa] ' : ''}Số ${number} ngày ${formatDay(issuedOn)}: ${title}`,
  reportLetter: ({ agency, title, number, issuedOn, firstDay, lastDay, signatory, fileName, pdfSha256, note, demo }: ReportLetter) =>
    [
      ...(demo ? ['ĐÂY LÀ DỮ LIỆU MINH HỌA, KHÔNG PHẢI BÁO CÁO THẬT.', ''] : []),
      'Kính gửi Quý cơ quan,',
      '',
      `${agency} gửi kèm ${title}.`,
      '',
      `Số, ký hiệu: ${number}`,
      `Ngày ban hành: ${formatDay(issuedOn)}`,
      `Kỳ số liệu: từ ${formatDay(firstDay)} đến ${formatDay(lastDay)}`,
      `Người ký: ${signatory}`,
      ...(note === null ? [] : ['', note]),
      '',
      `Tệp ${fileName} đúng từng byte như khi ban hành; dấu SHA-256 của tệp:`,
      pdfSha256,
      'Các phụ lục có kèm dạng bảng tính để tiện sử dụng số liệu.',
      '',
      agency,
    ].join('\n'),
} as const;
