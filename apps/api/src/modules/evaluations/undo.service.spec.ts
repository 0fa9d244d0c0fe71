import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { productListSchema, productStorySchema } from '@ocop/contracts';
import { detail, earlierDecision, linesOf, newDecision, newResult, refuse, scored, statusesOf, unlisted, write } from '../../testing/programme.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2026-07-31' });
});
afterAll(() => app.close());

const decisions = (id: number) => `registrations/${id}/recognitions`;
const story = (id: number) => app.read(productStorySchema, `/api/v1/products/${id}`);

describe('taking back', () => {
  it('a decision of before the registrations is annulled with a reason, once, and makes room for its re-entry', async () => {
    const { id } = await unlisted(app);
    const { id: recognition } = await write(app, `products/${id}/recognitions`, earlierDecision('2024-07-01', 3, 'town'));
    const statuses: Answer[] = [];
    const annul = () => app.post(`/api/v1/recognitions/${recognition}/annulment`, { reason: 'nhầm sản phẩm' });
    const lines = await linesOf(app, async () => statuses.push(...(await Promise.all([annul(), annul(), annul()]))));
    expect(statusesOf(statuses)).toEqual([200, 404, 404]);
    expect(lines).toMatchObject([{ action: 'recognition-annulled', subject: 'product', subjectId: String(id), before: { recognition }, reason: 'nhầm sản phẩm' }]);
    await write(app, `products/${id}/recognitions`, earlierDecision('2024-07-01', 3, 'town'));
    expect((await story(id)).recognitions.map(({ annulled }) => annulled?.reason ?? null)).toEqual(['nhầm sản phẩm', null]);
  });

  it('a revocation leaves the certificate as if it never was, on every day, and makes room for another; the story keeps both', async () => {
    const { id, name } = await unlisted(app);
    const { id: recognition } = await write(app, `products/${id}/recognitions`, earlierDecision('2024-07-01', 3, 'town'));
    const certificateOn = async (asOf: string) => {
      const { items } = await app.read(productListSchema, `/api/v1/products?asOf=${asOf}&search=${encodeURIComponent(name)}`);
      return items.map(({ certificate }) => certificate);
    };
    const revoke = (revokedOn: string) => write(app, `recognitions/${recognition}/revocation`, { revokedOn, paper: '9/QĐ', reason: 'vi phạm' });
    const { id: first } = await revoke('2024-08-01');
    expect([await certificateOn('2024-07-31'), await certificateOn('2024-08-01')]).toEqual([['valid'], ['none']]);
    const statuses: Answer[] = [];
    const annul = () => app.post(`/api/v1/revocations/${first}/annulment`, { reason: 'nhầm sản phẩm' });
    const lines = await linesOf(app, async () => statuses.push(...(await Promise.all([annul(), annul(), annul()]))));
    expect(statusesOf(statuses)).toEqual([200, 404, 404]);
    expect(lines).toMatchObject([
      { action: 'revocation-annulled', subject: 'product', subjectId: String(id), before: { recognition, revocation: first, revokedOn: '2024-08-01', paper: '9/QĐ' }, reason: 'nhầm sản phẩm' },
    ]);
    expect([await certificateOn('2024-08-01'), await certificateOn('2026-07-31')]).toEqual([['valid'], ['valid']]);
    const { id: second } = await revoke('2024-09-01');
    const [told] = (await story(id)).recognitions;
    expect(told?.revokedOn).toBe('2024-09-01');
    expect(told?.revocations.map((one) => [one.id, one.revokedOn, one.reason, one.enteredBy, one.annulled?.reason ?? null, one.annulled?.by ?? null])).toEqual([
      [first, '2024-08-01', 'vi phạm', 'Người thử', 'nhầm sản phẩm', 'Người thử'], [second, '2024-09-01', 'vi phạm', 'Người thử', null, null],
    ]);
  });

  it('a revocation of a decision that was taken back itself is no more', async () => {
    const { id } = await unlisted(app);
    const { id: recognition } = await write(app, `products/${id}/recognitions`, earlierDecision('2024-07-01', 3, 'town'));
    const { id: revocation } = await write(app, `recognitions/${recognition}/revocation`, { revokedOn: '2024-08-01', paper: '9/QĐ', reason: 'vi phạm' });
    await write(app, `recognitions/${recognition}/annulment`, { reason: 'nhầm sản phẩm' });
    expect((await refuse(app, 404, `revocations/${revocation}/annulment`, { reason: 'nhầm' })).detail).toContain('quyết định đã bị hủy do ghi nhầm');
  });

  it('the last step of a registration takes its decision or result with it, one line each, back to the registering', async () => {
    const { id, version, product } = await scored(app, '62');
    await write(app, decisions(id), newDecision(version, '2024-07-01', 3, 'town'));
    const undo = (at: number) => write(app, `registrations/${id}/undo`, { version: at, reason: 'ghi nhầm' });
    const [decided] = (await detail(app, id)).recognitions;
    expect((await refuse(app, 400, `recognitions/${decided?.id}/annulment`, { reason: 'x' })).detail).toBe('Bản ghi này đi cùng một bước của hồ sơ; hãy hủy bước đó.');
    const lines = await linesOf(app, () => undo(version + 1));
    expect(lines).toMatchObject([{ action: 'step-annulled', subject: 'registration', subjectId: String(id), before: { stage: 'recognised-3', recognition: decided?.id, evaluation: null }, reason: 'ghi nhầm' }]);
    expect((await story(product)).product.certificate).toBe('none');
    // The same decision is free to be entered again.
    await write(app, decisions(id), newDecision(version + 2, '2024-07-01', 3, 'town'));
    await undo(version + 3);
    const [result] = (await detail(app, id)).evaluations;
    expect(await linesOf(app, () => undo(version + 4))).toMatchObject([{ action: 'step-annulled', before: { stage: 'scored-by-town', evaluation: result?.id, recognition: null } }]);
    const { registration, evaluations, recognitions, steps } = await detail(app, id);
    expect(registration).toMatchObject({ stage: 'registered', points: null, awardedStars: null, stars: null });
    expect([...evaluations, ...recognitions, ...steps.slice(1)].every(({ annulled }) => annulled?.reason === 'ghi nhầm')).toBe(true);
    expect((await refuse(app, 400, `registrations/${id}/undo`, { version: version + 5, reason: 'x' })).detail).toContain('chỉ còn bước đăng ký');
    // And the same day of the same council too.
    await write(app, `registrations/${id}/evaluations`, newResult(version + 5, '2024-06-20', '63', { reason: 'nộp thẳng' }));
  });

  it('of a corrected result takes the version that stands', async () => {
    const { id, version } = await scored(app, '62');
    const [first] = (await detail(app, id)).evaluations;
    await write(app, `registrations/${id}/evaluations`, newResult(version, '2024-06-20', '65', { corrects: { id: first?.id, reason: 'cộng nhầm' } }));
    await write(app, `registrations/${id}/undo`, { version: version + 1, reason: 'ghi nhầm' });
    expect((await detail(app, id)).evaluations.map(({ annulled }) => annulled?.reason)).toEqual(['cộng nhầm', 'ghi nhầm']);
  });

  it('by two at once takes one step, not two', async () => {
    const { id, version } = await scored(app, '62');
    await write(app, decisions(id), newDecision(version, '2024-07-01', 3, 'town'));
    const undo = () => app.post(`/api/v1/registrations/${id}/undo`, { version: version + 1, reason: 'ghi nhầm' });
    expect(statusesOf(await Promise.all([undo(), undo(), undo()]))).toEqual([200, 409, 409]);
    expect((await detail(app, id)).registration.stage).toBe('scored-by-town');
  });
});
