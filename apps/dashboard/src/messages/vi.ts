import { countInText, type PeriodKind } from '@ocop/domain';
import { activitiesVi } from './activities.vi.js';
import { communeReportsVi } from './commune-reports.vi.js';
import { forecastVi } from './forecast.vi.js';
import { fundingVi } from './funding.vi.js';
import { indicatorRowsVi } from './indicator-rows.vi.js';
import { reconciliationVi } from './reconciliation.vi.js';
import { productsVi } from './products.vi.js';
import { signInVi } from './sign-in.vi.js';
import { permissionsVi } from './permissions.vi.js';
import { accountVi } from './account.vi.js';
import { accountsVi } from './accounts.vi.js';
import { attentionVi } from './attention.vi.js';
import { auditVi } from './audit.vi.js';
import { entryVi } from './entry.vi.js';
import { planEntryVi } from './plan-entry.vi.js';
import { programmeVi } from './programme.vi.js';
import { boardVi } from './board.vi.js';
import { roundsVi } from './rounds.vi.js';
import { rulesVi } from './rules.vi.js';
import { reportDeliveryVi } from './report-delivery.vi.js';
import { reportReadingVi } from './report-reading.vi.js';
import { reportsVi } from './reports.vi.js';

/** Vietnamese, the first language; `en` must have every key. Words of the domain itself come from @ocop/domain. */
export const vi = {
  app: {
    programme: 'Chương trình mỗi xã một sản phẩm (OCOP)',
    programmeShort: 'OCOP',
    programmeOf: (year: number) => `Chương trình OCOP năm ${year}`,
    title: (page: string) => `${page} · OCOP`,
    skip: 'Đến nội dung chính',
    demo: 'Dữ liệu minh họa',
    demoExplained: 'Số liệu trên màn hình này là giả định, không dùng để báo cáo.',
    offline: 'Mất kết nối mạng. Số liệu đang hiện là số liệu đã tải trước đó.',
  },
  pages: {
    overview: 'Tổng quan',
    products: 'Danh mục năm',
    productRegister: 'Sổ sản phẩm',
    producers: 'Sổ chủ thể',
    board: 'Bảng theo bước',
    rounds: 'Đợt đánh giá',
    activities: 'Hoạt động',
    communeReports: 'Báo cáo của xã',
    rules: 'Quy định',
    funding: 'Kinh phí',
    reports: 'Báo cáo',
    accounts: 'Tài khoản',
    audit: 'Nhật ký',
    indicatorRows: 'Số liệu gốc',
    notFound: 'Không có trang này',
  },
  header: {
    navigation: 'Điều hướng chính',
    asOf: 'Tính đến',
    year: 'Năm kế hoạch',
    locality: 'Địa phương',
    chooseLocality: 'Chọn địa phương',
    theme: 'Giao diện',
    themeNames: { system: 'Theo máy', light: 'Sáng', dark: 'Tối' },
    language: 'Ngôn ngữ',
    languageNames: { vi: 'Tiếng Việt', en: 'English' },
    settings: 'Thiết lập',
    find: 'Tìm',
    findKeys: 'Ctrl K',
    findKeysMac: '⌘K',
    previousMonth: 'Tháng trước',
    nextMonth: 'Tháng sau',
    openCalendar: 'Mở lịch',
    calendar: 'Lịch',
  },
  palette: {
    title: 'Tìm nhanh',
    placeholder: 'Sản phẩm, chủ thể, xã, phường, trang, báo cáo',
    results: 'Kết quả',
    empty: 'Không tìm thấy. Có thể gõ không dấu, ví dụ “huong van”.',
    groups: { pages: 'Trang', actions: 'Việc', localities: 'Địa phương', products: 'Sản phẩm', producers: 'Chủ thể', units: 'Xã, phường' },
    makeReport: (period: string, year: number) => `Lập báo cáo ${period} ${year}`,
    loading: 'Đang tải danh mục',
  },
  exports: {
    download: 'Tải xuống',
    working: 'Đang tải xuống…',
    formats: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)' },
    failed: 'Chưa tải được tệp.',
    downloaded: (name: string) => `Đã tải ${name}.`,
  },
  states: {
    loading: 'Đang tải',
    errorTitle: 'Chưa tải được số liệu',
    offlineTitle: 'Không có kết nối',
    offline: 'Máy chủ chưa trả lời. Kiểm tra đường mạng rồi thử lại; những gì đã nhập vẫn còn.',
    unexpected: 'Máy chủ trả lời không đúng mẫu. Báo người quản trị kèm mã yêu cầu.',
    requestId: (id: string) => `Mã yêu cầu: ${id}`,
    retry: 'Thử lại',
    noPlanTitle: 'Chưa có kế hoạch nào',
    noPlan: 'Hệ thống chưa được nạp kế hoạch OCOP của năm nào. Khi kế hoạch được nạp, chỉ tiêu và thời hạn hiện ở đây.',
    badAddressTitle: 'Địa chỉ chưa đúng',
    unknownLocality: (written: string) => `Không có kế hoạch nào của địa phương “${written}” mà bạn xem được. Hãy chọn một địa phương có kế hoạch.`,
    badYear: (written: string) => `“${written}” không phải là năm. Năm gồm bốn chữ số, ví dụ 2024.`,
    unknownYear: (year: number, known: string) => `Chưa có kế hoạch OCOP năm ${year}. Các năm đang có: ${known}.`,
    badDay: (written: string) => `“${written}” không phải là một ngày có thật. Ngày viết theo dạng năm-tháng-ngày, ví dụ 2024-04-09.`,
    dayTooEarly: (asOf: string, number: string, issuedOn: string) =>
      `Ngày ${asOf} ở trước ngày ban hành Kế hoạch ${number} (${issuedOn}), chưa có gì để theo dõi.`,
    dayTooLate: (asOf: string, today: string) => `Ngày ${asOf} chưa tới. Ngày gần nhất xem được là ${today}.`,
    viewDay: (day: string) => `Xem tính đến ${day}`,
    viewYear: (year: number) => `Xem kế hoạch năm ${year}`,
    viewLocality: (name: string) => `Xem ${name}`,
    notFound: 'Địa chỉ này không có trong hệ thống. Có thể trang đã đổi tên hoặc địa chỉ gõ nhầm.',
    backToOverview: 'Về trang tổng quan',
    pageFailed: 'Trang gặp lỗi khi hiển thị',
  },
  missing: 'chưa có số liệu',
  printed: {
    asOf: (day: string) => `Số liệu tính đến ngày ${day}`,
    plan: (number: string, issuedOn: string) => `Kế hoạch số ${number} ngày ${issuedOn}`,
  },
  overview: {
    target: {
      heading: 'Sản phẩm được công nhận mới',
      ofTarget: (value: number, target: number) => `${countInText(value)} trên ít nhất ${countInText(target)} sản phẩm`,
      stillPossible: (n: number) => `${countInText(n)} hồ sơ còn có thể đạt`,
      nonePossible: 'Không còn hồ sơ nào có thể đạt trong năm',
      rows: (figure: string, name: string) => `${figure}, xem số liệu gốc: ${name}`,
    },
    deadlines: {
      heading: 'Thời hạn',
      round: (no: number) => `Đợt ${no}`,
      townRecognition: 'thị xã công nhận',
      dossiers: 'hồ sơ gửi tỉnh',
      supplements: 'Bổ sung danh mục sản phẩm',
      report: (name: string, _period: PeriodKind) => `Báo cáo ${name}`,
      communes: (received: number, expected: number) => `${received}/${expected} xã, phường`,
      before: (day: string) => `trước ngày ${day}`,
      assumed: '(ngày thường lệ, kế hoạch không ấn định)',
      daysLeft: (n: number) => `còn ${n} ngày`,
      lastDay: 'hôm nay là hạn cuối',
      passed: (n: number) => `đã qua ${n} ngày`,
      recognised: (n: number) => `đã công nhận ${countInText(n)}`,
      sent: (n: number) => `đã gửi ${countInText(n)}`,
      rows: (figure: string, name: string) => `${figure}, xem số liệu gốc: ${name}`,
    },
    progress: {
      heading: (n: number) => `Tiến độ ${countInText(n)} sản phẩm đăng ký`,
      headingPending: 'Tiến độ sản phẩm đăng ký',
      product: 'Sản phẩm',
      unit: 'Xã, phường',
      kind: 'Loại đăng ký',
      track: 'Tiến độ',
      stage: 'Bước đang ở',
      since: (day: string) => `từ ${day}`,
      empty: 'Chưa có sản phẩm nào đăng ký. Sản phẩm vào danh mục khi được đăng ký.',
      more: (shown: number, total: number) => `Đang hiện ${shown} trong ${total} sản phẩm.`,
      all: 'Xem tất cả',
      chartTitle: 'Sản phẩm đăng ký theo xã, phường và loại',
      chartDescription: (n: number) => `Số sản phẩm của từng xã, phường, chia theo loại đăng ký; tất cả ${countInText(n)} sản phẩm.`,
      chartUnit: 'sản phẩm',
    },
    funding: {
      headingWithFigures: 'Kinh phí',
      heading: 'Kinh phí theo nguồn',
      source: 'Nguồn kinh phí',
      clause: 'Mục',
      planned: 'Dự toán',
      disbursed: 'Đã giải ngân',
      unit: 'triệu đồng',
      total: 'Cộng',
      none: (number: string) => `Kế hoạch ${number} nêu các nguồn, không ấn định số tiền.`,
      chartDescription: 'Mỗi thanh là một nguồn: khung là dự toán, phần tô là số đã giải ngân.',
      cumulativeHeading: 'Giải ngân lũy kế so với dự toán',
      cumulativeDescription: (disbursed: string, planned: string) => `Đã giải ngân ${disbursed} triệu đồng; dự toán ${planned} triệu đồng.`,
      cumulativeSeries: 'Đã giải ngân',
      targetLine: 'Dự toán cả năm',
      month: 'Tháng',
      rows: 'Số liệu gốc:',
      monthName: (month: number) => `Tháng ${month}`,
    },
    indicators: {
      heading: 'Các chỉ số',
      name: 'Chỉ số',
      value: 'Giá trị',
      target: 'Chỉ tiêu',
      status: 'Trạng thái',
      clause: 'Căn cứ',
      section: (clause: string) => `mục ${clause}`,
      rows: (figure: string, name: string) => `${figure}, xem số liệu gốc: ${name}`,
    },
  },
  stageTrack: {
    step: (reached: number, of: number) => `bước ${reached} trên ${of}`,
    stopped: 'đã dừng',
  },
  chart: {
    asTable: 'Xem dạng bảng',
    asChart: 'Xem dạng biểu đồ',
    failed: 'Chưa tải được biểu đồ; số liệu có ở dạng bảng.',
  },
  comparison: {
    shown: {
      more: (difference: string, day: string, before: string) => `+${difference} so với ${day} (${before})`,
      less: (difference: string, day: string, before: string) => `−${difference} so với ${day} (${before})`,
      same: (_difference: string, day: string, _before: string) => `bằng ${day}`,
    },
    spoken: {
      more: (difference: string, day: string, before: string) => `tăng ${difference} so với ngày ${day}, khi đó là ${before}`,
      less: (difference: string, day: string, before: string) => `giảm ${difference} so với ngày ${day}, khi đó là ${before}`,
      same: (_difference: string, day: string, _before: string) => `bằng ngày ${day}`,
    },
    meaning: { better: '; tốt hơn', worse: '; kém hơn' },
    points: (figure: string) => `${figure} điểm %`,
    unknown: (day: string, missing: string) => `${day}: ${missing}`,
  },
  attention: attentionVi,
  forecast: forecastVi,
  products: productsVi,
  board: boardVi,
  rounds: roundsVi,
  activities: activitiesVi,
  communeReports: communeReportsVi,
  rules: rulesVi,
  planEntry: planEntryVi,
  funding: fundingVi,
  reconciliation: reconciliationVi,
  indicatorRows: indicatorRowsVi,
  reportDelivery: reportDeliveryVi,
  reports: reportsVi,
  reportReading: reportReadingVi,
  signIn: signInVi,
  permissions: permissionsVi,
  account: accountVi,
  accounts: accountsVi,
  audit: auditVi,
  entry: entryVi,
  programme: programmeVi,
};

export type Messages = typeof vi;
