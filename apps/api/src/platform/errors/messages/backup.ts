import { dayInVietnam, formatDay, formatInteger } from '@ocop/domain';

const size = (bytes: number) => (bytes < 2 ** 20 ? `${formatInteger(Math.ceil(bytes / 1024))} KB` : `${formatInteger(Math.round(bytes / 2 ** 20))} MB`);
const moment = (at: Date) => `${at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' })} ngày ${formatDay(dayInVietnam(at.getTime()))}`;

/** Why a file could not be written, by its code; any other is told as it is. */
const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'không có thư mục ấy',
  ENOTDIR: 'không có thư mục ấy',
  EACCES: 'không được phép ghi vào thư mục ấy',
  EPERM: 'không được phép ghi vào thư mục ấy',
  EROFS: 'không được phép ghi vào thư mục ấy',
  ENOSPC: 'đĩa đầy',
  EDQUOT: 'đĩa đầy',
  EFBIG: 'đĩa đầy, hoặc tệp lớn hơn mức được phép',
};

/** Sentences of the commands that copy everything into one file, and back. */
export const backupMessages = {
  backupCommand: {
    usage: 'Cách dùng: npm run backup -- --out TỆP [--demo]',
    exists: (file: string) => `Tệp ${file} đã có; bản sao lưu không ghi đè, hãy chọn tên khác.`,
    cannotWrite: (file: string, code: string) => `Không ghi được tệp ${file}: ${CAUSES[code] ?? code}. Chưa sao lưu gì.`,
    nothing: (place: string) => `Chưa có dữ liệu nào để sao lưu ở ${place}. Hãy xem lại OCOP_DATA_DIR, DATABASE_URL.`,
    measured: (bytes: number) => `Đang đọc: ${size(bytes)}…`,
    written: (bytes: number) => `Đang ghi: ${size(bytes)} chưa nén…`,
    done: (file: string, bytes: number, tables: number, rows: number, at: Date) =>
      `Đã sao lưu vào ${file} (${size(bytes)}): ${formatInteger(tables)} bảng, ${formatInteger(rows)} dòng, như lúc ${moment(at)}. Tệp mở được mọi số liệu và khóa: hãy giữ kín.`,
    keyElsewhere: 'Khóa OCOP_SECRET_KEY không nằm trong tệp; hãy cất riêng, thiếu nó thì không dùng lại được xác thực hai bước.',
    failed: (reason: string) => `Cơ sở dữ liệu không cho đọc hết, chưa sao lưu gì: ${reason}`,
    stopped: 'Đã dừng; chưa sao lưu gì.',
  },
  restoreCommand: {
    usage: 'Cách dùng: npm run restore -- --from TỆP [--demo]',
    noFile: (file: string, code: string) => `Không đọc được tệp ${file} (${code}).`,
    notOurs: (file: string) => `Tệp ${file} không phải bản sao lưu của phần mềm này.`,
    cut: (file: string) => `Tệp ${file} bị thiếu phần cuối, chưa khôi phục gì; hãy dùng bản khác.`,
    damaged: (file: string, part: string | null) => `Tệp ${file} bị hỏng${part === null ? '' : ` ở phần ${part}`}, chưa khôi phục gì; hãy dùng bản khác.`,
    otherTable: (file: string, table: string) =>
      `Bảng ${table} trong tệp ${file} thiếu hoặc có các cột khác với bản phần mềm đã ghi tệp, chưa khôi phục gì: cấu trúc đã bị sửa ngoài phần mềm. Hãy sửa lại ở cơ sở dữ liệu gốc rồi sao lưu lại.`,
    strangers: (tables: readonly string[]) => `Bỏ qua bảng không thuộc phần mềm: ${tables.join(', ')} (vẫn còn trong tệp).`,
    newer: (file: string, version: string) => `Tệp ${file} do bản mới hơn của phần mềm ghi (${version}); hãy lấy bản ấy về rồi khôi phục.`,
    wrongKind: (file: string, demo: boolean) =>
      demo
        ? `Tệp ${file} chứa dữ liệu minh họa, không khôi phục vào dữ liệu thật được; muốn xem thì thêm --demo.`
        : `Tệp ${file} chứa dữ liệu thật, không khôi phục vào chỗ của dữ liệu minh họa được; hãy bỏ --demo.`,
    running: 'Phần mềm đang chạy trên cơ sở dữ liệu này; chỉ khôi phục được vào chỗ trống. Hãy dừng nó rồi xem lại OCOP_DATA_DIR, DATABASE_URL.',
    occupied: (place: string, embedded: boolean) =>
      `${place} đã có dữ liệu, nên không khôi phục đè lên. ${embedded ? 'Hãy đổi tên thư mục dữ liệu ấy để giữ lại' : 'Hãy đổi tên cơ sở dữ liệu ấy để giữ lại rồi tạo một cơ sở dữ liệu trống cùng tên'}, hoặc chọn chỗ khác bằng ${embedded ? 'OCOP_DATA_DIR' : 'DATABASE_URL'}, rồi chạy lại.`,
    fileInTheWay: (file: string) => `Tệp ${file} thuộc về một dữ liệu khác với bản sao lưu; hãy chuyển tệp ấy sang nơi khác rồi chạy lại.`,
    checking: (file: string) => `Đang kiểm tra ${file}…`,
    checkedSoFar: (bytes: number) => `Đang kiểm tra: ${size(bytes)} chưa nén…`,
    checked: (at: Date, rows: number) => `Tệp nguyên vẹn: ${formatInteger(rows)} dòng, như lúc ${moment(at)}.`,
    loading: 'Đang nạp…',
    loaded: (bytes: number) => `Đang nạp: ${size(bytes)}…`,
    finishing: 'Đang lập lại các ràng buộc…',
    failed: (reason: string) => `Không nạp được, chưa khôi phục gì: ${reason}`,
    letterInDoubt: 'Dữ liệu được khôi phục từ bản sao lưu khi thư này còn chờ gửi; chưa rõ thư đã đi hay chưa. Hãy hỏi nơi nhận, cần thì bấm gửi lại.',
    done: (file: string, tables: number, rows: number, at: Date) => `Đã khôi phục từ ${file}: ${formatInteger(tables)} bảng, ${formatInteger(rows)} dòng, như lúc ${moment(at)}.`,
    otherKey: 'Lưu ý: khóa mã hóa ở đây khác với lúc sao lưu, nên xác thực hai bước sẽ không dùng được. Trước khi chạy phần mềm, hãy đặt OCOP_SECRET_KEY như lúc sao lưu (nếu khi ấy không đặt: lấy từ files/secret-key trong bản sao lưu).',
    ended: 'Mọi người phải đăng nhập lại; liên kết mời, đặt mật khẩu chưa dùng phải tạo lại; thư còn chờ lúc sao lưu thì thôi gửi và hiện ở Việc cần xử lý.',
    stopped: 'Đã dừng; chưa khôi phục gì.',
  },
} as const;
