import { describe, expect, it } from '@jest/globals';
import type { ReportTexts } from '@ocop/domain';
import type { ReportSnapshot, SnapshotActivity } from '../snapshot.js';
import { countedPlanSnapshot } from '../testing/counted-plan-1227.js';
import { ACTIVITIES, planSnapshot } from '../testing/plan-1227.js';
import { wordsOf } from '../testing/words-of-report.js';
import { composeProgressReport } from './compose-progress-report.js';
import { compareFigures, figuresOf } from './figures.js';
import { suggestTexts } from './suggestions.js';

const UNKNOWN = 'Chưa có số liệu ghi nhận về nội dung này trong kỳ báo cáo.';
const FAIR = '- Từ ngày 07/6/2024 đến ngày 12/6/2024: Gian hàng OCOP tại Festival Huế, 1.234 lượt người (Giấy mời của Sở Công Thương).';

const taken = (activities: SnapshotActivity[] = ACTIVITIES): ReportSnapshot => ({ ...planSnapshot(), activities });
const one = (change: Partial<SnapshotActivity> = {}): SnapshotActivity => ({
  workArea: 1, name: 'Tập huấn', heldOn: '2024-04-12', endedOn: null, unitName: null, participants: null, paper: null, ...change,
});

/** What the report says in a work area, by its place in the report. */
function section(snapshot: ReportSnapshot, place: number, texts: ReportTexts = {}): string[] {
  const { body } = composeProgressReport(snapshot, { texts });
  const from = body.findIndex((block) => block.kind === 'heading' && block.text === snapshot.workAreas[place - 1]?.name);
  const rest = body.slice(from + 1);
  return rest.slice(0, rest.findIndex(({ kind }) => kind === 'heading')).map(wordsOf);
}

describe('what was done in a work area (plan 1227, section III)', () => {
  it.each<[string, Partial<SnapshotActivity>, string]>([
    ['on one day, in a commune, counted, by a paper', { name: 'Tập huấn lập hồ sơ OCOP', unitName: 'Phường Tứ Hạ', participants: 45, paper: 'Kế hoạch số 12/KH-UBND' }, 'Ngày 12/4/2024: Tập huấn lập hồ sơ OCOP, Phường Tứ Hạ, 45 lượt người (Kế hoạch số 12/KH-UBND).'],
    ['on several days', { endedOn: '2024-04-13' }, 'Từ ngày 12/4/2024 đến ngày 13/4/2024: Tập huấn.'],
    ['beginning and ending on one day', { endedOn: '2024-04-12' }, 'Ngày 12/4/2024: Tập huấn.'],
    ['in February, with fewer than ten people', { heldOn: '2024-02-05', participants: 9 }, 'Ngày 05/02/2024: Tập huấn, 09 lượt người.'],
    ['with thousands of people', { participants: 1234 }, 'Ngày 12/4/2024: Tập huấn, 1.234 lượt người.'],
    ['by a number alone, whose letters tell the kind', { paper: '15/TB-UBND' }, 'Ngày 12/4/2024: Tập huấn (Thông báo số 15/TB-UBND).'],
    ['by a number with its year', { paper: '12/2024/QĐ-UBND' }, 'Ngày 12/4/2024: Tập huấn (Quyết định số 12/2024/QĐ-UBND).'],
    ['by a number of no known kind', { paper: '45/UBND-KT' }, 'Ngày 12/4/2024: Tập huấn (Văn bản số 45/UBND-KT).'],
  ])('is a sentence when it was held %s', (_how, change, sentence) => {
    expect(section(taken([one(change)]), 1)).toEqual([`- ${sentence}`]);
  });

  it('stands in its own section, in the order taken; an area of which nothing is on record says so', () => {
    expect(section(taken(), 1)).toEqual([
      '- Ngày 12/4/2024: Tập huấn lập hồ sơ OCOP, Phường Tứ Hạ, 45 lượt người (Kế hoạch số 12/KH-UBND).\n- Từ ngày 09/5/2024 đến ngày 10/5/2024: Tham quan mô hình OCOP tại huyện Phong Điền, 09 lượt người.',
    ]);
    expect(section(taken(), 5)).toEqual([FAIR]);
    expect(section(taken(), 6)).toEqual([UNKNOWN]);
  });

  it('stands before the figures of areas that have some (III.2, III.3)', () => {
    const [before] = section({ ...planSnapshot() }, 2);
    expect(section(taken([one({ workArea: 2 })]), 2).slice(0, 2)).toEqual(['- Ngày 12/4/2024: Tập huấn.', before]);
  });

  it('is found by the number of the area in the plan, what people write by its place in the report', () => {
    const plan = planSnapshot();
    const [first, ...others] = plan.workAreas;
    const snapshot = { ...taken(), workAreas: [...others.map((area) => ({ ...area, no: area.no * 10 })), ...(first === undefined ? [] : [first])] };
    const activities = [one({ workArea: 50, name: 'Hội chợ' }), one({ name: 'Lớp học' })];
    expect(section({ ...snapshot, activities }, 4)).toEqual(['- Ngày 12/4/2024: Hội chợ.']);
    expect(section({ ...snapshot, activities }, 6)).toEqual(['- Ngày 12/4/2024: Lớp học.']);
    expect(section({ ...snapshot, activities }, 4, { 'area-4': 'Do người viết.', 'area-6': '' })).toEqual(['Do người viết.']);
    const { 'area-1': none, 'area-4': fair, 'area-6': lesson } = suggestTexts({ ...snapshot, activities });
    expect([none, fair, lesson]).toEqual([[], ['Ngày 12/4/2024: Hội chợ.'], ['Ngày 12/4/2024: Lớp học.']]);
    expect(figuresOf({ ...snapshot, activities }).find(({ key }) => key === 'activities 50')).toMatchObject({ name: 'Hoạt động: Xúc tiến thương mại sản phẩm OCOP', value: '01' });
  });
});

describe('what a person writes of a work area', () => {
  it('stands alone', () => {
    expect(section(taken(), 5, { 'area-5': 'Đã tham gia Festival Huế.' })).toEqual(['Đã tham gia Festival Huế.']);
  });

  it('left empty adds nothing: what is on record stands', () => {
    expect(section(taken(), 5, { 'area-5': '' })).toEqual([FAIR]);
    expect(section(taken(), 6, { 'area-6': '' })).toEqual([UNKNOWN]);
  });

  it('is suggested by the same sentences; of many the first, then how many more', () => {
    expect(suggestTexts(taken())['area-5']).toEqual([FAIR.slice(2)]);
    expect(suggestTexts(taken())['area-6']).toEqual([]);
    const many = Array.from({ length: 15 }, (_, index) => one({ name: `Lớp ${index + 1}` }));
    const suggested = suggestTexts(taken(many))['area-1'] ?? [];
    expect(suggested).toHaveLength(13);
    expect(suggested.slice(-2)).toEqual(['Ngày 12/4/2024: Lớp 12.', 'Ngoài ra, trong kỳ báo cáo còn 03 hoạt động khác.']);
    expect(section(taken(many), 1)[0]?.split('\n')).toHaveLength(15);
  });
});

describe('the figures of the activities', () => {
  const ofActivities = (snapshot: ReportSnapshot) => figuresOf(snapshot).filter(({ part }) => part === 'activities');

  it('count them in each work area of the plan, with themselves as rows; none is a true zero', () => {
    const figures = ofActivities(taken()).filter(({ measure }) => measure === 'count');
    expect(figures.map(({ key, value, rows }) => [key, value, rows?.length])).toEqual([
      ['activities 1', '02', 2], ['activities 2', '0', 0], ['activities 3', '0', 0], ['activities 4', '01', 1], ['activities 5', '01', 1], ['activities 6', '0', 0],
    ]);
    expect(figures[0]?.name).toBe('Hoạt động: Công tác tuyên truyền, đào tạo, tập huấn và tham quan học tập');
    expect(figures[0]?.rows?.[0]).toEqual({ label: 'Tập huấn lập hồ sơ OCOP', detail: 'Phường Tứ Hạ; 45 lượt người', on: '2024-04-12', paper: '12/KH-UBND', amount: null, figure: null });
    expect(figures[4]?.rows?.[0]?.detail).toBe('đến ngày 12/6/2024; 1.234 lượt người');
  });

  it('differ where one was entered, taken back, or entered anew otherwise', () => {
    const [first = one(), ...others] = ACTIVITIES;
    const name = 'Tập huấn lập hồ sơ OCOP, Phường Tứ Hạ (12/4/2024)';
    const area = { key: 'activities 1', name: 'Hoạt động: Công tác tuyên truyền, đào tạo, tập huấn và tham quan học tập' };
    const value = 'đã thực hiện; 45 lượt người; 12/KH-UBND';
    const key = 'activity 1 2024-04-12 Phường Tứ Hạ Tập huấn lập hồ sơ OCOP';
    expect(compareFigures(taken(others), taken())).toEqual([{ ...area, before: '01', after: '02' }, { key, name, before: undefined, after: value }]);
    expect(compareFigures(taken(), taken(others))).toEqual([{ ...area, before: '02', after: '01' }, { key, name, before: value, after: undefined }]);
    expect(compareFigures(taken(), taken([{ ...first, participants: 54 }, ...others]))).toEqual([{ key, name, before: value, after: 'đã thực hiện; 54 lượt người; 12/KH-UBND' }]);
  });
});

describe('a report kept before activities were recorded', () => {
  const { activities: _none, ...kept } = planSnapshot();

  it('says what it said, and has no such figure', () => {
    expect(composeProgressReport(kept)).toEqual(composeProgressReport(taken([])));
    expect(figuresOf(kept).filter(({ part }) => part === 'activities')).toEqual([]);
    expect(suggestTexts(countedPlanSnapshot())['area-1']).toEqual([]);
  });

  it('differs from now where there are some, not where there are none', () => {
    expect(compareFigures(kept, taken([]))).toEqual([]);
    expect(compareFigures(kept, taken([one()])).map(({ name, before, after }) => [name, before, after])).toEqual([
      ['Hoạt động: Công tác tuyên truyền, đào tạo, tập huấn và tham quan học tập', undefined, '01'],
      ['Tập huấn (12/4/2024)', undefined, 'đã thực hiện'],
    ]);
  });
});
