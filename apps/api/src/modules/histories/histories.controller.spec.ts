import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { productStorySchema } from '@ocop/contracts';
import { MOVE_KINDS, REGISTRATION_MOVES } from '@ocop/domain';
import { register } from '../../testing/facts.js';
import { detail, idOf, newDecision, newResult, newStep, scoreByTown, write } from '../../testing/programme.js';
import { TestApp } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-12-31' });
});
afterAll(() => app.close());

const story = (id: number) => app.read(productStorySchema, `/api/v1/products/${id}`);

describe('the story of a product', () => {
  it('tells everything in time, with who entered it and what was annulled or corrected', async () => {
    const name = 'Bánh có chuyện';
    await register(app.db, name, 'upgrade', '2024-05-02', 'Phường Tứ Hạ');
    const [id, product] = [await idOf(app, 'registration', name), await idOf(app, 'product', name)];
    await write(app, `products/${product}/recognitions`, { stars: 3, decidedOn: '2022-07-01', decisionNumber: '1/QĐ', authority: 'town', kind: 'new' });
    let version = await scoreByTown(app, id, '2024-06-20', '62', { roundNo: 1 });
    const [first] = (await detail(app, id)).evaluations;
    ({ version } = await write(app, `registrations/${id}/evaluations`, newResult(version, '2024-06-20', '72', { corrects: { id: first?.id, reason: 'cộng nhầm' } })));
    ({ version } = await write(app, `registrations/${id}/steps`, newStep(version, 'not-recognised', '2024-07-01')));
    ({ version } = await write(app, `registrations/${id}/undo`, { version, reason: 'nhầm hồ sơ' }));
    ({ version } = await write(app, `registrations/${id}/steps`, newStep(version, 'sent-to-province', '2024-07-10', { paper: '20/TTr' })));
    await write(app, `registrations/${id}/recognitions`, newDecision(version, '2024-08-01', 4, 'province'));
    await write(app, `products/${product}/inspections`, { inspectedOn: '2024-09-01', outcome: 'met', findings: null, paper: null });
    const told = await story(product);
    expect(told.product).toMatchObject({ name, stars: 4, decidedOn: '2024-08-01', validTo: '2027-08-01', certificate: 'valid' });
    expect(told.producer).toMatchObject({ name: `HTX ${name}`, products: 1 });
    expect(told.recognitions.map(({ kind, decidedOn, registrationId }) => [kind, decidedOn, registrationId])).toEqual([['new', '2022-07-01', null], ['upgrade', '2024-08-01', id]]);
    expect(told.inspections).toHaveLength(1);
    const [registration] = told.registrations;
    expect(registration?.year).toBe(2024);
    expect(registration?.steps.map(({ stage, annulled, roundNo }) => [stage, annulled?.reason ?? null, roundNo])).toEqual([
      ['registered', null, null], ['scored-by-town', null, 1], ['not-recognised', 'nhầm hồ sơ', 1], ['sent-to-province', null, 1], ['recognised-4', null, 1],
    ]);
    expect(registration?.evaluations.map(({ points, annulled, corrects }) => [points, annulled?.reason ?? null, corrects])).toEqual([['62', 'cộng nhầm', null], ['72', null, first?.id]]);
    expect(registration).toEqual(await detail(app, id));
  });

  it('gives where a registration may go from here, and how', async () => {
    const { moves, registration } = await detail(app, await idOf(app, 'registration', 'Quýt Thanh Bình'));
    expect(Object.fromEntries(moves.map(({ stage, kind }) => [stage, kind]))).toEqual(REGISTRATION_MOVES[registration.stage]);
    expect(moves.every(({ kind }) => MOVE_KINDS.includes(kind))).toBe(true);
  });

  it('of another commune, or of none, is not there', async () => {
    const officer = await app.asRole('commune-officer', ['Xã Bình Tiến']);
    const [id, product] = [await idOf(app, 'registration', 'Bánh có chuyện'), await idOf(app, 'product', 'Bánh có chuyện')];
    expect((await officer.refused(404, `/api/v1/registrations/${id}`)).detail).toBe(`Không có hồ sơ đăng ký mã ${id}.`);
    expect((await officer.refused(404, `/api/v1/products/${product}`)).detail).toBe(`Không có sản phẩm mã ${product}.`);
    for (const bad of ['0', '-1', '1.5', 'x', '9999999999']) expect((await app.get(`/api/v1/registrations/${bad}`)).status).toBe(400);
  });
});
