import { describe, expect, it } from '@jest/globals';
import { composeProgressReport } from '../compose-progress-report.js';
import type { Cell, TableBlock } from '../../model.js';
import type { ReportSnapshot, SnapshotCertificate } from '../../snapshot.js';
import type { SnapshotOutcomes, SnapshotRoundCourse } from '../../snapshot-outcomes.js';
import { suggestTexts } from '../suggestions.js';
import { filledSnapshot, planSnapshot, PROVINCE_DECISION, TOWN_DECISION, townResult } from '../../testing/plan-1227.js';
import { wordsOfReport } from '../../testing/words-of-report.js';

type Change = Partial<Omit<ReportSnapshot, 'outcomes'>> & { outcomes?: Partial<SnapshotOutcomes> };

function report({ outcomes, ...change }: Change, base = planSnapshot()): string {
  return wordsOfReport(composeProgressReport({ ...base, ...change, outcomes: { ...base.outcomes, ...outcomes } }));
}

const PAST = { asOf: '2024-12-14', period: planSnapshot('FY').period };
const QUYT = { productName: 'Quýt Thanh Bình', producerName: 'Công ty TNHH Hoàng Thanh Bình' };
const course = (change: Partial<SnapshotRoundCourse>): SnapshotRoundCourse => ({ ...QUYT, no: 5, kind: 'new', roundNo: 1, result: null, end: null, decision: null, ...change });
const sent = (change: Partial<SnapshotOutcomes['sentToProvince'][number]>) => ({
  no: 5, productName: QUYT.productName, roundNo: 1, sentOn: '2024-07-12', paper: null, decision: null, stage: 'sent-to-province' as const, ...change,
});
const certificate = (change: Partial<SnapshotCertificate>): SnapshotCertificate => ({
  ...QUYT, stars: 3, decidedOn: '2021-08-31', validTo: '2024-08-31', state: 'expiring', decisionNumber: '77/QĐ-UBND', registration: null, ...change,
});
const due = (renewedBy: 're-evaluation' | null, registration: 'received' | 'withdrawn' | null = null) => ({ productName: 'Bún Vân Cù', validTo: '2024-08-31', renewedBy, registration });

describe('the goals of the year by name (II.2)', () => {
  it.each<[string, Change, string]>([
    ['a new product with decision, day, authority and stars', { outcomes: { newlyRecognised: [{ ...QUYT, ...TOWN_DECISION }] } },
      '- Quýt Thanh Bình của Công ty TNHH Hoàng Thanh Bình: 3 sao, Quyết định số 1500/QĐ-UBND ngày 09/7/2024 của UBND thị xã Hương Trà.'],
    ['a decision of the province', { outcomes: { upgraded: [{ ...QUYT, ...PROVINCE_DECISION }] } },
      'Trong năm có 01 sản phẩm được nâng hạng sao:\n- Quýt Thanh Bình của Công ty TNHH Hoàng Thanh Bình: 4 sao, Quyết định số 2100/QĐ-UBND ngày 20/11/2024 của UBND tỉnh Thừa Thiên Huế.'],
    ['a decision of the ministry names itself', { outcomes: { upgraded: [{ ...QUYT, stars: 5, number: '300/QĐ-BNN', decidedOn: '2024-12-01', authority: 'ministry' }] } },
      '5 sao, Quyết định số 300/QĐ-BNN ngày 01/12/2024.'],
    ['no upgrade and none again, the year running', {}, 'Chưa có sản phẩm được nâng hạng sao, chưa có sản phẩm được công nhận lại.'],
    ['no upgrade and none again, the year over', { ...PAST, certificates: [] }, 'Trong năm không có sản phẩm được nâng hạng sao, không có sản phẩm được công nhận lại.'],
    ['none again beside an upgrade', { outcomes: { upgraded: [{ ...QUYT, ...PROVINCE_DECISION }] } }, 'Chưa có sản phẩm được công nhận lại.'],
    ['more products than a text names', { outcomes: { reRecognised: Array.from({ length: 11 }, () => ({ ...QUYT, ...TOWN_DECISION })), courses: [course({ end: 'not-recognised' })] } },
      'Trong năm có 11 sản phẩm được công nhận lại (chi tiết tại Phụ lục II).'],
    ['what can still be recognised, with the rounds ahead', {}, 'Còn 06 hồ sơ đánh giá lần đầu có thể được công nhận trong các đợt còn lại của năm (đợt 1 trước ngày 10/7/2024; đợt 2 trước ngày 10/10/2024).'],
    ['some of it with a higher level', { asOf: '2024-08-01', outcomes: { candidates: { count: 3, atHigherLevel: 1 } } }, 'các đợt còn lại của năm (đợt 2 trước ngày 10/10/2024), trong đó 01 hồ sơ đã gửi lên cấp trên.'],
    ['all of it with a higher level', { asOf: '2024-11-01', outcomes: { candidates: { count: 2, atHigherLevel: 2 } } }, 'Còn 02 hồ sơ đánh giá lần đầu đã gửi lên cấp trên, đang chờ kết quả.'],
    ['nothing left', { asOf: '2024-11-01', outcomes: { candidates: { count: 0, atHigherLevel: 0 } } }, 'Không còn hồ sơ đánh giá lần đầu nào có thể được công nhận trong năm.'],
    ['due, each with what became of it', { outcomes: { due: [due('re-evaluation'), due(null, 'received'), due(null, 'withdrawn'), due(null)] } },
      'Trong năm có 04 sản phẩm đến hạn đánh giá lại, trong đó 01 sản phẩm đã được công nhận lại; 01 sản phẩm đã đăng ký đánh giá lại, chưa có quyết định công nhận; 01 sản phẩm đã rút đăng ký đánh giá lại; 01 sản phẩm chưa đăng ký đánh giá lại.'],
    ['due, all alike', { outcomes: { due: [due(null), due(null)] } }, 'Trong năm có 02 sản phẩm đến hạn đánh giá lại, đều chưa đăng ký đánh giá lại.'],
    ['one due', { outcomes: { due: [due('re-evaluation')] } }, 'Trong năm có 01 sản phẩm đến hạn đánh giá lại, đã được công nhận lại.'],
    ['none due', { outcomes: { due: [] } }, 'Trong năm không có sản phẩm đến hạn đánh giá lại.'],
    ['due not known', {}, 'Chưa có số liệu về sản phẩm đến hạn đánh giá lại trong năm.'],
    ['nothing revoked', { certificates: [] }, 'Trong năm không có giấy chứng nhận bị thu hồi.'],
    ['nothing at all in the same time of last year', { outcomes: { yearBefore: { asOf: '2023-06-14', newlyRecognised: 0, upgraded: 0, reRecognised: 0, sentToProvince: 0 } } },
      'Cùng kỳ năm 2023 (đến hết ngày 14/6/2023) không có sản phẩm được công nhận mới, nâng hạng sao hoặc công nhận lại và không có hồ sơ gửi lên cấp tỉnh.'],
    ['the year before is that of the plan, also in a report as of a day after its year', { ...PAST, asOf: '2025-02-10', outcomes: { yearBefore: { asOf: '2024-02-10', newlyRecognised: 2, upgraded: 1, reRecognised: 1, sentToProvince: 1 } } },
      'Cùng kỳ năm 2023 (đến hết ngày 10/02/2024) có 02 sản phẩm được công nhận mới'],
  ])('%s', (_what, change, sentence) => {
    expect(report(change)).toContain(sentence);
  });

  it('says nothing of last year without a plan of it, and nothing of what is left once the target is reached', () => {
    expect(report({})).not.toContain('Cùng kỳ');
    expect(report({}, filledSnapshot())).not.toContain('Không còn hồ sơ');
  });

  it('a filled year: revocation with its paper and reason, and the same time of last year', () => {
    const text = report({}, filledSnapshot());
    expect(text).toContain('- Rượu gạo của Hộ kinh doanh Trần Mậu Luật: 3 sao theo Quyết định số 1500/QĐ-UBND ngày 09/7/2024 của UBND thị xã Hương Trà; thu hồi ngày 13/5/2024 theo Quyết định số 900/QĐ-UBND; lý do: ngừng sản xuất.');
    expect(text).toContain('Cùng kỳ năm 2023 (đến hết ngày 14/12/2023) có 04 sản phẩm được công nhận mới, 01 sản phẩm được công nhận lại, 02 hồ sơ gửi lên cấp tỉnh; không có sản phẩm được nâng hạng sao.');
  });
});

describe('supplements of the communes: before 10/6/2024 is in time, the day itself late (V.4)', () => {
  it.each<[string, Change, string]>([
    ['none, the day still ahead', { asOf: '2024-06-09' }, '(nếu có) trước ngày 10/6/2024 (mục V.4 của Kế hoạch); đến nay chưa có sản phẩm bổ sung.'],
    ['none, the day gone by', { asOf: '2024-06-10' }, 'Đến hết thời hạn bổ sung (trước ngày 10/6/2024, mục V.4 của Kế hoạch), không có sản phẩm được bổ sung vào danh mục.'],
    ['in time', { outcomes: { supplements: [{ productName: 'Tré', address: 'Xã Hương Toàn', state: 'supplement' }] } },
      'Các xã, phường đã bổ sung 01 sản phẩm vào danh mục trong thời hạn (trước ngày 10/6/2024, mục V.4 của Kế hoạch): Tré, Xã Hương Toàn.'],
    ['late', { outcomes: { supplements: [{ productName: 'Tré', address: 'Xã Hương Toàn', state: 'late-supplement' }] } },
      'Có 01 sản phẩm được bổ sung vào danh mục sau thời hạn (từ ngày 10/6/2024, mục V.4 của Kế hoạch): Tré, Xã Hương Toàn.'],
  ])('%s', (_what, change, sentence) => {
    expect(report(change)).toContain(sentence);
  });
});

describe('certificates lapsed and lapsing (III.2, III.3)', () => {
  it.each<[string, Change, string]>([
    ['one that nobody has registered', { certificates: [certificate({})] }, '- Đã hết hạn trong năm: không có;\n- Hết hạn trong 180 ngày tới: 01 sản phẩm (Quýt Thanh Bình), chưa đăng ký đánh giá lại.'],
    ['all registered', { certificates: [certificate({ registration: 'received' }), certificate({ registration: 'preparing' })] }, '02 sản phẩm (Quýt Thanh Bình; Quýt Thanh Bình), đều đã đăng ký đánh giá lại, đang chờ kết quả.'],
    ['some registered, one withdrawn', { certificates: [certificate({ state: 'expired', registration: 'received' }), certificate({ state: 'expired', registration: 'withdrawn' })] },
      '- Đã hết hạn trong năm: 02 sản phẩm (Quýt Thanh Bình; Quýt Thanh Bình), trong đó 01 sản phẩm đã đăng ký đánh giá lại, đang chờ kết quả, 01 sản phẩm không còn hồ sơ đánh giá lại chờ kết quả;'],
    ['none', { certificates: [] }, 'Không có giấy chứng nhận hết hạn hoặc sắp hết hạn.'],
    ['not known', {}, 'Chưa có số liệu về thời hạn của các giấy chứng nhận đã cấp.'],
    ['what is left to do', { certificates: [certificate({})] }, 'hướng dẫn chủ thể lập hồ sơ đánh giá lại đối với 01 sản phẩm'],
  ])('%s', (_what, change, sentence) => {
    expect(report(change)).toContain(sentence);
  });

  it('stand in an appendix with the days to the report and whether they are registered', () => {
    const certificates = [certificate({ validTo: '2024-06-01', state: 'expired', registration: 'withdrawn' }), certificate({ validTo: '2024-06-14' }), certificate({ registration: 'received' })];
    const { appendices } = composeProgressReport({ ...planSnapshot(), certificates });
    const rows = appendices[1]?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])) ?? [];
    expect(rows.map((row) => row.slice(4))).toEqual([
      ['77/QĐ-UBND ngày 31/8/2021', '01/6/2024', 'quá 13 ngày', 'Đã rút'],
      ['77/QĐ-UBND ngày 31/8/2021', '14/6/2024', 'hôm nay', 'Chưa đăng ký'],
      ['77/QĐ-UBND ngày 31/8/2021', '31/8/2024', 'còn 78 ngày', 'Đã đăng ký'],
    ]);
  });
});

describe('results by round (III.3)', () => {
  const one = (change: Partial<SnapshotRoundCourse>): Change => ({ ...PAST, outcomes: { courses: [course(change)] } });
  it.each<[string, Change, string]>([
    ['a round not due yet', {}, '- Chưa đến hạn; chưa có hồ sơ được chấm điểm, chưa có sản phẩm được công nhận, chưa gửi hồ sơ lên cấp tỉnh.'],
    ['a round gone by of which nothing is recorded', PAST, '- Chưa ghi nhận kết quả chấm điểm, công nhận và gửi hồ sơ lên cấp tỉnh của đợt này.'],
    ['one dossier', one({ result: townResult('62.4', 3), end: 'recognised', decision: TOWN_DECISION }), 'đã chấm điểm 01 hồ sơ, đạt 62,4 điểm; xếp hạng 3 sao.'],
    ['all of the same stars and points', { ...PAST, outcomes: { courses: [course({ result: townResult('62.4', 3) }), course({ no: 6, result: townResult('62.4', 3) })] } }, 'đã chấm điểm 02 hồ sơ, đều đạt 62,4 điểm; đều xếp hạng 3 sao.'],
    ['points are cut, never rounded: 69,9967 stays below 4 stars (QĐ 148)', one({ result: townResult('69.9967', 3) }), 'đạt 69,9967 điểm; xếp hạng 3 sao.'],
    ['stars held below the points by the minimums (QĐ 148)', one({ result: townResult('72.35', 3, 3) }), 'Quýt Thanh Bình đạt 72,35 điểm (mức điểm 4 sao) nhưng xếp hạng 3 sao do chưa đáp ứng đủ yêu cầu tối thiểu của hạng 4 sao.'],
    ['disqualified, outside of the points', one({ result: townResult('80', null) }), 'đã chấm điểm 01 hồ sơ; xếp hạng bị loại.\n- Quýt Thanh Bình bị loại: không truy xuất được nguồn gốc nguyên liệu.'],
    ['one of two disqualified: the points are those of the other alone (QĐ 148)', { ...PAST, outcomes: { courses: [course({ result: townResult('75', 4) }), course({ no: 6, result: townResult('82', null) })] } },
      'đã chấm điểm 02 hồ sơ, hồ sơ không bị loại đạt 75 điểm; xếp hạng: 01 hồ sơ 4 sao, 01 hồ sơ bị loại.'],
    ['one of three disqualified', { ...PAST, outcomes: { courses: [course({ result: townResult('75', 4) }), course({ no: 6, result: townResult('82', null) }), course({ no: 7, result: townResult('55.4', 3) })] } },
      'đã chấm điểm 03 hồ sơ, hồ sơ không bị loại đạt từ 55,4 đến 75 điểm; xếp hạng: 01 hồ sơ 4 sao, 01 hồ sơ 3 sao, 01 hồ sơ bị loại.'],
    ['nothing recognised and everything concluded', one({ result: townResult('40', 2), end: 'not-recognised' }), 'Không có sản phẩm được công nhận.\n- Không được công nhận: 01 sản phẩm (Quýt Thanh Bình).'],
    ['a dossier left open', one({ result: townResult('62.4', 3) }), 'Chưa có sản phẩm được công nhận.\n- Đã qua thời hạn của đợt, còn 01 hồ sơ chưa có kết quả (Quýt Thanh Bình).'],
    ['a revoked one no longer counts', one({ result: townResult('62.4', 3), end: 'revoked', decision: TOWN_DECISION }), 'Không có sản phẩm được công nhận.\n- Bị thu hồi giấy chứng nhận: 01 sản phẩm (Quýt Thanh Bình).'],
    ['sent in time, waiting', { ...one({ result: townResult('80', 4) }), outcomes: { courses: [course({ result: townResult('80', 4) })], sentToProvince: [sent({})] } },
      '- Đã gửi 01 hồ sơ lên cấp tỉnh: Quýt Thanh Bình (ngày 12/7/2024).\n- Đang chờ kết quả của cấp tỉnh: Quýt Thanh Bình.'],
    ['sent on the day itself is late', { ...PAST, outcomes: { sentToProvince: [sent({ sentOn: '2024-07-15', paper: '99/TTr-UBND' })] } }, 'Quýt Thanh Bình (ngày 15/7/2024, văn bản số 99/TTr-UBND, sau thời hạn).'],
    ['turned down by the province', { ...PAST, outcomes: { sentToProvince: [sent({ stage: 'not-recognised' })] } }, 'Kết quả của cấp tỉnh: Quýt Thanh Bình: không được công nhận.'],
    ['one decision of the province on several', { ...PAST, outcomes: { sentToProvince: [sent({ decision: PROVINCE_DECISION }), sent({ no: 1, productName: 'Thanh trà Hương Vân', decision: PROVINCE_DECISION })] } },
      'Kết quả của cấp tỉnh: Quýt Thanh Bình, Thanh trà Hương Vân được công nhận 4 sao (Quyết định số 2100/QĐ-UBND ngày 20/11/2024 của UBND tỉnh Thừa Thiên Huế).'],
    ['outside of the rounds', one({ roundNo: null, end: 'withdrawn' }), 'c) Hồ sơ chưa đưa vào đợt đánh giá:\n- Rút đăng ký: 01 sản phẩm (Quýt Thanh Bình).'],
  ])('%s', (_what, change, sentence) => {
    expect(report(change)).toContain(sentence);
  });

  it('points to the appendix of results, which is there once a round has one', () => {
    expect(report({}, filledSnapshot())).toContain('kết quả của từng hồ sơ tại Phụ lục II.');
    const { appendices } = composeProgressReport({ ...planSnapshot(), outcomes: { ...planSnapshot().outcomes, courses: [course({ roundNo: null, end: 'withdrawn' })] } });
    expect(appendices).toHaveLength(2);
  });

  it('a dossier with the province is not said to be left open beside it', () => {
    expect(report({ ...PAST, outcomes: { courses: [course({ result: townResult('80', 4) })], sentToProvince: [sent({})] } })).not.toContain('Đã qua thời hạn');
  });

  it.each([
    ['taken back to the town, where it is open', course({ result: townResult('80', 4) }), sent({ stage: 'scored-by-town' }), 'còn 01 hồ sơ chưa có kết quả (Quýt Thanh Bình).'],
    ['recognised and revoked', course({ end: 'revoked', decision: PROVINCE_DECISION }), sent({ stage: 'recognised-4' }), 'Bị thu hồi giấy chứng nhận: 01 sản phẩm (Quýt Thanh Bình).'],
    ['recognised by the town after it was sent', course({ end: 'recognised', decision: TOWN_DECISION }), sent({ stage: 'recognised-3' }), 'Đã công nhận 01 sản phẩm đánh giá lần đầu đạt 3 sao.'],
  ])('the province is not waited for, nor asked, for a dossier it does not have: %s', (_what, own, sending, sentence) => {
    const outcomes = { courses: [own], sentToProvince: [sending] };
    const text = report({ ...PAST, outcomes });
    expect(text).toContain('Đã gửi 01 hồ sơ lên cấp tỉnh: Quýt Thanh Bình (ngày 12/7/2024).');
    expect(text).toContain(sentence);
    expect(text).not.toContain('Đang chờ kết quả của cấp tỉnh');
    const asked = (dossier: typeof sending) => suggestTexts({ ...planSnapshot('FY'), outcomes: { ...planSnapshot().outcomes, courses: [own], sentToProvince: [dossier] } }).proposals;
    expect(asked(sending)).toEqual([]);
    expect(asked(sent({}))).toEqual([expect.stringContaining('Quýt Thanh Bình')]);
  });

  it('a filled round: stars, points, what was recognised, and how the others left it', () => {
    const text = report({}, filledSnapshot());
    expect(text).toContain('Hội đồng cấp thị xã đã chấm điểm 04 hồ sơ, từ 48,5 đến 81,25 điểm; xếp hạng: 01 hồ sơ 4 sao, 02 hồ sơ 3 sao, 01 hồ sơ dưới 3 sao.');
    expect(text).toContain('Đã công nhận 02 sản phẩm đánh giá lần đầu đạt 3 sao; 01 sản phẩm đánh giá lần đầu đạt 4 sao.');
    expect(text).toContain('Không được công nhận: 01 sản phẩm (Bưởi da xanh Bình Thành); chuyển sang đợt sau: 01 sản phẩm (Kiệu Hương Chử).');
    expect(text).not.toMatch(/\b0+ (sản phẩm|hồ sơ|giấy)/u);
  });
});

describe('tables of results (III.3)', () => {
  const tables = (snapshot: ReportSnapshot): TableBlock[] => composeProgressReport(snapshot).body.filter((block) => block.kind === 'table');
  const results = (snapshot: ReportSnapshot): Cell[][] =>
    composeProgressReport(snapshot).appendices.filter(({ orientation }) => orientation === 'landscape').slice(0, 1).flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])));

  it('sum what the rounds have; a dossier outside of them has a row of its own only when it counts', () => {
    expect(tables(filledSnapshot())[0]).toMatchObject({
      rows: [
        ['Đợt 1', '4', '1', '2', '1', '0', '3', '0', '0', '1'],
        ['Đợt 2', '2', '0', '1', '0', '1', '0', '0', '1', '0'],
      ],
      totalRow: ['Cộng', '6', '1', '3', '1', '1', '3', '0', '1', '1'],
    });
  });

  it('are left out while there is nothing to count, and have a dash where nothing is recorded', () => {
    expect(tables(planSnapshot())).toEqual([]);
    const [table] = tables({ ...planSnapshot(), outcomes: { ...planSnapshot().outcomes, courses: [course({ result: townResult('62.4', 3) })] } });
    expect(table?.rows[1]).toEqual(['Đợt 2', '-', '-', '-', '-', '-', '-', '-', '-']);
  });

  it('give each dossier a row for each round it came to, with exact points, stars, decision and why', () => {
    expect(results(filledSnapshot()).map((row) => row.slice(1))).toEqual([
      ['Thanh trà Hương Vân', 'HTX NN Hương Vân', 'Lần đầu', '1', '69,9967', '3 sao', '1500/QĐ-UBND ngày 09/7/2024', null],
      ['Tinh dầu trầm Trần Luật', 'Hộ kinh doanh Trần Mậu Luật', 'Lần đầu', '1', '72,35', '3 sao', '1500/QĐ-UBND ngày 09/7/2024', 'Chưa đủ yêu cầu tối thiểu của hạng 4 sao'],
      ['Kiệu Hương Chử', 'HTX NN La Chử', 'Lần đầu', '1', '-', '-', null, 'Chuyển sang đợt sau'],
      ['Bưởi da xanh Bình Thành', 'HTX sản xuất, kinh doanh dịch vụ NN Bình Thành', 'Lần đầu', '1', '48,5', '2 sao', null, 'Không được công nhận'],
      ['Quýt Thanh Bình', 'Công ty TNHH Hoàng Thanh Bình', 'Lần đầu', '1', '81,25', '4 sao', '2100/QĐ-UBND ngày 20/11/2024', null],
      ['Kiệu Hương Chử', 'HTX NN La Chử', 'Lần đầu', '2', '61', '-', null, 'Bị loại: không truy xuất được nguồn gốc nguyên liệu. Không được công nhận'],
      ['Bún Vân Cù', 'Tổ hợp tác sản xuất Bún Vân Cù', 'Đánh giá lại', '2', '55,4', '3 sao', '1980/QĐ-UBND ngày 09/10/2024', null],
      ['Hương trầm Hương Thảo', 'Hộ kinh doanh Huỳnh Thị Hồng', 'Lần đầu', '-', '-', '-', null, 'Rút đăng ký'],
    ]);
  });

  it('say when the province decided on other stars than the town gave', () => {
    const lowered = course({ result: townResult('71', 4), end: 'recognised', decision: TOWN_DECISION });
    expect(results({ ...planSnapshot(), outcomes: { ...planSnapshot().outcomes, courses: [lowered] } })[0]?.at(-1)).toBe('Công nhận 3 sao');
  });
});
