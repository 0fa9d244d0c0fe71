import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registrationListSchema } from '@ocop/contracts';
import { addProduct, unitId } from '../../testing/facts.js';
import { content, detail, idOf, linesOf, newDecision, newStep, refuse, scoreByTown, statusesOf, told, write } from '../../testing/programme.js';
import { json } from '../../testing/signing-in.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
});
afterAll(() => app.close());

let made = 0;
/** A new product of a commune, on no list yet. */
async function newProduct(unit = 'Phường Tứ Hạ'): Promise<{ name: string; id: number }> {
  const name = `Bánh thử số ${(made += 1)}.`;
  await addProduct(app.db, name, unit);
  return { name, id: await idOf(app, 'product', name) };
}
const registering = (productId: number, more: object = {}) => ({ year: 2024, productId, kind: 'new', registeredOn: '2024-05-02', roundNo: null, paper: null, note: null, ...more });
/** A registration of the year, just put on the list. */
async function registered(more: object = {}): Promise<number> {
  return (await write(app, 'registrations', registering((await newProduct()).id, more))).id;
}
const steps = (id: number) => `registrations/${id}/steps`;
const find = async (id: number) => (await detail(app, id)).registration;

describe('putting a product on the list (V.4)', () => {
  it.each([
    ['2024-04-09', 'listed'],
    ['2024-04-10', 'supplement'],
    ['2024-06-09', 'supplement'],
    ['2024-06-10', 'late-supplement'],
    ['2024-07-12', 'late-supplement'],
  ])('on %s makes it “%s”: communes supplement before 10/6/2024, so 10/6 itself is late', async (registeredOn, supplement) => {
    const id = await registered({ registeredOn });
    expect(await find(id)).toMatchObject({ supplement, stage: 'registered', stageOn: registeredOn, version: 1 });
    const { items } = await app.read(registrationListSchema, `/api/v1/registrations?year=2024&supplement=${supplement}&pageSize=200`);
    expect(items.map((item) => item.id)).toContain(id);
  });

  it('tells every fault at once with its field, rule and clause, and saves nothing', async () => {
    const { id } = await newProduct();
    const before = await content(app);
    expect(told(await refuse(app, 400, 'registrations', registering(id, { registeredOn: '2024-07-13', roundNo: 3 })))).toEqual([
      ['registeredOn', 'Ngày đăng ký không được sau hôm nay (12/7/2024).'],
      ['roundNo', 'Đợt 3 không có trong kế hoạch; các đợt là 1, 2.'],
    ]);
    expect(told(await refuse(app, 400, 'registrations', registering(id, { registeredOn: '2024-04-08' })))).toEqual([
      ['registeredOn', 'Ngày đăng ký không được trước ngày ban hành Kế hoạch số 1227/KH-UBND (09/4/2024).'],
    ]);
    expect(told(await refuse(app, 400, 'registrations', registering(0, { kind: 'old', registeredOn: '2024-02-30', roundNo: 10, paper: '', note: 'x'.repeat(2_001), position: 1 }))).map(([path]) => path)).toEqual([
      'productId', 'kind', 'registeredOn', 'roundNo', 'paper', 'note', '',
    ]);
    await refuse(app, 404, 'registrations', registering(999_999));
    await refuse(app, 404, 'registrations', registering(id, { year: 2023 }));
    expect(await content(app)).toEqual(before);
  });

  it('takes no day after the year of the plan', async () => {
    app.clock.day = '2025-01-02';
    const { id } = await newProduct();
    expect(told(await refuse(app, 400, 'registrations', registering(id, { registeredOn: '2025-01-01' })))).toEqual([['registeredOn', 'Ngày đăng ký phải trong năm 2024 của kế hoạch.']]);
    await write(app, 'registrations', registering(id, { registeredOn: '2024-12-31' }));
    app.clock.day = '2024-07-12';
  });

  it('happens once a year for a product, also when it belongs to another commune now', async () => {
    const { id, name } = await newProduct();
    const answers = await Promise.all([1, 2, 3].map(() => app.post('/api/v1/registrations', registering(id))));
    expect(statusesOf(answers)).toEqual([201, 409, 409]);
    await app.db.query(`update producer set unit_id = $1 where name = $2`, [await unitId(app.db, 'Xã Bình Tiến'), `HTX ${name}`]);
    const commune = await app.asRole('commune-officer', ['Xã Bình Tiến']);
    expect(told(await refuse(commune, 409, 'registrations', registering(id)))).toEqual([['productId', `Sản phẩm “${name}” đã có trong danh mục năm 2024.`]]);
  });

  it('as first-time is refused when a decision ever recognised the product (II.2), revoked or not', async () => {
    const { id, name } = await newProduct();
    const decided = await write(app, `products/${id}/recognitions`, { stars: 3, decidedOn: '2023-07-01', decisionNumber: '1/QĐ', authority: 'town', kind: 'new' });
    const fault = ['kind', `Loại đăng ký “đánh giá lần đầu” không đúng: sản phẩm “${name}” đã từng được công nhận (Kế hoạch mục II.2). Hãy chọn nâng hạng hoặc đánh giá lại.`];
    expect(told(await refuse(app, 400, 'registrations', registering(id)))).toEqual([fault]);
    await write(app, `recognitions/${decided.id}/revocation`, { revokedOn: '2024-01-02', paper: '2/QĐ', reason: 'vi phạm' });
    expect(told(await refuse(app, 400, 'registrations', registering(id)))).toEqual([fault]);
    await write(app, 'registrations', registering(id, { kind: 're-evaluation' }));
  });

  it('by several communes at the same time gives every product a place of its own on the list', async () => {
    const communes = ['Phường Tứ Hạ', 'Xã Bình Tiến', 'Xã Hương Toàn', 'Phường Hương Vân'];
    const officers = await Promise.all(communes.map((unit) => app.asRole('commune-officer', [unit])));
    const wanted = await Promise.all(Array.from({ length: 24 }, async (_, index) => ({ by: officers[index % 4] ?? app, product: (await newProduct(communes[index % 4])).id })));
    const answers = await Promise.all(wanted.map(({ by, product }) => by.post('/api/v1/registrations', registering(product, { roundNo: 1 }))));
    expect(new Set(statusesOf(answers))).toEqual(new Set([201]));
    const [row] = await app.db.query<object[]>(`select count(*)::int - count(distinct position)::int as twice, max(position) - count(*)::int as gaps from registration`);
    expect(row).toEqual({ twice: 0, gaps: 0 });
    // Looking at every commune's numbers gave the officer nothing more to see.
    const { items } = await (officers[0] ?? app).read(registrationListSchema, '/api/v1/registrations?year=2024&pageSize=200');
    expect(new Set(items.map(({ unitName }) => unitName))).toEqual(new Set(['Phường Tứ Hạ']));
  }, 30_000);

  it('leaves one line in the trail', async () => {
    const { id, name } = await newProduct();
    const lines = await linesOf(app, () => write(app, 'registrations', registering(id, { roundNo: 1, paper: '12/ĐK', note: 'bổ sung' })));
    expect(lines).toEqual([
      {
        action: 'registration-added', subject: 'registration', subjectId: expect.any(String), subjectName: name, before: null,
        after: { year: 2024, kind: 'new', registeredOn: '2024-05-02', roundNo: 1, paper: '12/ĐK', note: 'bổ sung' }, reason: null,
      },
    ]);
  });
});

describe('steps', () => {
  it('follow the table: the next needs no reason, leaving one out or going back does, and says so with the steps it is between', async () => {
    const id = await registered();
    const before = await content(app);
    expect(told(await refuse(app, 400, steps(id), newStep(1, 'assessed-by-commune', '2024-06-01')))).toEqual([
      ['reason', 'Lý do phải được ghi khi bỏ bước giữa “đã đăng ký” và “cấp xã đã đánh giá”.'],
    ]);
    expect(await content(app)).toEqual(before);
    await write(app, steps(id), newStep(1, 'received', '2024-06-01'));
    expect(told(await refuse(app, 400, steps(id), newStep(2, 'preparing', '2024-06-02')))).toEqual([['reason', 'Lý do phải được ghi khi trở lại từ “đã tiếp nhận hồ sơ” về “đang hoàn thiện hồ sơ”.']]);
    const lines = await linesOf(app, () => write(app, steps(id), newStep(2, 'preparing', '2024-06-02', { reason: 'thiếu giấy tờ' })));
    expect(lines).toMatchObject([
      { action: 'step-entered', subject: 'registration', subjectId: String(id), before: { stage: 'received' }, after: { stage: 'preparing', happenedOn: '2024-06-02' }, reason: 'thiếu giấy tờ' },
    ]);
    const { registration, steps: all } = await detail(app, id);
    expect(registration).toMatchObject({ stage: 'preparing', stageOn: '2024-06-02', version: 3 });
    expect(all.map(({ stage, reason, enteredBy }) => [stage, reason, enteredBy])).toEqual([['registered', null, 'Người thử'], ['received', null, 'Người thử'], ['preparing', 'thiếu giấy tờ', 'Người thử']]);
  });

  it('that the table does not have are refused, with those it has; so is the step one is on', async () => {
    const id = await registered();
    expect(told(await refuse(app, 400, steps(id), newStep(1, 'sent-to-province', '2024-06-01')))[0]).toEqual([
      'stage', 'Từ bước “đã đăng ký” không chuyển thẳng sang “đã gửi hồ sơ lên tỉnh” được; có thể sang: đang hoàn thiện hồ sơ, đã tiếp nhận hồ sơ, cấp xã đã đánh giá, thị xã đã chấm điểm, rút đăng ký, chuyển sang đợt sau.',
    ]);
    expect(told(await refuse(app, 400, steps(id), newStep(1, 'registered', '2024-06-01')))).toEqual([['stage', 'Hồ sơ đang ở bước “đã đăng ký” rồi.']]);
  });

  it('come neither before the last one nor after today, and every fault is told at once', async () => {
    const id = await registered();
    await write(app, steps(id), newStep(1, 'preparing', '2024-06-01'));
    expect(told(await refuse(app, 400, steps(id), newStep(2, 'registered', '2024-05-31', { roundNo: 7 })))).toEqual([
      ['reason', 'Lý do phải được ghi khi trở lại từ “đang hoàn thiện hồ sơ” về “đã đăng ký”.'],
      ['happenedOn', 'Ngày thực hiện không được trước bước gần nhất: đang hoàn thiện hồ sơ ngày 01/6/2024.'],
      ['roundNo', 'Đợt 7 không có trong kế hoạch; các đợt là 1, 2.'],
    ]);
    expect(told(await refuse(app, 400, steps(id), newStep(2, 'received', '2024-07-13')))).toEqual([['happenedOn', 'Ngày thực hiện không được sau hôm nay (12/7/2024).']]);
    await write(app, steps(id), newStep(2, 'received', '2024-06-01'));
    expect(await find(id)).toMatchObject({ stage: 'received', stageOn: '2024-06-01' });
  });

  it('of a score or a decision are not entered without it', async () => {
    const id = await registered();
    expect(told(await refuse(app, 400, steps(id), newStep(1, 'scored-by-town', '2024-06-01', { reason: 'x' })))).toEqual([
      ['stage', 'Bước “thị xã đã chấm điểm” được ghi cùng kết quả chấm điểm của hội đồng; hãy nhập kết quả đánh giá.'],
    ]);
    const version = await scoreByTown(app, id, '2024-06-20', '60');
    for (const stage of ['recognised-3', 'recognised-4', 'recognised-5'] as const) {
      expect(told(await refuse(app, 400, steps(id), newStep(version, stage, '2024-06-21'))).map(([, text]) => text)).toContain('Bước công nhận được ghi cùng quyết định; hãy nhập quyết định công nhận.');
    }
  });

  it('to the next round name a later one; from then on the registration is in it', async () => {
    const id = await registered({ roundNo: 1 });
    for (const roundNo of [null, 1]) {
      expect(told(await refuse(app, 400, steps(id), newStep(1, 'moved-to-next-round', '2024-07-12', { roundNo })))).toEqual([
        ['roundNo', 'Đợt chuyển sang phải sau đợt 1.'],
      ]);
    }
    await write(app, steps(id), newStep(1, 'moved-to-next-round', '2024-07-12', { roundNo: 2 }));
    await write(app, steps(id), newStep(2, 'received', '2024-07-12'));
    expect(await find(id)).toMatchObject({ stage: 'received', roundNo: 2 });
    expect(told(await refuse(app, 400, steps(id), newStep(3, 'moved-to-next-round', '2024-07-12', { roundNo: 2 })))).toEqual([['roundNo', 'Đợt chuyển sang phải sau đợt 2.']]);
  });

  it('entered by two at once with the same version: one stands, the other is told what stands now', async () => {
    const id = await registered();
    const answers = await Promise.all((['preparing', 'received', 'withdrawn'] as const).map((stage) => app.post(`/api/v1/${steps(id)}`, newStep(1, stage, '2024-06-01'))));
    expect(statusesOf(answers)).toEqual([201, 409, 409]);
    const { registration, steps: all } = await detail(app, id);
    expect(all).toHaveLength(2);
    for (const { status, body } of answers) if (status === 409) expect(body).toMatchObject({ code: 'changed-meanwhile', current: { stage: registration.stage, version: 2 } });
  });

  it('of many registrations at once are all written: nobody waits for a connection that waits for him', async () => {
    const ids = await Promise.all(Array.from({ length: 24 }, () => registered()));
    const answers = await Promise.all(ids.map((id) => app.post(`/api/v1/${steps(id)}`, newStep(1, 'received', '2024-06-01', { roundNo: 1 }))));
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 201));
  }, 30_000);

  it('of a registration that is not there are 404', async () => {
    expect((await refuse(app, 404, steps(999_999), newStep(1, 'received', '2024-06-01'))).detail).toBe('Không có hồ sơ đăng ký mã 999999.');
  });
});

describe('what a commune enters', () => {
  it('is registering, preparing, its own assessment, withdrawing; the rest is the town’s', async () => {
    const officer = await app.asRole('commune-officer', ['Phường Tứ Hạ']);
    const { id } = await write(officer, 'registrations', registering((await newProduct()).id));
    const townOnly = 'Bước này do cơ quan thị xã ghi; xã, phường ghi đăng ký, hoàn thiện hồ sơ, đánh giá cấp xã và rút đăng ký.';
    await write(officer, steps(id), newStep(1, 'preparing', '2024-06-01'));
    expect(told(await refuse(officer, 400, steps(id), newStep(2, 'received', '2024-06-02')))).toEqual([['stage', townOnly]]);
    expect(told(await refuse(officer, 400, steps(id), newStep(2, 'moved-to-next-round', '2024-06-02', { roundNo: 2 })))).toEqual([['stage', townOnly]]);
    await write(app, steps(id), newStep(2, 'received', '2024-06-02'));
    await write(officer, steps(id), newStep(3, 'assessed-by-commune', '2024-06-03'));
  });

  it('takes nothing back that the town entered: neither by going back nor by undoing', async () => {
    const officer = await app.asRole('commune-officer', ['Phường Tứ Hạ']);
    const id = await registered();
    const version = await scoreByTown(app, id, '2024-06-20', '60');
    const before = await content(app);
    for (const stage of ['preparing', 'assessed-by-commune'] as const) {
      expect(told(await refuse(officer, 400, steps(id), newStep(version, stage, '2024-06-21', { reason: 'chấm lại' })))[0]?.[0]).toBe('stage');
    }
    await refuse(officer, 403, `registrations/${id}/undo`, { version, reason: 'chấm lại' });
    expect(await content(app)).toEqual(before);
    // Who makes the product may still withdraw.
    await write(officer, steps(id), newStep(version, 'withdrawn', '2024-06-21'));
  });
});

describe('the kind and note of a registration', () => {
  const change = (id: number, version: number, more: object = {}) => app.request(`/api/v1/registrations/${id}`, json({ version, kind: 'new', note: null, reason: 'ghi nhầm loại', ...more }, 'PUT'));

  it('change with a reason, by one of two who change them at once', async () => {
    const id = await registered();
    const answers: Answer[] = [];
    const lines = await linesOf(app, async () => {
      answers.push(...(await Promise.all([change(id, 1, { kind: 'upgrade' }), change(id, 1, { kind: 'upgrade', note: 'đợt hai' })])));
    });
    expect(statusesOf(answers)).toEqual([200, 409]);
    expect(lines).toMatchObject([{ action: 'registration-changed', subjectId: String(id), before: { kind: 'new' }, after: { kind: 'upgrade' }, reason: 'ghi nhầm loại' }]);
    expect(told(await refuse(app, 400, `registrations/${id}`, { version: 0, kind: 'x', note: '', reason: '' }, 'PUT')).map(([path]) => path)).toEqual(['version', 'kind', 'note', 'reason']);
  });

  it('never become first-time when a decision recognised the product (II.2)', async () => {
    const id = await registered({ kind: 'upgrade' });
    const version = await scoreByTown(app, id, '2024-06-20', '60');
    const { version: next } = await write(app, `registrations/${id}/recognitions`, newDecision(version, '2024-07-01', 3, 'town'));
    expect(told(await refuse(app, 400, `registrations/${id}`, { version: next, kind: 'new', note: null, reason: 'x' }, 'PUT'))[0]?.[0]).toBe('kind');
    expect(await find(id)).toMatchObject({ kind: 'upgrade', version: next });
  });
});
