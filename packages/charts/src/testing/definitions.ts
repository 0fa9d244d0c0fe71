import type { CumulativeLinesDefinition, GroupedBarsBySourceDefinition, StackedBarsDefinition } from '../chart-definition.js';

const missing = 'chưa có số liệu';

/** The seven registrations of plan 1227 by commune and kind; Phường Tứ Hạ has none, and here no figure either. */
export const registrations: StackedBarsDefinition = {
  kind: 'stacked-bars',
  title: 'Sản phẩm đăng ký tham gia năm 2024 theo xã, phường',
  description: 'Bảy sản phẩm đăng ký: sáu lần đầu, một đánh giá lại.',
  valueFormat: 'integer',
  unit: 'sản phẩm',
  missing,
  categoryLabel: 'Xã, phường',
  categories: [
    'Phường Hương Vân',
    'Phường Hương Văn',
    'Phường Hương Chử',
    'Xã Bình Thành',
    'Xã Hương Bình',
    'Xã Hương Toàn',
    'Phường Tứ Hạ',
  ],
  series: [
    { id: 'new', name: 'Lần đầu', colour: 'kind-new', values: [1, 1, 1, 1, 2, 0, null] },
    { id: 're-evaluation', name: 'Đánh giá lại', colour: 'kind-re-evaluation', values: [0, 0, 0, 0, 0, 1, null] },
  ],
};

/** The six sources of plan 1227, section IV, which sets no amounts. */
export const fundingUnknown: GroupedBarsBySourceDefinition = {
  kind: 'grouped-bars-by-source',
  title: 'Kinh phí thực hiện kế hoạch theo nguồn',
  description: 'Kế hoạch không ghi số tiền của từng nguồn.',
  valueFormat: 'million-dong',
  unit: 'triệu đồng',
  missing,
  categoryLabel: 'Nguồn kinh phí',
  plannedLabel: 'Dự toán',
  disbursedLabel: 'Đã giải ngân',
  sources: [
    { id: 'socialised', name: 'Nguồn xã hội hóa', order: 1, planned: null, disbursed: null },
    {
      id: 'ntm-2021-2025',
      name: 'Ngân sách hỗ trợ thực hiện Chương trình MTQG xây dựng nông thôn mới giai đoạn 2021-2025',
      order: 2,
      planned: null,
      disbursed: null,
    },
    { id: 'nq-20-2020', name: 'Ngân sách tỉnh theo Nghị quyết số 20/2020/NQ-HĐND', order: 3, planned: null, disbursed: null },
    { id: 'nq-30-2021', name: 'Ngân sách tỉnh theo Nghị quyết số 30/2021/NQ-HĐND', order: 4, planned: null, disbursed: null },
    { id: 'integrated-industry-promotion', name: 'Vốn lồng ghép: khuyến công', order: 5, planned: null, disbursed: null },
    { id: 'integrated-science-technology', name: 'Vốn lồng ghép: khoa học công nghệ', order: 6, planned: null, disbursed: null },
  ],
};

/** Invented amounts: every pairing of known, unknown, zero and more than planned. */
export const fundingInvented: GroupedBarsBySourceDefinition = {
  ...fundingUnknown,
  description: 'Số liệu giả định.',
  sources: fundingUnknown.sources.map((source, index) => ({
    ...source,
    planned: ['1081500000', '400000000', '300000000', '250000000', null, '80000000'][index] ?? null,
    disbursed: ['612500000', '120000000', null, '275000000', '35500000', '0'][index] ?? null,
  })),
};

/** Invented amounts to July, May missing; a second source without any figure. */
export const disbursementInvented: CumulativeLinesDefinition = {
  kind: 'cumulative-lines',
  title: 'Giải ngân lũy kế so với kế hoạch',
  description: 'Số liệu giả định.',
  valueFormat: 'million-dong',
  unit: 'triệu đồng',
  missing,
  categoryLabel: 'Tháng',
  months: Array.from({ length: 12 }, (_, index) => `Tháng ${index + 1}`),
  series: [
    {
      id: 'socialised',
      name: 'Nguồn xã hội hóa',
      colour: 'source-1',
      values: ['0', '50000000', '120000000', '180000000', null, '310000000', '612500000', null, null, null, null, null],
    },
    { id: 'integrated', name: 'Vốn lồng ghép', colour: 'source-5', values: Array.from({ length: 12 }, () => null) },
  ],
  target: { value: '850000000', label: 'Kế hoạch cả năm' },
};
