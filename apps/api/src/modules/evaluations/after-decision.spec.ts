import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorListSchema } from '@ocop/contracts';
import { detail, listed, newDecision, newResult, newStep, refuse, scored, told, unlisted, write } from '../../testing/programme.js';
import { reachStage } from '../../testing/facts.js';
import { TestApp } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-12-31' });
});
afterAll(() => app.close());

const figure = async (id: string) => {
  const { items } = await app.read(indicatorListSchema, '/api/v1/indicators?year=2024&asOf=2024-12-31');
  return items.find((item) => item.id === id)?.value;
};

describe('a first-time registration that the town recognises and the province raises', () => {
  it('is one first time and then an upgrade: it counts once toward clause II.2', async () => {
    const before = Number(await figure('newly-recognised-products'));
    const { id, version } = await scored(app, '72,5');
    await write(app, `registrations/${id}/recognitions`, newDecision(version, '2024-07-01', 3, 'town'));
    await write(app, `registrations/${id}/steps`, newStep(version + 1, 'sent-to-province', '2024-07-10'));
    await write(app, `registrations/${id}/evaluations`, newResult(version + 2, '2024-08-01', '73', { level: 'province' }));
    await write(app, `registrations/${id}/recognitions`, newDecision(version + 3, '2024-08-20', 4, 'province'));
    const { registration, recognitions } = await detail(app, id);
    expect([registration.kind, registration.stage, recognitions.map(({ kind, stars }) => `${kind} ${stars}`)]).toEqual(['new', 'recognised-4', ['new 3', 'upgrade 4']]);
    expect(await figure('newly-recognised-products')).toBe(String(before + 1));
  });
});

describe('what a decision settles', () => {
  it('is not gone back from by a step: a decision entered by mistake is taken back with its own', async () => {
    const { id, version } = await scored(app, '60');
    await write(app, `registrations/${id}/recognitions`, newDecision(version, '2024-07-01', 3, 'town'));
    expect((await detail(app, id)).moves.map(({ stage }) => stage)).toEqual(['sent-to-province']);
    expect(told(await refuse(app, 400, `registrations/${id}/steps`, newStep(version + 1, 'assessed-by-commune', '2024-07-02', { reason: 'x' }))).map(([path]) => path)).toEqual(['stage']);
    await write(app, `registrations/${id}/undo`, { version: version + 1, reason: 'nhầm hồ sơ' });
    await write(app, `registrations/${id}/recognitions`, newDecision(version + 2, '2024-07-02', 3, 'town'));
  });

  it('keeps the kind of the registration', async () => {
    const { id, version } = await scored(app, '60');
    await write(app, `registrations/${id}/recognitions`, newDecision(version, '2024-07-01', 3, 'town'));
    expect(told(await refuse(app, 400, `registrations/${id}`, { version: version + 1, kind: 'upgrade', note: null, reason: 'x' }, 'PUT'))).toEqual([
      ['kind', 'Loại đăng ký không đổi được nữa: hồ sơ đã có quyết định công nhận.'],
    ]);
  });
});

describe('a round', () => {
  it('is changed by moving to a later one, and by no other step (clause III.3)', async () => {
    const { id } = await listed(app);
    await write(app, `registrations/${id}/steps`, newStep(1, 'preparing', '2024-05-10', { roundNo: 1 }));
    expect(told(await refuse(app, 400, `registrations/${id}/steps`, newStep(2, 'received', '2024-05-20', { roundNo: 2 })))).toEqual([
      ['roundNo', 'Đợt của hồ sơ là đợt 1; muốn đổi đợt, hãy ghi bước “chuyển sang đợt sau”.'],
    ]);
    await write(app, `registrations/${id}/steps`, newStep(2, 'moved-to-next-round', '2024-07-10', { roundNo: 2 }));
    await write(app, `registrations/${id}/steps`, newStep(3, 'received', '2024-08-01', { roundNo: 2 }));
    expect((await detail(app, id)).registration).toMatchObject({ stage: 'received', roundNo: 2 });
  });
});

describe('what follows “moved to the next round” without a round of its own', () => {
  const roundsOf = async (id: number) => (await detail(app, id)).steps.map(({ stage, roundNo }) => `${stage} ${roundNo}`);

  it('is of the round moved to: a step, a result and its decision (clause III.3)', async () => {
    const { id } = await listed(app);
    await write(app, `registrations/${id}/steps`, newStep(1, 'received', '2024-05-10', { roundNo: 1, reason: 'nộp thẳng' }));
    await write(app, `registrations/${id}/steps`, newStep(2, 'moved-to-next-round', '2024-07-10', { roundNo: 2 }));
    await write(app, `registrations/${id}/steps`, newStep(3, 'received', '2024-08-01'));
    await write(app, `registrations/${id}/evaluations`, newResult(4, '2024-09-01', '60', { reason: 'bỏ bước' }));
    await write(app, `registrations/${id}/recognitions`, newDecision(5, '2024-10-01', 3, 'town'));
    expect(await roundsOf(id)).toEqual(['registered null', 'received 1', 'moved-to-next-round 2', 'received 2', 'scored-by-town 2', 'recognised-3 2']);
  });

  it('is of the next one where the move on record names none, and may not be of the old one', async () => {
    const { id, name } = await listed(app);
    await write(app, `registrations/${id}/steps`, newStep(1, 'received', '2024-05-10', { roundNo: 1, reason: 'nộp thẳng' }));
    await reachStage(app.db, name, 'moved-to-next-round', '2024-07-10');
    expect(told(await refuse(app, 400, `registrations/${id}/steps`, newStep(2, 'received', '2024-08-01', { roundNo: 1 })))).toEqual([
      ['roundNo', 'Đợt của hồ sơ là đợt 2; muốn đổi đợt, hãy ghi bước “chuyển sang đợt sau”.'],
    ]);
    await write(app, `registrations/${id}/steps`, newStep(2, 'received', '2024-08-01'));
    await write(app, `registrations/${id}/evaluations`, newResult(3, '2024-09-01', '60', { reason: 'bỏ bước' }));
    expect((await roundsOf(id)).slice(2)).toEqual(['moved-to-next-round null', 'received 2', 'scored-by-town 2']);
    expect((await detail(app, id)).evaluations.map(({ roundNo }) => roundNo)).toEqual([2]);
  });
});

describe('a commune’s result that comes late', () => {
  it('is entered with its true day and brings the dossier nowhere', async () => {
    const { id, version } = await scored(app, '60');
    await write(app, `registrations/${id}/evaluations`, newResult(version, '2024-06-01', '55', { level: 'commune' }));
    const { registration, evaluations } = await detail(app, id);
    expect([registration.stage, evaluations.map(({ level, evaluatedOn }) => `${level} ${evaluatedOn}`)]).toEqual(['scored-by-town', ['commune 2024-06-01', 'town 2024-06-20']]);
  });
});

describe('a producer or product on a year’s list', () => {
  it('stays in its commune: the list is that commune’s', async () => {
    const { product, name } = await listed(app);
    const [found] = await app.db.query<{ id: number; other: number }[]>(
      `select m.id, (select max(u.id) from unit u where u.level = 'commune' and u.id <> m.unit_id) as other from producer m join product p on p.producer_id = m.id where p.id = $1`,
      [product],
    );
    const change = { name: `HTX ${name}`, aliases: [], kind: 'cooperative', unitId: found?.other, version: 1, reason: null };
    expect(told(await refuse(app, 400, `producers/${found?.id}`, change, 'PUT'))).toEqual([
      ['unitId', `Địa phương không đổi được: “HTX ${name}” đã có hồ sơ đăng ký ở địa phương hiện tại. Hãy ghi một chủ thể mới ở địa phương mới.`],
    ]);
  });
});

describe('a commune that ended', () => {
  it('registers nothing after its last day', async () => {
    const { id } = await unlisted(app, 'Phường Hương Chữ');
    await app.db.query(`update unit set valid_to = '2024-05-31' where type || ' ' || name = 'Phường Hương Chữ'`);
    const registering = (registeredOn: string) => ({ year: 2024, productId: id, kind: 'new', registeredOn, roundNo: null, paper: null, note: null });
    expect(told(await refuse(app, 400, 'registrations', registering('2024-06-01')))).toEqual([
      ['registeredOn', 'Ngày đăng ký phải khi Phường Hương Chữ còn hiệu lực: đến hết ngày 31/5/2024.'],
    ]);
    await write(app, 'registrations', registering('2024-05-31'));
  });
});
