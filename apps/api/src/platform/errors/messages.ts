import { formatDay, formatInteger, type Day } from '@ocop/domain';

/** Vietnamese sentences of the API and the command line (the API answers people in Vietnamese only). */
export const messages = {
  invalidInput: 'Dữ liệu gửi lên chưa đúng; xem từng mục trong errors.',
  field: (name: string, rule: string) => `${name} ${rule}.`,
  sentence: (rule: string) => `${rule.charAt(0).toUpperCase()}${rule.slice(1)}.`,
  unknownYear: (year: number, known: readonly number[]) =>
    known.length === 0
      ? `Chưa có kế hoạch OCOP nào trong hệ thống, nên không xem được năm ${year}.`
      : `Chưa có kế hoạch OCOP năm ${year}. Các năm đang có: ${known.join(', ')}.`,
  asOfBeforePlan: (asOf: Day, issuedOn: Day, number: string) =>
    `Ngày tính đến ${formatDay(asOf)} ở trước ngày ban hành Kế hoạch số ${number} (${formatDay(issuedOn)}). Hãy chọn từ ngày ${formatDay(issuedOn)} trở đi.`,
  asOfAfterToday: (asOf: Day, today: Day) =>
    `Ngày tính đến ${formatDay(asOf)} chưa tới. Hãy chọn ngày không sau hôm nay (${formatDay(today)}).`,
  periodNotStarted: (firstDay: Day) => `Kỳ báo cáo này bắt đầu từ ngày ${formatDay(firstDay)}, chưa thể lập báo cáo.`,
  notFound: (path: string) => `Không có địa chỉ ${path}.`,
  reportNotFound: (id: number) => `Không có báo cáo mã ${id}.`,
  methodNotAllowed: (method: string) => `Địa chỉ này không nhận phương thức ${method}.`,
  bodyTooLarge: 'Nội dung gửi lên quá lớn.',
  unsupportedMediaType: 'Chỉ nhận nội dung dạng application/json.',
  malformedJson: 'Nội dung gửi lên không phải JSON hợp lệ.',
  badRequest: 'Yêu cầu không hợp lệ.',
  notReady: 'Cơ sở dữ liệu chưa sẵn sàng.',
  internal: 'Hệ thống gặp lỗi ngoài dự kiến. Hãy báo quản trị viên kèm mã yêu cầu.',
  titles: {
    'invalid-input': 'Dữ liệu chưa đúng',
    'unknown-year': 'Không có kế hoạch của năm này',
    'as-of-before-plan': 'Ngày tính đến trước kế hoạch',
    'as-of-after-today': 'Ngày tính đến chưa tới',
    'period-not-started': 'Kỳ báo cáo chưa bắt đầu',
    'not-found': 'Không tìm thấy',
    'method-not-allowed': 'Phương thức không được phép',
    'body-too-large': 'Nội dung quá lớn',
    'unsupported-media-type': 'Kiểu nội dung không được nhận',
    'not-ready': 'Chưa sẵn sàng',
    internal: 'Lỗi hệ thống',
  },
  settings: {
    port: (value: string) => `PORT phải là số nguyên từ 0 đến 65535, đang là “${value}”.`,
    databaseUrl: 'DATABASE_URL phải có dạng postgres://người-dùng:mật-khẩu@máy:cổng/tên-cơ-sở-dữ-liệu.',
    log: (value: string) => `OCOP_LOG chỉ nhận “file” hoặc “stdout”, đang là “${value}”.`,
    empty: (name: string) => `${name} đang để trống; hãy bỏ biến này hoặc đặt một giá trị.`,
  },
  setup: {
    startingPostgres: 'Đang khởi động cơ sở dữ liệu…',
    creatingCluster: 'Lần chạy đầu: đang tạo cơ sở dữ liệu…',
    migrating: 'Đang cập nhật cấu trúc dữ liệu…',
    loadingDemo: 'Đang tạo dữ liệu minh họa…',
    stopping: 'Đang dừng…',
    stopped: 'Đã dừng.',
    portInUse: (port: number) =>
      `Cổng ${port} đang được chương trình khác dùng. Hãy đặt PORT khác, ví dụ: PORT=3001 npm start.`,
    portForbidden: (port: number) => `Không được phép mở cổng ${port}. Hãy đặt PORT từ 1024 trở lên.`,
    badHost: (host: string) => `Không mở được địa chỉ HOST=${host} trên máy này.`,
    dataDirNotWritable: (dir: string) =>
      `Không ghi được vào thư mục dữ liệu ${dir}. Hãy cấp quyền ghi hoặc đặt OCOP_DATA_DIR sang thư mục khác.`,
    noBinaries: (platform: string) =>
      `Không có sẵn PostgreSQL cho hệ máy ${platform}. Hãy đặt DATABASE_URL tới một máy chủ PostgreSQL từ bản 15.`,
    wrongClusterVersion: (found: string, expected: string) =>
      `Thư mục dữ liệu thuộc PostgreSQL ${found}, chương trình dùng bản ${expected}. Hãy khôi phục từ bản sao lưu sang thư mục mới.`,
    noPostgresUser:
      'Đang chạy bằng root nhưng không tạo được người dùng “postgres” để chạy cơ sở dữ liệu. Hãy chạy bằng người dùng thường.',
    closedFolder: (dir: string) =>
      `Đang chạy bằng root và thư mục ${dir} không cho người dùng “postgres” đi qua. Hãy đặt mã nguồn và OCOP_DATA_DIR ở thư mục khác.`,
    postgresFailed: (logFile: string, lastLine: string) =>
      `Cơ sở dữ liệu không khởi động được: ${lastLine} (nhật ký: ${logFile}).`,
    databaseUnreachable: (reason: string) => `Không kết nối được cơ sở dữ liệu trong DATABASE_URL: ${reason}.`,
    brokenPlan: (file: string, reason: string) => `Tệp kế hoạch ${file} có lỗi, chưa nạp gì cả: ${reason}`,
  },
  plan: {
    line: (line: number, reason: string) => `dòng ${line}: ${reason}`,
    notJson: (reason: string) => `không phải JSON hợp lệ (${reason})`,
    notUtf8: 'không phải văn bản Unicode UTF-8',
    legacyEncoding: (encoding: string) => `chữ viết theo bảng mã cũ ${encoding}, hãy chuyển sang Unicode`,
    unknownUnit: (name: string) => `không có xã, phường “${name}” trong danh mục đơn vị hành chính`,
    unknownProducerKind: (name: string) => `không rõ loại chủ thể của “${name}”`,
    duplicate: (value: string) => `“${value}” lặp lại`,
    roundOutOfOrder: 'phải từ ngày thị xã công nhận trở đi',
    supplementBeforeIssue: 'phải sau ngày ban hành kế hoạch',
    principalOnce: 'chỉ một nguồn là nguồn chủ yếu',
    duplicateProduct: (name: string) => `sản phẩm “${name}” lặp lại trong danh mục`,
  },
  reportCommand: {
    usage:
      'Cách dùng: npm run report -- --year 2024 --period H1|FY --out TỆP.pdf [--as-of YYYY-MM-DD] [--demo]',
    missing: (name: string) => `thiếu ${name}`,
    unknownOption: (name: string) => `không có tùy chọn ${name}`,
    cannotWrite: (file: string, reason: string) => `không ghi được tệp ${file}: ${reason}`,
    written: (file: string, bytes: number) => `Đã ghi báo cáo vào ${file} (${formatInteger(Math.ceil(bytes / 1024))} KB).`,
  },
} as const;
