import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unitId } from '../../testing/facts.js';
import { ledger, newPosting, newReversal, part, post, refusedBy, reverse } from '../../testing/funding.js';
import { idOf } from '../../testing/programme.js';
import { TestApp } from '../../testing/test-app.js';

const AMOUNT = 7_000_000n;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-12-31' });
});
afterAll(() => app.close());

const codeOf = async (path: string, body: object) => (await refusedBy(app, 409, path, body)).code;

describe('a posting sent again under its key', () => {
  it('is written once and gives the same receipt; another under the same key is refused', async () => {
    const body = newPosting([part('planned', AMOUNT)], { paperNumber: '7/QĐ', paperOn: '2024-06-01', activity: 'Hội chợ', note: 'ghi chú' });
    const receipts = await Promise.all([post(app, body), post(app, body), post(app, body)]);
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    const others = [
      { parts: [part('planned', AMOUNT + 1n)] }, { parts: [part('planned', AMOUNT, 'ntm-2021-2025')] }, { occurredOn: '2024-06-04' }, { unitId: await unitId(app.db, 'Phường Tứ Hạ') }, { workArea: 3 },
      { productId: await idOf(app, 'product', 'Quýt Thanh Bình') }, { producerId: 1 }, { paperNumber: '8/QĐ' }, { paperOn: '2024-06-02' }, { activity: null }, { note: 'ghi chú khác' },
    ];
    for (const other of others) expect([other, await codeOf('postings', { ...body, ...other })]).toEqual([other, 'already-there']);
    expect((await ledger(app, `&posting=${body.key}`)).total).toBe(1);
  });

  it('is refused, not lost, when the key was used for another source at the same moment', async () => {
    const body = newPosting([part('planned', AMOUNT)]);
    const other = app.db.createQueryRunner();
    await other.startTransaction();
    await other.query(
      `insert into funding_entry (posting, plan_id, source_id, stage, amount, occurred_on) select $1, plan_id, id, 'planned', 5000000, '2024-06-03' from funding_source where code = 'ntm-2021-2025'`, [body.key],
    );
    const sent = codeOf('postings', body);
    while ((await app.db.query<unknown[]>(`select from pg_stat_activity, pg_sleep(0.02) where datname = current_database() and wait_event = 'transactionid'`)).length === 0);
    await other.commitTransaction();
    await other.release();
    expect(await sent).toBe('already-there');
  });
});

it('a reversal sent again under its key gives the same receipt; one of another entry is refused', async () => {
  const { entries: [one = 0, two = 0] } = await post(app, newPosting([part('planned', AMOUNT), part('planned', AMOUNT)]));
  const body = newReversal();
  expect(await reverse(app, one, body)).toEqual(await reverse(app, one, body));
  expect(await codeOf(`entries/${two}/reversal`, body)).toBe('already-there');
});
