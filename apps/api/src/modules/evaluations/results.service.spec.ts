import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assessed, content, detail, linesOf, listed, newDecision, newResult, newStep, refuse, scoreByTown, statusesOf, told, write } from '../../testing/programme.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
});
afterAll(() => app.close());

const results = (id: number) => `registrations/${id}/evaluations`;
const member = (a: string | null, b: string | null, c: string | null, total: string) => ({ a, b, c, total });
const members = (scores: object[], more: object = {}) => ({ scoring: 'members', scores, ...more });

describe('the star is computed, never typed (QĐ 148: half-open bands, capped by the minimums)', () => {
  it.each([
    ['69,995', 5, 3, false],
    ['69.9999', 5, 3, false],
    ['70', 5, 4, false],
    ['72', 3, 3, true],
    ['89,9999', 5, 4, false],
    ['90', 5, 5, false],
    ['95', 4, 4, true],
    ['49,9999', 5, 2, false],
    ['50', 5, 3, false],
    ['29,9999', 5, 1, false],
    ['0', 1, 1, false],
  ])('%s points with minimums up to %i★ give %i★', async (total, starCap, stars, capped) => {
    const id = await assessed(app);
    await write(app, results(id), newResult(2, '2024-06-20', total, { starCap }));
    const { registration, evaluations: [result], steps } = await detail(app, id);
    expect(result).toMatchObject({ stars, starCap, points: String(Number(total.replace(',', '.'))), corrects: null, annulled: null });
    expect((result?.band ?? 0) > (result?.stars ?? 0)).toBe(capped);
    expect(registration).toMatchObject({ stage: 'scored-by-town', stageOn: '2024-06-20', awardedStars: stars, roundNo: 1 });
    expect(steps.map(({ stage }) => stage)).toEqual(['registered', 'assessed-by-commune', 'scored-by-town']);
  });

  it('is of the exact mean of the members, cut and never rounded: 69.99996 is 3★', async () => {
    const id = await assessed(app);
    await write(app, results(id), newResult(2, '2024-06-20', '', members([member('30', '15', '25', '70'), member(null, null, null, '70'), member(null, null, null, '69,9999')])));
    const [result] = (await detail(app, id)).evaluations;
    expect(result).toMatchObject({ points: '69.9999', stars: 3, memberCount: 3, partA: null, members: [{ a: '30', b: '15', c: '25', total: '70' }, { a: null, b: null, c: null, total: '70' }, { a: null, b: null, c: null, total: '69.9999' }] });
  });

  it('is none when the product is disqualified, whatever the points', async () => {
    const id = await assessed(app);
    await write(app, results(id), newResult(2, '2024-06-20', '95', { disqualification: 'nguyên liệu nhập khẩu hoàn toàn' }));
    const { registration, evaluations: [result] } = await detail(app, id);
    expect(result).toMatchObject({ stars: null, band: 5, disqualification: 'nguyên liệu nhập khẩu hoàn toàn' });
    expect(registration.awardedStars).toBeNull();
  });

  it('cannot be sent, nor the band', async () => {
    const id = await assessed(app);
    expect(told(await refuse(app, 400, results(id), newResult(2, '2024-06-20', '72', { stars: 5, band: 5 })))).toEqual([['', 'Không có tham số “stars”, “band”.']]);
  });
});

describe('a result with faults', () => {
  it('is refused with all of them at once: a part above its maximum, a total that is not the sum, no number', async () => {
    const id = await assessed(app);
    const before = await content(app);
    const scores = [member('40,0001', '25', '35', '100'), member('30', '20', '25', '74'), member('x', '-1', null, '100,5'), member('1e1', null, null, '72,12345')];
    expect(told(await refuse(app, 400, results(id), newResult(2, '2024-07-13', '', members(scores, { roundNo: 9 }))))).toEqual([
      ['scores.0.a', 'Phần A không quá 40 điểm (Quyết định 148/QĐ-TTg: phần A 40, B 25, C 35).'],
      ['scores.0.total', 'Tổng điểm phải bằng A + B + C = 100,0001.'],
      ['scores.1.total', 'Tổng điểm phải bằng A + B + C = 75.'],
      ['scores.2.a', 'Phần A phải là số điểm từ 0 đến 40, tối đa bốn chữ số thập phân, ví dụ 72,5.'],
      ['scores.2.b', 'Phần B phải là số điểm từ 0 đến 25, tối đa bốn chữ số thập phân, ví dụ 72,5.'],
      ['scores.2.total', 'Tổng điểm phải là số điểm từ 0 đến 100, tối đa bốn chữ số thập phân, ví dụ 72,5.'],
      ['scores.3.a', 'Phần A phải là số điểm từ 0 đến 40, tối đa bốn chữ số thập phân, ví dụ 72,5.'],
      ['scores.3.total', 'Tổng điểm phải là số điểm từ 0 đến 100, tối đa bốn chữ số thập phân, ví dụ 72,5.'],
      ['evaluatedOn', 'Ngày đánh giá không được sau hôm nay (12/7/2024).'],
      ['roundNo', 'Đợt của hồ sơ là đợt 1; muốn đổi đợt, hãy ghi bước “chuyển sang đợt sau”.'],
      ['roundNo', 'Đợt 9 không có trong kế hoạch; các đợt là 1, 2.'],
    ]);
    expect(await content(app)).toEqual(before);
  });

  it('is refused on its shape with every field named', async () => {
    const id = await assessed(app);
    const bad = { version: 2, level: 'village', evaluatedOn: '2024-06-31', roundNo: 1.5, scoring: 'mean', scores: [], memberCount: 51, starCap: 6, disqualification: ' ', paper: 'a\nb', reason: 'x'.repeat(501), corrects: { id: 0, reason: '' } };
    expect(told(await refuse(app, 400, results(id), bad)).map(([path]) => path)).toEqual([
      'level', 'evaluatedOn', 'roundNo', 'scores', 'memberCount', 'starCap', 'disqualification', 'paper', 'reason', 'corrects.id', 'corrects.reason',
    ]);
    expect(told(await refuse(app, 400, results(id), newResult(2, '2024-06-20', '', { scores: [member(null, null, null, '70'), member(null, null, null, '71')] })))).toEqual([['scores', 'Điểm của hội đồng chỉ có một dòng khi ghi điểm trung bình.']]);
    expect(told(await refuse(app, 400, results(id), newResult(2, '2024-06-20', 'a'.repeat(10_000)))).map(([path]) => path)).toEqual(['scores.0.total']);
  });

  it('is not dated before the registration or the last step', async () => {
    const id = await assessed(app);
    expect(told(await refuse(app, 400, results(id), newResult(2, '2024-06-09', '72')))).toEqual([
      ['evaluatedOn', 'Ngày đánh giá không được trước bước gần nhất: cấp xã đã đánh giá ngày 10/6/2024.'],
    ]);
    expect(told(await refuse(app, 400, results(id), newResult(2, '2024-05-01', '72', { level: 'province' })))).toEqual([['evaluatedOn', 'Ngày đánh giá không được trước ngày đăng ký (02/5/2024).']]);
    expect(told(await refuse(app, 400, results(id), newResult(2, '2024-06-20', '72', { level: 'province', roundNo: 3 })))).toEqual([['roundNo', 'Đợt 3 không có trong kế hoạch; các đợt là 1, 2.']]);
  });

  it('that leaves steps out needs a reason; a second one of the council is a correction', async () => {
    const { id } = await listed(app);
    expect(told(await refuse(app, 400, results(id), newResult(1, '2024-06-20', '72')))).toEqual([['reason', 'Lý do phải được ghi khi bỏ bước giữa “đã đăng ký” và “thị xã đã chấm điểm”.']]);
    await write(app, results(id), newResult(1, '2024-06-20', '72', { reason: 'xã chưa gửi biên bản' }));
    expect(told(await refuse(app, 400, results(id), newResult(2, '2024-06-20', '73')))).toEqual([
      ['stage', 'Hồ sơ đang ở bước “thị xã đã chấm điểm” rồi.'],
      ['evaluatedOn', 'Đã có kết quả của hội đồng cấp huyện ngày 20/6/2024; hãy đính chính kết quả ấy.'],
    ]);
  });
});

describe('a correction', () => {
  it('is a new version with a reason; the old one stays and counts nowhere; the step stays', async () => {
    const id = await assessed(app);
    const first = await write(app, results(id), newResult(2, '2024-06-20', '62'));
    const lines = await linesOf(app, () => write(app, results(id), newResult(3, '2024-06-20', '72', { corrects: { id: first.id, reason: 'cộng nhầm phần B' } })));
    expect(lines).toMatchObject([
      {
        action: 'evaluation-corrected', subject: 'registration', subjectId: String(id), reason: 'cộng nhầm phần B',
        before: { evaluation: first.id, points: '62.0000', stars: 3 }, after: { level: 'town', points: '72', stars: 4 },
      },
    ]);
    const { registration, evaluations, steps } = await detail(app, id);
    expect(evaluations.map(({ points, corrects, annulled }) => [points, corrects, annulled?.reason ?? null])).toEqual([['62', null, 'cộng nhầm phần B'], ['72', first.id, null]]);
    expect(registration).toMatchObject({ points: '72', awardedStars: 4, version: 4 });
    expect(steps.filter(({ stage, annulled }) => stage === 'scored-by-town' && annulled === null)).toHaveLength(1);
    expect(told(await refuse(app, 400, results(id), newResult(4, '2024-06-20', '73', { corrects: { id: first.id, reason: 'lần nữa' } })))[0]).toEqual(['corrects.id', 'Kết quả cần đính chính không còn, hoặc đã được đính chính.']);
  });

  it('keeps the level, and is of the same registration', async () => {
    const [one, two] = [await assessed(app), await assessed(app)];
    const of = await write(app, results(one), newResult(2, '2024-06-20', '62'));
    expect(told(await refuse(app, 400, results(one), newResult(3, '2024-06-21', '62', { level: 'province', corrects: { id: of.id, reason: 'x' } })))).toEqual([['level', 'Cấp đánh giá phải giữ nguyên khi đính chính: cấp huyện.']]);
    expect(told(await refuse(app, 400, results(two), newResult(2, '2024-06-21', '62', { corrects: { id: of.id, reason: 'x' } })))[0]?.[0]).toBe('corrects.id');
  });

  it('stays in the round of what it corrects, also when the registration has moved on (III.3)', async () => {
    const { id } = await listed(app);
    const first = await write(app, results(id), newResult(1, '2024-06-20', '42', { reason: 'bỏ bước' }));
    const { version } = await write(app, `registrations/${id}/steps`, newStep(2, 'moved-to-next-round', '2024-07-11', { roundNo: 2, reason: 'chưa đạt' }));
    const second = await write(app, results(id), newResult(version, '2024-06-20', '43', { corrects: { id: first.id, reason: 'cộng nhầm' } }));
    const { evaluations } = await detail(app, id);
    expect(evaluations.map(({ roundNo }) => roundNo)).toEqual([null, null]);
    expect(told(await refuse(app, 400, results(id), newResult(second.version, '2024-06-20', '44', { roundNo: 2, corrects: { id: second.id, reason: 'x' } })))).toEqual([
      ['roundNo', 'Đợt phải giữ nguyên khi đính chính (chưa ghi đợt); nếu đợt sai, hãy hủy bước ấy rồi ghi lại.'],
    ]);
    // One that brought no step may have been entered in the wrong round.
    const province = await write(app, results(id), newResult(second.version, '2024-06-21', '45', { level: 'province' }));
    await write(app, results(id), newResult(province.version, '2024-06-21', '45', { level: 'province', roundNo: 1, corrects: { id: province.id, reason: 'ghi nhầm đợt' } }));
    expect((await detail(app, id)).evaluations.filter(({ level, annulled }) => level === 'province' && annulled === null).map(({ roundNo }) => roundNo)).toEqual([1]);
  });

  it('does not take the ground from under a decision that stands: not below its stars, not after its day', async () => {
    const id = await assessed(app);
    const of = await write(app, results(id), newResult(2, '2024-06-20', '62'));
    await write(app, `registrations/${id}/recognitions`, newDecision(3, '2024-07-01', 3, 'town'));
    const correct = (evaluatedOn: string, total: string, more: object = {}) => newResult(4, evaluatedOn, total, { corrects: { id: of.id, reason: 'x' }, ...more });
    const before = await content(app);
    expect(told(await refuse(app, 400, results(id), correct('2024-07-02', '49,9999')))).toEqual([
      ['evaluatedOn', 'Ngày đánh giá phải giữ nguyên khi đính chính (20/6/2024); nếu ngày sai, hãy hủy bước ấy rồi ghi lại.'],
      ['evaluatedOn', 'Ngày đánh giá không được sau quyết định công nhận đã ghi (ngày 01/7/2024); hãy hủy quyết định ấy trước.'],
    ]);
    expect(told(await refuse(app, 400, results(id), correct('2024-06-20', '49,9999')))).toEqual([
      ['scores', 'Kết quả này (2 sao) thấp hơn quyết định công nhận đã ghi (3 sao, ngày 01/7/2024); hãy hủy quyết định ấy trước.'],
    ]);
    expect(told(await refuse(app, 400, results(id), correct('2024-06-20', '62', { disqualification: 'không truy xuất được' }))).map(([path]) => path)).toEqual(['scores']);
    expect(await content(app)).toEqual(before);
    await write(app, results(id), correct('2024-06-20', '55'));
    // Nor does another result of its council that is entered late.
    const other = await assessed(app);
    await write(app, results(other), newResult(2, '2024-06-20', '72'));
    await write(app, `registrations/${other}/steps`, newStep(3, 'sent-to-province', '2024-06-25'));
    await write(app, `registrations/${other}/recognitions`, newDecision(4, '2024-07-05', 4, 'province'));
    expect(told(await refuse(app, 400, results(other), newResult(5, '2024-07-01', '65', { level: 'province' }))).map(([path]) => path)).toEqual(['scores']);
    await write(app, results(other), newResult(5, '2024-07-01', '75', { level: 'province' }));
  });

  it('by two at once with the same version: one stands, the other is told so', async () => {
    const id = await assessed(app);
    const first = await write(app, results(id), newResult(2, '2024-06-20', '62'));
    const correct = (total: string) => app.post(`/api/v1/${results(id)}`, newResult(3, '2024-06-20', total, { corrects: { id: first.id, reason: 'x' } }));
    const answers = await Promise.all([correct('63'), correct('64'), correct('65')]);
    expect(statusesOf(answers)).toEqual([201, 409, 409]);
    const { evaluations } = await detail(app, id);
    expect(evaluations.filter(({ annulled }) => annulled === null)).toHaveLength(1);
    for (const { status, body } of answers) if (status === 409) expect(body).toMatchObject({ code: 'changed-meanwhile', current: { version: 4 } });
  });
});

describe('a result entered by mistake', () => {
  it('that came with a step is taken back with it, also after a correction', async () => {
    const id = await assessed(app);
    const first = await write(app, results(id), newResult(2, '2024-06-20', '62'));
    const { id: second } = await write(app, results(id), newResult(3, '2024-06-20', '72', { corrects: { id: first.id, reason: 'nhầm' } }));
    expect((await refuse(app, 400, `evaluations/${second}/annulment`, { reason: 'x' })).detail).toBe('Bản ghi này đi cùng một bước của hồ sơ; hãy hủy bước đó.');
    await refuse(app, 404, `evaluations/${first.id}/annulment`, { reason: 'x' });
  });

  it('that came without one is annulled once, by one of those who annul it at once', async () => {
    const id = await assessed(app);
    let version = await scoreByTown(app, id, '2024-06-20', '72');
    version = (await write(app, `registrations/${id}/steps`, newStep(version, 'sent-to-province', '2024-06-25'))).version;
    const { id: result } = await write(app, results(id), newResult(version, '2024-07-01', '75', { level: 'province' }));
    const statuses: Answer[] = [];
    const annul = () => app.post(`/api/v1/evaluations/${result}/annulment`, { reason: 'nhầm hồ sơ' });
    const lines = await linesOf(app, async () => statuses.push(...(await Promise.all([annul(), annul(), annul()]))));
    expect(statusesOf(statuses)).toEqual([200, 404, 404]);
    expect(lines).toMatchObject([{ action: 'evaluation-annulled', subjectId: String(id), before: { evaluation: result, points: '75.0000', stars: 4 }, reason: 'nhầm hồ sơ' }]);
    // The same day is free again.
    const { registration } = await detail(app, id);
    await write(app, results(id), newResult(registration.version, '2024-07-01', '76', { level: 'province' }));
  });

  it('of a commune, entered when the registration was beyond that step, is annulled too', async () => {
    const id = await assessed(app);
    const { id: result } = await write(app, results(id), newResult(2, '2024-06-20', '72', { level: 'commune' }));
    expect((await detail(app, id)).steps).toHaveLength(2);
    await write(app, `evaluations/${result}/annulment`, { reason: 'nhầm hồ sơ' });
    expect((await detail(app, id)).evaluations[0]?.annulled?.reason).toBe('nhầm hồ sơ');
  });
});
