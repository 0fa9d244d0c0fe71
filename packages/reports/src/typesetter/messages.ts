import { formatDayLong, romanNumeral } from '@ocop/domain';

/** Blank of the width that a number or a day takes by hand. */
const ROOM_TO_WRITE = '\u00A0'.repeat(6);

/** The words that Decree 30/2020/NĐ-CP itself puts on a paper. Official papers are Vietnamese only. */
export const officialWords = {
  nationalTitle: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  /** "05/BC-UBND", or the symbol alone with room to write the number. */
  paperNumber: (number: string | null, symbol: string) => number ?? `${ROOM_TO_WRITE}/${symbol}`,
  numberLine: (paperNumber: string) => `Số: ${paperNumber}`,
  /** "ngày 05 tháng 7 năm 2024", or with room to write day and month. */
  paperDay: (day: string | null, year: number) =>
    day === null ? `ngày${ROOM_TO_WRITE}tháng${ROOM_TO_WRITE}năm ${year}` : formatDayLong(day),
  placeAndDay: (place: string, paperDay: string) => `${place}, ${paperDay}`,
  recipientsTitle: 'Nơi nhận:',
  /** Numbered only when there are two or more. */
  appendixName: (index: number, count: number) => (count > 1 ? `Phụ lục ${romanNumeral(index + 1)}` : 'Phụ lục'),
  draft: 'DỰ THẢO',
  /** What Word's list of styles calls the kinds of paragraph; Word itself translates the English ones, which it knows. */
  styleNames: {
    Normal: 'Normal',
    SuperiorAgency: 'Cơ quan chủ quản',
    Agency: 'Cơ quan ban hành',
    NationalTitle: 'Quốc hiệu',
    Motto: 'Tiêu ngữ',
    PaperNumber: 'Số, ký hiệu',
    PlaceAndDay: 'Địa danh và thời gian',
    KindName: 'Tên loại',
    Subject: 'Trích yếu',
    ReportText: 'Nội dung',
    Heading1: 'heading 1',
    Heading2: 'heading 2',
    Heading3: 'heading 3',
    ReportNote: 'Ghi chú',
    TableTitle: 'Tên bảng',
    UnitNote: 'Đơn vị tính',
    TableHeader: 'Tiêu đề bảng',
    TableText: 'Chữ trong bảng',
    TableTotal: 'Dòng tổng',
    Figure: 'Hình',
    FigureCaption: 'Tên hình',
    Authority: 'Quyền hạn, chức vụ',
    Signatory: 'Họ tên người ký',
    RecipientsTitle: 'Nơi nhận',
    Recipients: 'Danh sách nơi nhận',
    AppendixName: 'Phụ lục',
    AppendixTitle: 'Tên phụ lục',
    AppendixReference: 'Thông tin kèm theo',
    PageNumber: 'Số trang',
    Marking: 'Dấu trên trang',
    Gap: 'Khoảng cách',
  },
};
