/** Points in a length given in millimetres. */
export function millimetres(length: number): number {
  return (length * 72) / 25.4;
}

export interface Range {
  min: number;
  max: number;
}

type Letters = 'capitals' | 'sentence';

export interface BlockRule {
  /** The block as Appendix I of Decree 30/2020/NĐ-CP names it. */
  row: string;
  sizePt: Range;
  bold: boolean;
  italic: boolean;
  letters: Letters;
}

function block(row: string, min: number, max: number, style: '' | 'bold' | 'italic' | 'bold italic', letters: Letters): BlockRule {
  return { row, sizePt: { min, max }, bold: style.includes('bold'), italic: style.includes('italic'), letters };
}

/** Appendix I of Decree 30/2020/NĐ-CP: what an administrative paper may look like. Margins in millimetres. */
export const OFFICIAL_LAYOUT = {
  page: { widthMm: 210, heightMm: 297 },
  marginsMm: {
    top: { min: 20, max: 25 },
    bottom: { min: 20, max: 25 },
    left: { min: 30, max: 35 },
    right: { min: 15, max: 20 },
  },
  pageNumber: block('số trang', 13, 14, '', 'sentence'),
  nationalTitle: block('Quốc hiệu', 12, 13, 'bold', 'capitals'),
  motto: block('Tiêu ngữ', 13, 14, 'bold', 'sentence'),
  superiorAgency: block('cơ quan chủ quản', 12, 13, '', 'capitals'),
  agency: block('cơ quan ban hành', 12, 13, 'bold', 'capitals'),
  number: block('số, ký hiệu', 13, 13, '', 'sentence'),
  placeAndDay: block('địa danh và thời gian', 13, 14, 'italic', 'sentence'),
  kindName: block('tên loại', 13, 14, 'bold', 'capitals'),
  subject: block('trích yếu', 13, 14, 'bold', 'sentence'),
  body: block('nội dung', 13, 14, '', 'sentence'),
  headingRoman: block('mục I', 13, 14, 'bold', 'capitals'),
  headingArabic: block('mục 1', 13, 14, 'bold', 'sentence'),
  authority: block('quyền hạn, chức vụ', 13, 14, 'bold', 'capitals'),
  signatory: block('họ tên người ký', 13, 14, 'bold', 'sentence'),
  recipientsTitle: block('Nơi nhận', 12, 12, 'bold italic', 'sentence'),
  recipients: block('danh sách nơi nhận', 11, 11, '', 'sentence'),
  appendixName: block('Phụ lục', 14, 14, 'bold', 'sentence'),
  appendixTitle: block('tên phụ lục', 13, 14, 'bold', 'capitals'),
  appendixReference: block('thông tin kèm theo', 13, 14, 'italic', 'sentence'),
  firstLineIndentMm: [10, 12.7],
  paragraphSpacingPt: { min: 6, max: Number.POSITIVE_INFINITY },
  /** In multiples of the size: single spacing of a Times face to one and a half lines. */
  lineSpacing: { min: 1.15, max: 1.725 },
  mottoRule: { min: 0.99, max: 1.01 },
  shortRule: { min: 1 / 3, max: 1 / 2 },
} as const;

/** What this typesetter uses, every value inside OFFICIAL_LAYOUT. Lengths in points. */
export const HOUSE_LAYOUT = {
  margins: { top: millimetres(20), bottom: millimetres(20), left: millimetres(30), right: millimetres(15) },
  sizes: {
    pageNumber: 14,
    nationalTitle: 12,
    motto: 13,
    agency: 12,
    number: 13,
    placeAndDay: 13,
    kindName: 14,
    subject: 14,
    body: 14,
    table: 13,
    authority: 14,
    signatory: 14,
    recipientsTitle: 12,
    recipients: 11,
    appendixName: 14,
    appendixTitle: 14,
    appendixReference: 14,
    marking: 12,
  },
  firstLineIndent: millimetres(12.7),
  paragraphSpacing: 6,
  bodyLine: 18,
  tableLine: 16,
  ruleWidth: 0.75,
  tableRuleWidth: 0.5,
} as const;
