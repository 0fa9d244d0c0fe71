import { composeProgressReport } from '../content/compose-progress-report.js';
import type { Block, ReportModel, TableBlock } from '../model.js';
import { planSnapshot } from './plan-1227.js';

export const LONG_TEXT =
  'Phối hợp tổ chức các lớp đào tạo, tập huấn chuyên sâu và tham quan học tập kinh nghiệm cho đội ngũ cán bộ, công chức quản lý các cấp và chủ thể kinh tế về các nội dung Chương trình OCOP. Nội dung tập trung vào công tác quản lý, điều hành thực hiện Chương trình OCOP; quy trình đánh giá, xếp hạng sản phẩm hàng năm; hướng dẫn, hỗ trợ, lập hồ sơ đăng ký sản phẩm tham gia đánh giá, xếp hạng sản phẩm OCOP.';

/** The plan's report with other blocks in the place of its body. */
export function modelOf(body: Block[]): ReportModel {
  return { ...composeProgressReport(planSnapshot()), opening: [], body, appendices: [] };
}

export function text(content: string): Block {
  return { kind: 'paragraph', runs: [{ text: content }] };
}

/** A table of `count` rows, every fifth one several lines high. */
export function tableOf(count: number): TableBlock {
  return {
    kind: 'table',
    unitNote: 'Đơn vị tính: triệu đồng',
    columns: [
      { title: 'STT', width: 'auto', align: 'center' },
      { title: 'Nội dung', width: 4, align: 'left' },
      { title: 'Kinh phí', width: 1, align: 'right' },
    ],
    rows: Array.from({ length: count }, (_, index) => [String(index + 1), index % 5 === 4 ? LONG_TEXT : `Nội dung thứ ${index + 1}`, '1.081,5']),
    totalRow: [null, 'Tổng cộng', '9.999'],
  };
}

const ITEMS = ['tuyên truyền;', 'tập huấn;', 'xúc tiến thương mại.'].map((item) => [{ text: `Tiếp tục ${item}` }]);

/** A report of several pages with every kind of block, by a division under another agency, with one wide appendix. */
export function longModel(paragraphs = 8, rows = 30): ReportModel {
  const model = composeProgressReport({ ...planSnapshot(), issue: { number: '112/BC-KT', day: '2024-12-02' } });
  const sections = ['KẾT QUẢ THỰC HIỆN', 'NHIỆM VỤ TRỌNG TÂM'].flatMap((heading, index): Block[] => [
    { kind: 'heading', level: 1, number: `${'I'.repeat(index + 1)}.`, text: heading },
    { kind: 'heading', level: 2, number: '1.', text: 'Công tác tập huấn' },
    ...Array.from({ length: paragraphs }, () => text(LONG_TEXT)),
    text('Gồm các nội dung:'),
    { kind: 'list', items: ITEMS },
  ]);
  return {
    ...model,
    issuer: { superiorLines: ['UBND THỊ XÃ HƯƠNG TRÀ'], agencyLines: ['PHÒNG KINH TẾ'] },
    body: [...sections, { ...tableOf(rows), title: 'Kinh phí theo nội dung' }, text('Trên đây là báo cáo của Phòng Kinh tế./.')],
    signature: { authorityLines: ['TL. CHỦ TỊCH', 'TRƯỞNG PHÒNG KINH TẾ'], name: 'Trần Văn An' },
    appendices: [
      {
        orientation: 'landscape',
        titleLines: ['KINH PHÍ THỰC HIỆN CHƯƠNG TRÌNH'],
        referenceLines: ['(Kèm theo Báo cáo số 112/BC-KT ngày 02 tháng 12 năm 2024', 'của Phòng Kinh tế thị xã Hương Trà)'],
        blocks: [tableOf(rows)],
      },
    ],
  };
}
