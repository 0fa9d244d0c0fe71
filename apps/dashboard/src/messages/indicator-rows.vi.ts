import { countInText, type IndicatorId } from '@ocop/domain';

/** What to enter so that a missing figure can be known. */
const whyMissing: Readonly<Record<IndicatorId, string>> = {
  'newly-recognised-products': 'Chưa ghi quyết định công nhận nào. Cần nhập số, ngày quyết định và số sao của từng sản phẩm.',
  're-recognised-products': 'Chưa ghi quyết định công nhận nào. Cần nhập số, ngày quyết định và số sao của từng sản phẩm.',
  'upgraded-products': 'Chưa ghi quyết định công nhận nào. Cần nhập số, ngày quyết định và số sao của từng sản phẩm.',
  'registrations-by-stage': 'Chưa có danh mục sản phẩm đăng ký. Sản phẩm vào danh mục khi được đăng ký.',
  'dossiers-sent-to-province': 'Chưa ghi hồ sơ nào gửi cấp tỉnh. Cần nhập ngày gửi và văn bản gửi của từng hồ sơ.',
  'certificates-expiring':
    'Chưa ghi quyết định công nhận nào của các năm trước nên không biết giấy nào sắp hết hạn. Cần nhập số, ngày quyết định và số sao của các sản phẩm đã được công nhận.',
  'commune-reports-on-time': 'Kế hoạch chưa nêu kỳ báo cáo nào của xã, phường.',
  'funding-planned': 'Kế hoạch nêu các nguồn, không ấn định số tiền. Cần nhập dự toán của từng nguồn kèm văn bản.',
  'funding-allocated': 'Chưa ghi khoản phân bổ nào. Cần nhập số tiền phân bổ của từng nguồn kèm quyết định giao.',
  'funding-disbursed': 'Chưa ghi khoản giải ngân nào. Cần nhập số tiền, ngày và chứng từ của từng khoản.',
  'disbursement-rate': 'Chưa ghi số phân bổ nên không tính được tỷ lệ. Cần nhập phân bổ và giải ngân của từng nguồn.',
  'socialised-share': 'Chưa ghi khoản giải ngân nào nên không tính được tỷ trọng. Cần nhập giải ngân của từng nguồn.',
};

/** The page of the rows behind a figure. */
export const indicatorRowsVi = {
  back: 'Về trang tổng quan',
  communeReports: 'Xem từng xã, phường: đúng hạn, trễ hạn, chưa nộp',
  asOf: (day: string) => `tính đến ${day}`,
  target: (figure: string) => `chỉ tiêu ${figure}`,
  noTarget: 'kế hoạch không đặt chỉ tiêu bằng số',
  missingHeading: 'Vì sao chưa có số liệu',
  whyMissing,
  rowsHeading: (n: number) => `${countInText(n)} dòng số liệu gốc`,
  noRows: (day: string) => `Đến ${day} chưa có dòng nào được tính vào chỉ số này.`,
  columns: {
    label: 'Nội dung',
    detail: 'Chi tiết',
    unitName: 'Xã, phường',
    happenedOn: 'Ngày',
    paper: 'Văn bản',
    contribution: 'Số tính vào',
  },
  contributionIn: (unit: string) => `Số tính vào (${unit})`,
  sum: 'Cộng',
  equalsValue: (sum: string) => `Cộng: ${sum} = chỉ số`,
  differs: (sum: string, value: string) =>
    `Cộng các dòng được ${sum}, khác chỉ số ${value}. Báo người quản trị kiểm tra số liệu.`,
  parts: {
    'disbursement-rate': 'Đã giải ngân (ngân sách nhà nước và vốn lồng ghép)',
    'socialised-share': 'Nguồn xã hội hóa đã giải ngân',
  },
  wholes: {
    'disbursement-rate': 'Đã phân bổ (ngân sách nhà nước và vốn lồng ghép)',
    'socialised-share': 'Tất cả các nguồn đã giải ngân',
  },
  part: 'Phần được tính',
  whole: 'Toàn bộ để so',
  rate: (part: string, whole: string, value: string) => `${part} ÷ ${whole} = ${value}`,
  moneyUnit: 'Đơn vị tính',
  unknownTitle: 'Không có chỉ số này',
  unknown: (id: string) => `Không có chỉ số “${id}”. Chọn một trong các chỉ số dưới đây.`,
  all: 'Các chỉ số',
};
