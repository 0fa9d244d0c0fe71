import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { productStorySchema } from '@ocop/contracts';
import { domainMessages, type Authority, type Day } from '@ocop/domain';
import { content, detail, earlierDecision, linesOf, listed, newDecision, newResult, newStep, refuse, scored, statusesOf, told, unlisted, write } from '../../testing/programme.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2026-07-31' });
});
afterAll(() => app.close());

const decisions = (id: number) => `registrations/${id}/recognitions`;
const story = (id: number) => app.read(productStorySchema, `/api/v1/products/${id}`);

describe('who may decide which star, by the law of the day of the decision', () => {
  it.each<[Day, number, Authority, string]>([
    ['2023-02-24', 3, 'town', 'Quyết định 148/QĐ-TTg'],
    ['2023-02-24', 4, 'province', 'Quyết định 148/QĐ-TTg'],
    ['2023-02-24', 5, 'ministry', 'Quyết định 148/QĐ-TTg'],
    ['2025-07-05', 3, 'town', 'Quyết định 148/QĐ-TTg'],
    ['2025-07-05', 4, 'province', 'Quyết định 148/QĐ-TTg'],
    ['2025-07-06', 3, 'province', 'Quyết định 1489/QĐ-TTg'],
    ['2025-07-06', 4, 'province', 'Quyết định 1489/QĐ-TTg'],
    ['2025-07-06', 5, 'ministry', 'Quyết định 1489/QĐ-TTg'],
    ['2026-05-21', 3, 'province', 'Quyết định 1489/QĐ-TTg'],
    ['2026-05-22', 3, 'province', 'Quyết định 26/2026/QĐ-TTg'],
    ['2026-05-22', 5, 'ministry', 'Quyết định 26/2026/QĐ-TTg'],
  ])('on %s, %i★ by the %s and nobody else (%s)', async (decidedOn, stars, rightful, basis) => {
    const { id } = await unlisted(app);
    for (const authority of ['town', 'province', 'ministry'] as const) {
      if (authority === rightful) continue;
      const [[path, text] = []] = told(await refuse(app, 400, `products/${id}/recognitions`, earlierDecision(decidedOn, stars, authority)));
      expect(path).toBe('authority');
      expect(text).toContain(`sản phẩm ${stars} sao do ${domainMessages.vi.authorityNames[rightful]} công nhận`);
      expect(text?.endsWith(`(${basis}).`)).toBe(true);
    }
    await write(app, `products/${id}/recognitions`, earlierDecision(decidedOn, stars, rightful));
    expect((await story(id)).product).toMatchObject({ stars, decidedOn });
  });

  it('on a day before any rule on record nothing can be checked', async () => {
    const { id } = await unlisted(app);
    await write(app, `products/${id}/recognitions`, earlierDecision('2023-02-23', 4, 'town'));
    expect((await story(id)).recognitions).toHaveLength(1);
  });
});

describe('the end of a certificate', () => {
  it.each([
    ['2021-08-31', '2024-08-31'],
    ['2024-02-29', '2027-02-28'],
    ['2023-02-28', '2026-02-28'],
  ])('decided on %s: valid through %s, computed', async (decidedOn, validTo) => {
    const { id } = await unlisted(app);
    await write(app, `products/${id}/recognitions`, earlierDecision(decidedOn, 3, 'town'));
    expect((await story(id)).recognitions[0]?.validTo).toBe(validTo);
  });

  it('typed by hand is refused', async () => {
    const { id } = await unlisted(app);
    expect(told(await refuse(app, 400, `products/${id}/recognitions`, earlierDecision('2024-07-01', 3, 'town', { validTo: '2030-01-01' })))).toEqual([['', 'Không có tham số “validTo”.']]);
    const { id: registration, version } = await scored(app);
    expect(told(await refuse(app, 400, decisions(registration), newDecision(version, '2024-07-01', 3, 'town', { validTo: '2030-01-01', kind: 'new' })))).toEqual([['', 'Không có tham số “validTo”, “kind”.']]);
  });
});

describe('the decision of a registration', () => {
  it('brings its step, takes the kind of the registration, and leaves one line', async () => {
    const { id, version, product, name } = await scored(app, '62');
    const lines = await linesOf(app, () => write(app, decisions(id), newDecision(version, '2024-07-01', 3, 'town', { decisionNumber: '05/QĐ-UBND'.normalize('NFD') })));
    const { registration, steps, recognitions: [decided] } = await detail(app, id);
    expect(registration).toMatchObject({ stage: 'recognised-3', stageOn: '2024-07-01', stars: 3, version: version + 1 });
    expect(decided).toMatchObject({ kind: 'new', stars: 3, decisionNumber: '05/QĐ-UBND', validTo: '2027-07-01', registrationId: id, productId: product, enteredBy: 'Người thử' });
    expect(steps.at(-1)).toMatchObject({ stage: 'recognised-3', happenedOn: '2024-07-01', paper: '05/QĐ-UBND' });
    expect(lines).toEqual([
      {
        action: 'recognition-entered', subject: 'registration', subjectId: String(id), subjectName: name, before: null, reason: null,
        after: { recognition: decided?.id, kind: 'new', stars: 3, decidedOn: '2024-07-01', decisionNumber: '05/QĐ-UBND', authority: 'town' },
      },
    ]);
  });

  it('is refused with everything that is wrong at once, and nothing is saved', async () => {
    const { id, version } = await scored(app, '62');
    const before = await content(app);
    expect(told(await refuse(app, 400, decisions(id), newDecision(version, '2024-06-19', 4, 'town')))).toEqual([
      ['authority', expect.stringContaining('(Quyết định 148/QĐ-TTg).')],
      ['stars', 'Hạng sao 4 cao hơn kết quả chấm: 62 điểm, 3 sao (Quyết định 148/QĐ-TTg).'],
      ['decidedOn', 'Ngày quyết định không được trước ngày chấm điểm (20/6/2024).'],
      ['stage', expect.stringContaining('không chuyển thẳng sang “công nhận 4 sao” được')],
      ['decidedOn', 'Ngày quyết định không được trước bước gần nhất: thị xã đã chấm điểm ngày 20/6/2024.'],
    ]);
    expect(told(await refuse(app, 400, decisions(id), newDecision(version, '2026-08-01', 3, 'province')))).toEqual([['decidedOn', 'Ngày quyết định không được sau hôm nay (31/7/2026).']]);
    expect(told(await refuse(app, 400, decisions(id), newDecision(0, '2024-07-32', 2, 'town', { decisionNumber: 'x'.repeat(10_000), authority: 'commune', reason: '' })))).toEqual([
      ['version', 'Phiên bản đang xem phải là số nguyên dương.'],
      ['stars', 'Hạng sao chỉ nhận 3, 4 hoặc 5 sao: 1 và 2 sao không có quyết định công nhận (Quyết định 148/QĐ-TTg).'],
      ['decidedOn', 'Ngày quyết định phải là một ngày có thật, viết theo dạng YYYY-MM-DD, ví dụ 2024-04-09.'],
      ['decisionNumber', 'Số quyết định phải được ghi, không quá 100 ký tự, ví dụ 05/QĐ-UBND.'],
      ['authority', 'Cơ quan công nhận chỉ nhận một trong các giá trị: town, province, ministry.'],
      ['reason', 'Lý do phải được ghi, không quá 500 ký tự.'],
    ]);
    expect(await content(app)).toEqual(before);
  });

  it.each([['69,9999', 4], ['49,9999', 3]])('of %s points is not of %i★: never rounded into a band', async (total, stars) => {
    const { id, version } = await scored(app, total);
    const path = stars === 4 ? 'province' : 'town';
    expect(told(await refuse(app, 400, decisions(id), newDecision(version, '2024-07-01', stars, path))).map(([field]) => field)).toContain('stars');
  });

  it('needs a result, of a product that is not disqualified, and respects the cap of the minimums', async () => {
    const { id: bare } = await listed(app);
    expect(told(await refuse(app, 400, decisions(bare), newDecision(1, '2024-07-01', 3, 'town')))[0]).toEqual(['stars', 'Hạng sao chưa có căn cứ: hồ sơ chưa có kết quả chấm điểm của hội đồng.']);
    const out = await scored(app, '95', { disqualification: 'nguyên liệu nhập khẩu' });
    expect(told(await refuse(app, 400, decisions(out.id), newDecision(out.version, '2024-07-01', 3, 'town')))).toEqual([['stars', 'Hạng sao không có: hội đồng đã loại sản phẩm (nguyên liệu nhập khẩu).']]);
    const capped = await scored(app, '72', { starCap: 3 });
    await write(app, `registrations/${capped.id}/steps`, newStep(capped.version, 'sent-to-province', '2024-06-25'));
    expect(told(await refuse(app, 400, decisions(capped.id), newDecision(capped.version + 1, '2024-07-01', 4, 'province')))).toEqual([['stars', 'Hạng sao 4 cao hơn kết quả chấm: 72 điểm, 3 sao (Quyết định 148/QĐ-TTg).']]);
  });

  it('of the province stands on its own council’s result where there is one', async () => {
    const { id, version } = await scored(app, '72');
    await write(app, `registrations/${id}/steps`, newStep(version, 'sent-to-province', '2024-06-25'));
    await write(app, `registrations/${id}/evaluations`, newResult(version + 1, '2024-07-01', '68', { level: 'province' }));
    expect(told(await refuse(app, 400, decisions(id), newDecision(version + 2, '2024-07-05', 4, 'province')))).toEqual([['stars', 'Hạng sao 4 cao hơn kết quả chấm: 68 điểm, 3 sao (Quyết định 148/QĐ-TTg).']]);
  });

  it('entered by two at once: exactly one, the other is told', async () => {
    const { id, version } = await scored(app, '62');
    const answers = await Promise.all(['A', 'B', 'C'].map((number) => app.post(`/api/v1/${decisions(id)}`, newDecision(version, '2024-07-01', 3, 'town', { decisionNumber: number }))));
    expect(statusesOf(answers)).toEqual([201, 409, 409]);
    expect((await detail(app, id)).recognitions).toHaveLength(1);
  });

  it('that is not of the viewer’s commune is 404', async () => {
    const { id, version } = await scored(app, '62');
    const office = await app.asRole('economic-office', ['Xã Bình Tiến']);
    expect((await refuse(office, 404, decisions(id), newDecision(version, '2024-07-01', 3, 'town'))).code).toBe('not-found');
  });
});

describe('a first recognition (II.2)', () => {
  it('is one of a product: a second is refused, and of two at once exactly one is taken', async () => {
    const { id, name } = await unlisted(app);
    const answers = await Promise.all(['2024-07-01', '2024-07-02', '2024-07-03'].map((day) => app.post(`/api/v1/products/${id}/recognitions`, earlierDecision(day, 3, 'town'))));
    expect(statusesOf(answers)).toEqual([201, 400, 400]);
    const [first] = (await story(id)).recognitions;
    expect(told(await refuse(app, 400, `products/${id}/recognitions`, earlierDecision('2024-07-09', 3, 'town')))).toEqual([
      ['kind', `Loại đăng ký không đúng: sản phẩm “${name}” đã được công nhận lần đầu theo ${first?.decisionNumber} ngày ${first?.decidedOn.replace(/^(\d{4})-0?(\d+)-(\d+)$/, (_, year, month, day) => `${day}/${month}/${year}`)}; một sản phẩm chỉ có một lần đầu (Kế hoạch mục II.2).`],
    ]);
  });

  it('by a registration and of the register at once: exactly one is taken', async () => {
    const { id, version, product } = await scored(app, '62');
    const answers = await Promise.all([
      app.post(`/api/v1/${decisions(id)}`, newDecision(version, '2024-07-01', 3, 'town')),
      app.post(`/api/v1/products/${product}/recognitions`, earlierDecision('2024-07-02', 3, 'town')),
    ]);
    expect(statusesOf(answers)).toEqual([201, 400]);
    expect((await story(product)).recognitions).toHaveLength(1);
  });

  it('entered after later decisions is taken: history may be typed from its end, and never lowers the current', async () => {
    const { id } = await unlisted(app);
    await write(app, `products/${id}/recognitions`, earlierDecision('2024-07-01', 4, 'province', { kind: 'upgrade' }));
    await write(app, `products/${id}/recognitions`, earlierDecision('2021-08-31', 3, 'town'));
    expect((await story(id)).product).toMatchObject({ stars: 4, decidedOn: '2024-07-01' });
    expect(told(await refuse(app, 400, `products/${id}/recognitions`, earlierDecision('2021-08-30', 3, 'town'))).map(([path]) => path)).toEqual(['kind']);
    const { id: other } = await unlisted(app);
    await write(app, `products/${other}/recognitions`, earlierDecision('2021-08-31', 3, 'town', { kind: 're-evaluation' }));
    expect(told(await refuse(app, 400, `products/${other}/recognitions`, earlierDecision('2024-07-01', 3, 'town'))).map(([path]) => path)).toEqual(['kind']);
  });

  it('two decisions of one day are refused', async () => {
    const { id } = await unlisted(app);
    await write(app, `products/${id}/recognitions`, earlierDecision('2024-07-01', 3, 'town'));
    expect(told(await refuse(app, 400, `products/${id}/recognitions`, earlierDecision('2024-07-01', 4, 'province', { kind: 'upgrade' })))).toEqual([['decidedOn', 'Ngày quyết định trùng: sản phẩm đã có một quyết định công nhận ngày 01/7/2024.']]);
  });
});

describe('the revocation of a certificate', () => {
  it('has a decision and a reason, once, not before the decision nor in the future', async () => {
    const { id } = await unlisted(app);
    const { id: recognition } = await write(app, `products/${id}/recognitions`, earlierDecision('2024-07-01', 3, 'town', { decisionNumber: '05/QĐ' }));
    const path = `recognitions/${recognition}/revocation`;
    const before = await content(app);
    expect(told(await refuse(app, 400, path, { revokedOn: '2024-06-30', paper: '9/QĐ', reason: 'vi phạm' }))).toEqual([['revokedOn', 'Ngày thu hồi không được trước ngày quyết định công nhận (01/7/2024).']]);
    expect(told(await refuse(app, 400, path, { revokedOn: '2026-08-01', paper: '9/QĐ', reason: 'vi phạm' }))).toEqual([['revokedOn', 'Ngày thu hồi không được sau hôm nay (31/7/2026).']]);
    expect(told(await refuse(app, 400, path, { revokedOn: '2024-08-01', paper: '', reason: '  ' })).map(([field]) => field)).toEqual(['paper', 'reason']);
    expect(await content(app)).toEqual(before);
    const statuses: Answer[] = [];
    const revoke = () => app.post(`/api/v1/${path}`, { revokedOn: '2024-08-01', paper: '9/QĐ', reason: 'vi phạm an toàn thực phẩm' });
    const lines = await linesOf(app, async () => statuses.push(...(await Promise.all([revoke(), revoke()]))));
    expect(statusesOf(statuses)).toEqual([200, 400]);
    expect(lines).toMatchObject([{ action: 'recognition-revoked', subject: 'product', subjectId: String(id), after: { recognition, revokedOn: '2024-08-01', paper: '9/QĐ' }, reason: 'vi phạm an toàn thực phẩm' }]);
    expect((await story(id)).product).toMatchObject({ certificate: 'none', stars: null });
  });
});
