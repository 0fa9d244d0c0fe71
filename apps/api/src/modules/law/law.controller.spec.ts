import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lawRuleListSchema, productStorySchema } from '@ocop/contracts';
import { addProduct } from '../../testing/facts.js';
import { content, idOf, linesOf, refuse, statusesOf, told, write } from '../../testing/programme.js';
import { TestApp } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2026-07-31' });
});
afterAll(() => app.close());

const rules = async () => (await app.read(lawRuleListSchema, '/api/v1/law-rules')).items;
const months = (value: number, validFrom: string, legalBasis = `Quyết định thử ${validFrom}`) => ({ topic: 'certificate-months', value, validFrom, legalBasis });
let made = 0;
/** A product recognised on a day. */
async function recognised(decidedOn: string, authority: string): Promise<number> {
  const name = `Bánh luật số ${(made += 1)}.`;
  await addProduct(app.db, name);
  const id = await idOf(app, 'product', name);
  await write(app, `products/${id}/recognitions`, { stars: 3, decidedOn, decisionNumber: 'thử', authority, kind: 'new' });
  return id;
}
const validTo = async (product: number) => (await app.read(productStorySchema, `/api/v1/products/${product}`)).recognitions[0]?.validTo;

describe('the law as dated data', () => {
  it('has who decides from 24/02/2023, 06/7/2025 and 22/5/2026, 36 months, and the window of QĐ 26/2026', async () => {
    expect((await rules()).map(({ topic, validFrom, legalBasis, value }) => [topic, validFrom, legalBasis, value])).toEqual([
      ['certificate-months', null, 'Quyết định 148/QĐ-TTg', 36],
      ['re-evaluation-window', '2026-05-22', 'Quyết định 26/2026/QĐ-TTg', { fromDays: 180, toDays: 120 }],
      ['recognition-authority', '2023-02-24', 'Quyết định 148/QĐ-TTg', { 3: 'town', 4: 'province', 5: 'ministry' }],
      ['recognition-authority', '2025-07-06', 'Quyết định 1489/QĐ-TTg', { 3: 'province', 4: 'province', 5: 'ministry' }],
      ['recognition-authority', '2026-05-22', 'Quyết định 26/2026/QĐ-TTg', { 3: 'province', 4: 'province', 5: 'ministry' }],
    ]);
  });

  it('gains a decision to come by data entry: certificates of its days last as it says, older ones as before', async () => {
    const [before, after] = [await recognised('2026-06-30', 'province'), await recognised('2026-07-01', 'province')];
    const lines = await linesOf(app, () => write(app, 'law-rules', months(24, '2026-07-01')));
    expect(lines).toMatchObject([{ action: 'law-rule-added', subject: 'law', after: { topic: 'certificate-months', validFrom: '2026-07-01', value: '24' } }]);
    // Entered late, it holds from its own day all the same.
    expect([await validTo(before), await validTo(after), await validTo(await recognised('2026-07-31', 'province'))]).toEqual(['2029-06-30', '2028-07-01', '2028-07-31']);
    const rule = (await rules()).find(({ validFrom, topic }) => validFrom === '2026-07-01' && topic === 'certificate-months');
    const annulled = await linesOf(app, () => write(app, `law-rules/${rule?.id}/annulment`, { reason: 'ghi nhầm ngày' }));
    expect(annulled).toMatchObject([{ action: 'law-rule-annulled', subjectId: String(rule?.id), before: { topic: 'certificate-months', validFrom: '2026-07-01', value: '24' }, reason: 'ghi nhầm ngày' }]);
    expect(await validTo(after)).toBe('2029-07-01');
    // Annulled, it stays to be seen and makes room for its re-entry.
    expect((await rules()).find(({ id }) => id === rule?.id)?.annulled?.reason).toBe('ghi nhầm ngày');
    await write(app, 'law-rules', months(36, '2026-07-01'));
    await refuse(app, 404, `law-rules/${rule?.id}/annulment`, { reason: 'x' });
  });

  it('judges a decision and a rule entered at the same time in one order or the other: the certificate lasts as the law of its day says', async () => {
    const products = await Promise.all(Array.from({ length: 6 }, async (_, index) => {
      const name = `Bánh đồng thời số ${index}.`;
      await addProduct(app.db, name);
      return idOf(app, 'product', name);
    }));
    const decide = (id: number) => app.post(`/api/v1/products/${id}/recognitions`, { stars: 3, decidedOn: '2026-07-20', decisionNumber: 'thử', authority: 'province', kind: 'new' });
    const answers = await Promise.all([...products.slice(0, 3).map(decide), app.post('/api/v1/law-rules', months(12, '2026-07-20')), ...products.slice(3).map(decide)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(await Promise.all(products.map(validTo)))).toEqual(new Set(['2027-07-20']));
  });

  it('takes one rule of a topic a day, also of two entered at once', async () => {
    const answers = await Promise.all([1, 2, 3].map((value) => app.post('/api/v1/law-rules', months(value, '2026-08-01'))));
    expect(statusesOf(answers)).toEqual([201, 409, 409]);
    expect(told(await refuse(app, 409, 'law-rules', months(5, '2026-08-01')))).toEqual([['validFrom', 'Đã có quy định về thời hạn giấy chứng nhận có hiệu lực từ ngày 01/8/2026.']]);
  });

  it('refuses what is no rule, every field at once, and keeps the first of a topic', async () => {
    const before = await content(app);
    expect(told(await refuse(app, 400, 'law-rules', { ...months(0, '2026-02-30', ''), id: 1 })).map(([path]) => path)).toEqual(['value', 'validFrom', 'legalBasis', '']);
    expect(told(await refuse(app, 400, 'law-rules', { ...months(1, '2026-09-01'), topic: 'recognition-authority', value: { 3: 'town', 4: 'commune' } })).map(([path]) => path)).toEqual(['value.4', 'value.5']);
    expect(told(await refuse(app, 400, 'law-rules', { ...months(1, '2026-09-01'), topic: 're-evaluation-window', value: { fromDays: 10, toDays: 20 } })).map(([path]) => path)).toEqual(['value.toDays']);
    expect(told(await refuse(app, 400, 'law-rules', { ...months(1, '2026-09-01'), topic: 'taxes' })).map(([path]) => path)).toEqual(['topic']);
    const first = (await rules()).find(({ validFrom }) => validFrom === null);
    expect((await refuse(app, 400, `law-rules/${first?.id}/annulment`, { reason: 'x' })).detail).toBe('Quy định đầu tiên không hủy được, vì mọi bản ghi trước các quy định sau đều căn cứ vào nó.');
    expect(await content(app)).toEqual(before);
  });

  it('is changed by nobody who sees some units only: it holds for all', async () => {
    const office = await app.asRole('economic-office', ['Phường Tứ Hạ']);
    const lines = await linesOf(app, async () => {
      expect((await refuse(office, 403, 'law-rules', months(24, '2026-09-01'))).detail).toContain('mọi địa phương');
      await refuse(office, 403, 'law-rules/1/annulment', { reason: 'x' });
    });
    expect(lines.map(({ action }) => action)).toEqual(['access-refused', 'access-refused']);
  });
});
