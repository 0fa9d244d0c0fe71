import type { ChartDefinition, ChartSeries } from '@ocop/charts';
import type { Block, Cell, ReportModel, TableColumn } from '@ocop/reports';

// One report as every way of typesetting gets it. Its figures follow from its number, so that no rendering can be answered
// from what an earlier one left in memory; the text and the size stay the same.

const SECTIONS = ['Công tác lãnh đạo, chỉ đạo', 'Kết quả thực hiện', 'Kinh phí thực hiện', 'Nhiệm vụ trọng tâm'];

const paragraphs = (no: number): string[] => [
  `Trong kỳ báo cáo, cơ quan thường trực đã tham mưu ban hành ${no + 12} văn bản chỉ đạo, tổ chức ${no + 3} cuộc họp và ${no + 5} đợt kiểm tra tại cơ sở; nội dung tập trung vào công tác quản lý, điều hành, quy trình đánh giá, xếp hạng sản phẩm và việc hỗ trợ, lập hồ sơ đăng ký sản phẩm tham gia đánh giá hằng năm.`,
  `Công tác tuyên truyền được thực hiện thường xuyên trên hệ thống truyền thanh cơ sở với ${no + 140} tin, bài; đã mở ${no + 2} lớp tập huấn cho ${no + 260} lượt người là cán bộ phụ trách và chủ thể sản xuất, qua đó nhận thức về tiêu chuẩn chất lượng, truy xuất nguồn gốc và bao bì, nhãn mác được nâng lên rõ rệt.`,
  `Đến ngày chốt số liệu, đã giải ngân ${no + 1_081} triệu đồng, đạt ${(no % 40) + 55}% kế hoạch giao. Một số nội dung còn chậm do hồ sơ của chủ thể phải bổ sung nhiều lần, nguồn lực đối ứng hạn chế và thời gian thẩm định của các cơ quan chuyên môn kéo dài hơn dự kiến ban đầu.`,
];

const WORDS = { description: 'Số liệu lập riêng cho phép đo.', missing: 'chưa có số liệu' };
const TOWNS = ['Phường Một', 'Phường Hai', 'Phường Ba', 'Xã Bốn', 'Xã Năm', 'Xã Sáu', 'Xã Bảy', 'Xã Tám'];
const MONTHS = Array.from({ length: 12 }, (_, index) => `Tháng ${index + 1}`);
const SOURCES = ['Nguồn xã hội hóa', 'Ngân sách tỉnh', 'Ngân sách cấp xã', 'Vốn lồng ghép'];

function bars(title: string, no: number, names: readonly string[]): ChartDefinition {
  const series = names.map((name, row): ChartSeries => ({ id: String(row), name, values: TOWNS.map((_, index) => ((no + row * 5 + index * 3) % 17) + 1) }));
  return { ...WORDS, kind: 'stacked-bars', title, valueFormat: 'integer', unit: 'sản phẩm', categoryLabel: 'Xã, phường', categories: TOWNS, series };
}

const charts = (no: number): ChartDefinition[] => [
  bars('Sản phẩm đăng ký', no, ['Đánh giá lần đầu', 'Đánh giá lại']),
  bars('Sản phẩm được công nhận', no + 4, ['Hạng 3 sao', 'Hạng 4 sao', 'Hạng 5 sao']),
  {
    ...WORDS, kind: 'cumulative-lines', title: 'Giải ngân theo tháng', valueFormat: 'integer', unit: 'triệu đồng', categoryLabel: 'Tháng', months: MONTHS,
    series: ['Kế hoạch', 'Thực hiện'].map((name, row) => ({ id: String(row), name, values: MONTHS.map((_, index) => (index + 1) * (90 - 7 * row) + (no % 13)) })),
  },
  {
    ...WORDS, kind: 'grouped-bars-by-source', title: 'Kinh phí theo nguồn', valueFormat: 'million-dong', unit: 'triệu đồng', categoryLabel: 'Nguồn kinh phí', plannedLabel: 'Dự toán', disbursedLabel: 'Giải ngân',
    sources: SOURCES.map((name, index) => ({ id: String(index), name, order: ([1, 2, 3, 4] as const)[index] ?? 1, planned: String((index + 2) * 150_000_000 + no * 1_000_000), disbursed: String((index + 1) * 100_000_000 + no * 700_000) })),
  },
];

const figure = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/gu, '.');

const COLUMNS: TableColumn[] = [
  { title: 'STT', width: 'auto', align: 'center' },
  { title: 'Sản phẩm', width: 3, align: 'left' },
  { title: 'Chủ thể', width: 3, align: 'left' },
  { title: 'Ngày', width: 'auto', align: 'center' },
  { title: 'Kinh phí', width: 'auto', align: 'right' },
];

/** What only this row says. */
export const rowText = (rows: number): string => `Sản phẩm thứ ${rows}`;

function tableRow(row: number, no: number): Cell[] {
  const day = new Date(Date.UTC(2016, 0, 1 + ((row + no) % 3_650))).toISOString();
  const product = rowText(row) + (row % 5 === 0 ? ' tham gia đánh giá, phân hạng đợt một, đã hoàn thiện hồ sơ minh chứng' : '');
  return [String(row), product, `Hợp tác xã nông nghiệp số ${row % 40}`, `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`, figure(row * 7_919 + no * 104_729)];
}

function section(index: number, no: number, rows: number): Block[] {
  const definition = charts(no)[index];
  if (definition === undefined) throw new RangeError(`section ${index} has no chart`);
  return [
    { kind: 'heading', level: 1, number: `${index + 1}.`, text: SECTIONS[index] ?? '' },
    ...paragraphs(no + index).map((text): Block => ({ kind: 'paragraph', runs: [{ text }] })),
    { kind: 'chart', definition, caption: `Biểu đồ ${index + 1}. ${definition.title}`, alternativeText: definition.description },
    ...(index < SECTIONS.length - 1 ? [] : [{ kind: 'table', columns: COLUMNS, rows: Array.from({ length: rows }, (_, row) => tableRow(row + 1, no)) } as const]),
  ];
}

/** The report of this number with a table of `rows` rows. */
export function reportOf(rows: number, no: number): ReportModel {
  return {
    metadata: { title: `Báo cáo số ${no}`, subject: 'Chương trình mỗi xã một sản phẩm', author: 'Ủy ban nhân dân xã', language: 'vi-VN', createdOn: '2026-01-15' },
    issuer: { superiorLines: [], agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ THỬ NGHIỆM'] },
    number: `${no}/BC-UBND`,
    numberSymbol: 'BC-UBND',
    place: 'Thử Nghiệm',
    day: '2026-01-15',
    year: 2025,
    kindName: 'BÁO CÁO',
    subjectLines: ['Kết quả thực hiện Chương trình mỗi xã một sản phẩm năm 2025'],
    opening: [[{ text: `Thực hiện Kế hoạch số ${no + 80}/KH-UBND, Ủy ban nhân dân xã báo cáo kết quả như sau:` }]],
    body: SECTIONS.flatMap((_, index) => section(index, no, rows)),
    signature: { authorityLines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: null },
    recipients: ['UBND tỉnh', 'Các cơ quan có liên quan', 'Lưu: VT'],
    appendices: [],
    marking: null,
    draft: false,
  };
}
