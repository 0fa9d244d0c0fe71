import { describe, expect, it } from '@jest/globals';
import type { ReportSnapshot } from '../snapshot.js';
import { filledSnapshot, planSnapshot } from '../testing/plan-1227.js';
import { wordsOf } from '../testing/words-of-report.js';
import { composeProgressReport } from './compose-progress-report.js';
import { compareFigures, figuresOf } from './figures.js';
import { suggestTexts } from './suggestions.js';

describe('the figures of a report, one by one', () => {
  it.each([planSnapshot(), filledSnapshot()])('have each a name of its own, and a missing one is null, never 0 (%#)', (snapshot) => {
    const figures = figuresOf(snapshot);
    expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
    expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length);
    expect(figures.filter(({ value }) => value === '')).toEqual([]);
  });

  it('a dossier sent in two rounds is one, with each sending under a name of its own (III.3)', () => {
    const { outcomes, ...snapshot } = filledSnapshot();
    const again = outcomes.sentToProvince.map((one) => ({ ...one, roundNo: 2, sentOn: '2024-10-14' }));
    const figures = figuresOf({ ...snapshot, outcomes: { ...outcomes, sentToProvince: [...outcomes.sentToProvince, ...again] } });
    expect(figures.find(({ key }) => key === 'sent')).toMatchObject({ value: '01', sum: '1', rows: [{ on: '2024-07-15' }] });
    expect(figures.filter(({ key }) => key.startsWith('sent ')).map(({ name, value }) => [name, value])).toEqual([
      ['Hồ sơ gửi cấp tỉnh: Quýt Thanh Bình', 'ngày 15/7/2024'],
      ['Hồ sơ gửi cấp tỉnh: Quýt Thanh Bình (đợt 2)', 'ngày 14/10/2024'],
    ]);
    expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
  });

  it('do not differ from themselves', () => {
    expect(compareFigures(filledSnapshot(), filledSnapshot())).toEqual([]);
  });

  it.each<[string, (snapshot: ReportSnapshot) => Partial<ReportSnapshot>, object[]]>([
    ['a count', ({ communeReports }) => ({ communeReports: { ...communeReports, received: 3 } }), [expect.objectContaining({ name: 'Báo cáo của xã, phường đã nhận', after: '03' })]],
    ['an amount to the đồng', ({ fundingTotal }) => ({ fundingTotal: { ...fundingTotal, disbursed: '750000001' } }), [{ key: 'funding  disbursed', name: 'Giải ngân: tổng các nguồn', before: '750 triệu đồng', after: '750,000001 triệu đồng' }]],
    ['one that is no longer there', ({ registrations }) => ({ registrations: registrations.slice(1) }), [expect.objectContaining({ name: 'Sản phẩm trong danh mục' }), expect.objectContaining({ after: undefined })]],
    ['one that was missing', ({ target }) => ({ target: { ...target, value: null } }), [expect.objectContaining({ name: 'Sản phẩm được công nhận mới', after: null })]],
  ])('differ exactly where %s does', (_what, change, differences) => {
    const before = filledSnapshot();
    expect(compareFigures(before, { ...before, ...change(before) })).toEqual(differences);
  });
});

describe('a report that takes the place of an issued one', () => {
  const before = planSnapshot();
  const after = { ...before, communeReports: { ...before.communeReports, received: 9, onTime: 9 } };
  const model = composeProgressReport(after, { texts: { limits: 'Mới.' }, amends: { number: '05/BC-UBND', issuedOn: '2024-06-20', reason: 'sót báo cáo', snapshot: before, texts: { limits: 'Cũ.' } } });

  it('says so at once, with the number, the day and the reason', () => {
    expect(model.opening.at(-1)).toEqual([{ text: 'Báo cáo này thay thế Báo cáo số 05/BC-UBND ngày 20/6/2024. Lý do: sót báo cáo.' }]);
  });

  it('lists in its last appendix each figure as it was and is, and each part written anew', () => {
    const page = model.appendices.at(-1);
    expect(page?.titleLines).toEqual(['NỘI DUNG SỬA ĐỔI, BỔ SUNG', 'SO VỚI BÁO CÁO SỐ 05/BC-UBND NGÀY 20/6/2024']);
    const table = page?.blocks.find((block) => block.kind === 'table');
    expect(table?.rows).toEqual([
      ['1', 'Báo cáo của xã, phường đã nhận', 'chưa có số liệu', '09'],
      ['2', 'Báo cáo của xã, phường đúng hạn', 'chưa có số liệu', '09'],
      ['3', 'Hạn chế, khó khăn', 'như báo cáo trước', 'đã viết lại'],
    ]);
  });
});

describe('what people write', () => {
  it('stands where there was room for it, paragraphs and items as typed', () => {
    const { body } = composeProgressReport(planSnapshot(), { texts: { causes: 'Một.\n\n- hai;\n– ba.\nBốn.', proposals: '' } });
    const from = body.findIndex((block) => wordsOf(block) === '3. Nguyên nhân');
    expect(body.slice(from + 1, from + 4).map(wordsOf)).toEqual(['Một.', '- hai;\n- ba.', 'Bốn.']);
    expect(wordsOf(body.at(-2) as (typeof body)[number])).toBe('Không có.');
  });

  it('is suggested by the facts alone: nothing of a figure that is missing, and never the same sentence twice', () => {
    expect(suggestTexts(planSnapshot()).limits).not.toContainEqual(expect.stringContaining('báo cáo định kỳ'));
    const { communeReports } = planSnapshot();
    const suggested = suggestTexts({ ...planSnapshot(), communeReports: { ...communeReports, received: 5, onTime: 4 } });
    expect(suggested.limits).toContain('Còn 04 trên tổng số 09 xã, phường chưa gửi báo cáo định kỳ.');
    expect(suggested.tasks).toContain('Đôn đốc 04 xã, phường gửi báo cáo định kỳ.');
    const all = Object.values(suggested).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});
