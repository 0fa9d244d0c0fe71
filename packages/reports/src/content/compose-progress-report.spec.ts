import { describe, expect, it } from '@jest/globals';
import type { ReportSnapshot } from '../snapshot.js';
import { filledSnapshot, planSnapshot } from '../testing/plan-1227.js';
import { wordsOf, wordsOfReport } from '../testing/words-of-report.js';
import { composeProgressReport } from './compose-progress-report.js';
import { suggestTexts } from './suggestions.js';

function report(change: Partial<ReportSnapshot> = {}, base: ReportSnapshot = planSnapshot()): string {
  return wordsOfReport(composeProgressReport({ ...base, ...change }));
}

const TARGET = planSnapshot().target;
const REPORTS = planSnapshot().communeReports;

describe('what a semiannual or annual report says', () => {
  it.each([
    [planSnapshot(), 'Sơ kết 6 tháng đầu năm 2024 thực hiện Chương trình', 'IV. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2024'],
    [filledSnapshot(), 'Tổng kết năm 2024 thực hiện Chương trình', 'IV. NHIỆM VỤ TRỌNG TÂM NĂM 2025'],
  ])('five sections in the order used in practice (%#)', (snapshot, subject, tasks) => {
    const model = composeProgressReport(snapshot);
    expect(model.subjectLines[0]).toBe(subject);
    const sections = model.body.filter((block) => block.kind === 'heading' && block.level === 1).map(wordsOf);
    expect(sections).toEqual(['I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO', 'II. KẾT QUẢ THỰC HIỆN', 'III. ĐÁNH GIÁ CHUNG', tasks, 'V. ĐỀ XUẤT, KIẾN NGHỊ']);
  });

  it('results follow the six work areas of the plan (III.1–III.6), then funding', () => {
    const { body } = composeProgressReport(planSnapshot());
    const from = body.findIndex((block) => block.kind === 'heading' && block.number === 'II.');
    const to = body.findIndex((block) => block.kind === 'heading' && block.number === 'III.');
    const headings = body.slice(from + 1, to).filter((block) => block.kind === 'heading');
    expect(headings.map(wordsOf)).toEqual([
      ...planSnapshot().workAreas.map((area) => `${area.no}. ${area.name}`),
      '7. Kinh phí thực hiện',
    ]);
  });

  it('prints the first and last day of the period (Decree 09/2019/NĐ-CP) and the day of the newest fact', () => {
    expect(report()).toContain('Kỳ báo cáo từ ngày 15/12/2023 đến hết ngày 14/6/2024; số liệu được tổng hợp theo những nội dung đã ghi nhận đến hết ngày 14/6/2024. Nội dung mới nhất được ghi nhận ngày 09/4/2024.');
    expect(report({ lastFactOn: null })).toContain('Chưa có nội dung nào được ghi nhận.');
  });

  it('names the plan and what it rests on', () => {
    expect(report()).toContain('Thực hiện Kế hoạch số 1227/KH-UBND ngày 09/4/2024 của UBND thị xã Hương Trà về việc triển khai Chương trình mỗi xã một sản phẩm (OCOP) thị xã Hương Trà năm 2024, UBND thị xã Hương Trà báo cáo kết quả thực hiện 6 tháng đầu năm 2024 như sau:');
    expect(report()).toContain('Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ; Kế hoạch số 135/KH-UBND ngày 25/3/2024 của UBND tỉnh');
  });
});

describe('sentences of a good official', () => {
  it.each<[string, Partial<ReportSnapshot>, string]>([
    ['target reached (II.2)', { target: { ...TARGET, value: 3, status: 'achieved' } }, 'có 03 sản phẩm được công nhận mới so với mục tiêu ít nhất 02 sản phẩm; đánh giá: đã đạt.'],
    ['none yet, a true zero (II.2)', {}, 'chưa có sản phẩm được công nhận mới; mục tiêu năm là ít nhất 02 sản phẩm; đánh giá: đúng tiến độ.'],
    ['no number set by the plan', { target: { value: 1, minimum: null, clause: null, status: 'tracking' } }, 'số sản phẩm được công nhận mới: 01; Kế hoạch không đặt chỉ tiêu bằng số.'],
    ['none, and no number set by the plan: a true zero is no 00', { target: { value: 0, minimum: null, clause: null, status: 'tracking' } }, 'Đến hết ngày 14/6/2024, trên địa bàn chưa có sản phẩm được công nhận mới; Kế hoạch không đặt chỉ tiêu bằng số.'],
    ['target not known (II.2)', { target: { ...TARGET, value: null, status: 'no-data' } }, 'Chưa có số liệu về sản phẩm được công nhận mới; mục tiêu năm là ít nhất 02 sản phẩm.'],
    ['commune reports (V.4)', { communeReports: { ...REPORTS, received: 8, onTime: 7 } }, 'đã nhận 08 trên tổng số 09 báo cáo, trong đó 07 báo cáo đúng hạn.'],
    ['no commune report', { communeReports: { ...REPORTS, received: 0, onTime: 0 } }, 'chưa nhận được báo cáo nào trên tổng số 09 báo cáo.'],
    ['none on time', { communeReports: { ...REPORTS, received: 2, onTime: 0 } }, 'đã nhận 02 trên tổng số 09 báo cáo, trong đó không có báo cáo đúng hạn.'],
    ['commune reports not known', {}, 'Chưa có số liệu về báo cáo định kỳ 6 tháng của Ủy ban nhân dân 09 xã, phường (mục V.4 của Kế hoạch).'],
    ['product list', {}, 'gồm 07 sản phẩm, trong đó 06 sản phẩm đánh giá lần đầu, 01 sản phẩm đánh giá lại (chi tiết tại Phụ lục I).'],
    ['a list of one product', { registrations: planSnapshot().registrations.slice(0, 1) }, 'gồm 01 sản phẩm, đánh giá lần đầu (chi tiết tại Phụ lục I).\nTình trạng của sản phẩm: đã đăng ký.'],
    ['no product', { registrations: [] }, 'Chưa có sản phẩm đăng ký tham gia Chương trình.'],
    ['all at one stage', {}, 'Tình trạng của toàn bộ 07 sản phẩm: đã đăng ký.'],
    ['funding not known (IV)', {}, 'Chưa có số liệu về dự toán, phân bổ và giải ngân của các nguồn'],
    ['work area without a record', {}, 'Chưa có số liệu ghi nhận về nội dung này trong kỳ báo cáo.'],
    ['what a person writes', {}, '(Nội dung do Phòng Kinh tế bổ sung trước khi trình ký)'],
    ['rounds ahead are next tasks', {}, 'đợt 1 trước ngày 10/7/2024; gửi hồ sơ về Sở Nông nghiệp và Phát triển nông thôn trước ngày 15/7/2024.'],
  ])('%s', (_what, change, sentence) => {
    expect(report(change)).toContain(sentence);
  });

  it.each([null, 0])('says nothing of reports that the plan asks of no commune (%s received; V.4)', (received) => {
    const snapshot = { ...planSnapshot(), communeReports: { ...REPORTS, expected: 0, received, onTime: received } };
    const text = wordsOfReport(composeProgressReport(snapshot, { texts: { organisation: '' } }));
    expect(text).toContain('2. Tổ chức thực hiện và chế độ báo cáo\nKhông có.\nII.');
    expect(JSON.stringify(suggestTexts(snapshot))).not.toContain('00');
  });

  it('a filled year', () => {
    const text = report({}, filledSnapshot());
    expect(text).toContain('- Công nhận 3 sao: 03 sản phẩm (Thanh trà Hương Vân; Tinh dầu trầm Trần Luật; Bún Vân Cù);');
    expect(text).toContain('Tổng kinh phí: dự toán 3.064,5 triệu đồng; phân bổ chưa có số liệu; giải ngân 750 triệu đồng (chi tiết tại Phụ lục IV).');
    expect(text).toContain('Tổ chức 02 lớp tập huấn');
  });

  it('never writes a missing figure as 0 (evaluation.md: missing is null)', () => {
    const text = report();
    expect(text).not.toMatch(/\b0+ (sản phẩm|báo cáo|hồ sơ|triệu)/u);
    expect(JSON.stringify(composeProgressReport(planSnapshot()).appendices[1])).not.toContain('"0"');
  });

  it('writes the past rounds no more as tasks', () => {
    expect(report({ asOf: '2024-07-10' })).not.toContain('phân hạng và công nhận sản phẩm đợt 1');
  });
});

describe('appendices', () => {
  it('I lists the products in the plan\'s five columns and its spelling', () => {
    const [products] = composeProgressReport(planSnapshot()).appendices;
    const [table] = products?.blocks ?? [];
    expect(table).toMatchObject({
      kind: 'table',
      columns: [{ title: 'STT' }, { title: 'Tên sản phẩm' }, { title: 'Tên chủ thể' }, { title: 'Địa chỉ chủ thể' }, { title: 'Ghi chú' }],
    });
    expect(table?.kind === 'table' ? table.rows[6] : null).toEqual(['7', 'Bún Vân Cù', 'Tổ hợp tác sản xuất Bún Vân Cù', 'Xã Hương Toàn', 'Đánh giá lại']);
  });

  it('the last gives funding by source in triệu đồng, exact, a dash where nothing is recorded', () => {
    const funding = composeProgressReport(filledSnapshot()).appendices.find(({ titleLines }) => titleLines[0]?.startsWith('KINH PHÍ'));
    const [table, note, chart] = funding?.blocks ?? [];
    expect(table).toMatchObject({ kind: 'table', unitNote: 'Đơn vị tính: triệu đồng', totalRow: [null, 'Tổng cộng', null, '3.064,5', '-', '750'] });
    expect(table?.kind === 'table' ? table.rows[1] : null).toEqual(['2', expect.any(String), 'IV.2', '871,25', '-', '-']);
    expect(note?.kind).toBe('note');
    expect(chart?.kind === 'chart' ? chart.alternativeText : '').toContain('Nguồn xã hội hóa: dự toán 1.081,5 triệu đồng, giải ngân 400 triệu đồng');
  });

  it('come in the order in which the text names them, who reported last; results, certificates and reports only when there are any', () => {
    const titles = (snapshot: ReportSnapshot) => composeProgressReport(snapshot).appendices.map(({ titleLines }) => titleLines[0]);
    expect(titles(planSnapshot())).toEqual(['DANH MỤC SẢN PHẨM THAM GIA', 'KINH PHÍ THỰC HIỆN CHƯƠNG TRÌNH OCOP']);
    expect(titles(filledSnapshot())).toEqual([
      'DANH MỤC SẢN PHẨM THAM GIA',
      'KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP',
      'DANH MỤC GIẤY CHỨNG NHẬN OCOP',
      'KINH PHÍ THỰC HIỆN CHƯƠNG TRÌNH OCOP',
      'TÌNH HÌNH BÁO CÁO CUỐI NĂM CỦA CÁC XÃ, PHƯỜNG',
    ]);
  });

  it('list the communes: reports received by day, then those that have sent none; the text leads there (V.4)', () => {
    const snapshot = filledSnapshot();
    const report = (unitName: string, receivedOn: string, onTime: boolean) => ({ unitName, receivedOn, paper: onTime ? '7/BC-UBND' : null, onTime });
    const communeReports = [report('Xã Hương Toàn', '2024-12-16', false), report('Phường Tứ Hạ', '2024-12-10', true), report('Phường Hương Chữ', '2024-12-10', true)];
    const model = composeProgressReport({ ...snapshot, communeReports: { period: 'FY', received: 3, expected: 4, onTime: 2 }, provenance: { ...snapshot.provenance, communeReports, communesWithoutReport: ['Xã Bình Thành'] } });
    const [table] = model.appendices.at(-1)?.blocks ?? [];
    expect(table?.kind === 'table' ? table.rows : null).toEqual([
      ['1', 'Phường Hương Chữ', '10/12/2024', '7/BC-UBND', 'đúng hạn'],
      ['2', 'Phường Tứ Hạ', '10/12/2024', '7/BC-UBND', 'đúng hạn'],
      ['3', 'Xã Hương Toàn', '16/12/2024', null, 'quá hạn'],
      ['4', 'Xã Bình Thành', null, null, 'chưa gửi báo cáo'],
    ]);
    expect(wordsOfReport(model)).toContain('đã nhận 03 trên tổng số 04 báo cáo, trong đó 02 báo cáo đúng hạn. Chi tiết tại Phụ lục V.');
  });

  it('refer to the report, with room to write its number and day', () => {
    expect(composeProgressReport(filledSnapshot()).appendices[0]?.referenceLines).toEqual([
      '(Kèm theo Báo cáo số 05/BC-UBND ngày 16 tháng 12 năm 2024',
      'của UBND thị xã Hương Trà)',
    ]);
    expect(composeProgressReport(planSnapshot()).appendices[0]?.referenceLines[0]).toMatch(/số\s{7}\/BC-UBND ngày\s+tháng\s+năm 2024$/u);
  });
});

it('money that is not whole đồng is refused', () => {
  expect(() => composeProgressReport({ ...filledSnapshot(), fundingTotal: { planned: '1,5', allocated: null, disbursed: null } })).toThrow(RangeError);
});

it('the model is plain data: it survives JSON', () => {
  const model = composeProgressReport(filledSnapshot());
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
});
