/** Sentences about rules of input; each completes “<field>: …”. */
export const rules = {
  day: 'phải là một ngày có thật, viết theo dạng YYYY-MM-DD, ví dụ 2024-04-09',
  year: 'phải là năm gồm bốn chữ số, ví dụ 2024',
  periodKind: 'chỉ nhận H1 (báo cáo 6 tháng) hoặc FY (báo cáo năm)',
  pageSize: 'phải là số nguyên từ 1 đến 200',
  page: 'phải là số nguyên từ 1 trở lên',
  id: 'phải là số nguyên dương',
  oneOf: (allowed: readonly string[]) => `chỉ nhận một trong các giá trị: ${allowed.join(', ')}`,
  groupBy: (allowed: readonly string[]) =>
    `phải là danh sách không lặp, ngăn bởi dấu phẩy, gồm các giá trị: ${allowed.join(', ')}`,
  searchLength: 'dài không quá 200 ký tự',
  unknownField: (names: readonly string[]) => `không có tham số ${names.map((name) => `“${name}”`).join(', ')}`,
} as const;

/** What each input field is called in a sentence. */
export const fieldNames: Readonly<Record<string, string>> = {
  year: 'Năm',
  asOf: 'Ngày tính đến',
  period: 'Kỳ báo cáo',
  page: 'Trang',
  pageSize: 'Số dòng mỗi trang',
  search: 'Từ tìm kiếm',
  kind: 'Loại đăng ký',
  stage: 'Bước hồ sơ',
  unit: 'Địa phương',
  sort: 'Cột sắp xếp',
  order: 'Chiều sắp xếp',
  groupBy: 'Cách nhóm',
  id: 'Mã',
};
