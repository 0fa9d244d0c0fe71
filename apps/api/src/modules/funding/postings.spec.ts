import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fundingSummarySchema, fundingWarningListSchema, ledgerClosingListSchema } from '@ocop/contracts';
import { unitId } from '../../testing/facts.js';
import { copyPlan, differences, faultsOf, ledger, newPosting, newReversal, part, post, refusedBy, reverse } from '../../testing/funding.js';
import { TestApp } from '../../testing/test-app.js';

const MILLION = 1_000_000n;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-12-31' });
  await copyPlan(app.db, 2023);
  await post(app, newPosting([part('planned', 900n * MILLION), part('allocated', 800n * MILLION)], { occurredOn: '2024-03-01' }));
});
afterAll(async () => {
  // After everything below, refused and written: the sums are what the lines say.
  expect(await differences(app.db)).toEqual([]);
  await app.close();
});

const refusal = async (body: object) => {
  const before = await ledger(app);
  const problem = await refusedBy(app, 400, 'postings', body);
  expect((await ledger(app)).total).toBe(before.total);
  return faultsOf(problem);
};

describe('an amount that is no whole number of đồng (IV)', () => {
  it.each(['1.234.567,89', '1,5 tỷ', '12.000.000', '1e6', ' 5', '-0', '0x10', ''])('“%s” is refused with field and rule', async (amount) => {
    expect(await refusal(newPosting([part('disbursed', amount)]))).toEqual([
      'parts.0.amount: Số tiền phải là số đồng nguyên, chỉ gồm chữ số, ví dụ 1500000000; không nhận dấu chấm, dấu phẩy, chữ “triệu”, “tỷ”.',
    ]);
  });

  it.each(['1000000000000000000', '1000000000000000', '0'])('%s đồng is refused: beyond what one entry holds', async (amount) => {
    expect(await refusal(newPosting([part('disbursed', amount)]))).toEqual([expect.stringMatching(/^parts\.0\.amount: .*(999\.999\.999\.999\.999 đồng|chỉ gồm chữ số)/)]);
  });

  it('below zero is refused outside of an adjustment: a mistake is reversed', async () => {
    expect(await refusal(newPosting([part('disbursed', '-5000000')]))).toEqual([expect.stringMatching(/^parts\.0\.amount: Số tiền phải lớn hơn 0/)]);
  });
});

describe('a posting is refused, with every fault at once,', () => {
  it('of a source, work area, product and producer that are not there', async () => {
    const body = newPosting([part('disbursed', '5000000', 'vay-von')], { workArea: 42 });
    expect(await refusal(body)).toEqual([expect.stringMatching(/^parts\.0\.source: Nguồn kinh phí “vay-von” không có .*socialised, ntm-2021-2025/)]);
    expect(await refusal({ ...body, parts: [part('disbursed', '5000000')], productId: 999, producerId: 999 })).toEqual([
      expect.stringMatching(/^workArea: /), expect.stringMatching(/^productId: /), expect.stringMatching(/^producerId: /),
    ]);
  });

  it('of a commune that is no longer there', async () => {
    await app.db.query(`update unit set valid_to = '2024-05-31' where name = 'Bình Tiến'`);
    const body = { unitId: await unitId(app.db, 'Xã Bình Tiến') };
    expect(await refusal(newPosting([part('disbursed', '5000000')], body))).toEqual([
      'unitId: Địa phương phải còn hiệu lực vào ngày phát sinh: Xã Bình Tiến đến hết ngày 31/5/2024.',
    ]);
    await app.db.query(`update unit set valid_to = '2025-06-30' where name = 'Bình Tiến'`);
    expect(await refusal(newPosting([part('disbursed', '5000000')], { unitId: 999_999 }))).toEqual([expect.stringMatching(/^unitId: .* xã, phường của kế hoạch/)]);
  });

  it('of a stage that the money of its kind does not go through', async () => {
    expect(await refusal(newPosting([part('contributed', '5000000'), part('allocated', '5000000', 'socialised')]))).toEqual([
      expect.stringMatching(/^parts\.0\.stage: Phần 1: Khâu “.*” không dùng cho Ngân sách tỉnh theo Nghị quyết số 20\/2020/),
      expect.stringMatching(/^parts\.1\.stage: Phần 2: Khâu “.*” không dùng cho Nguồn xã hội hóa/),
    ]);
  });

  it('of a day to come, for the money and for its paper', async () => {
    expect(await refusal(newPosting([part('disbursed', '5000000')], { occurredOn: '2025-01-01', paperOn: '2025-01-01', paperNumber: '1/QĐ' }))).toEqual([
      'occurredOn: Ngày phát sinh không được sau hôm nay.', 'paperOn: Ngày chứng từ không được sau hôm nay.',
    ]);
  });

  it('of a day outside of the validity of its source', async () => {
    await app.db.query(`update funding_source set valid_from = '2024-02-01', valid_to = '2024-11-30' where code = 'nq-30-2021'`);
    const on = (occurredOn: string) => refusal(newPosting([part('allocated', '5000000', 'nq-30-2021')], { occurredOn }));
    expect(await on('2024-01-31')).toEqual([expect.stringMatching(/^occurredOn: .*có hiệu lực \(01\/02\/2024\)/)]);
    expect(await on('2024-12-01')).toEqual([expect.stringMatching(/^occurredOn: .*đến hết ngày 30\/11\/2024/)]);
    await post(app, newPosting([part('allocated', '5000000', 'nq-30-2021')], { occurredOn: '2024-11-30' }));
  });

  it('whose parts do not add up to its total, or that has none for several parts', async () => {
    const parts = [part('planned', 100n * MILLION), part('planned', 18n * MILLION, 'ntm-2021-2025')];
    expect(await refusal(newPosting(parts, { total: '120000000' }))).toEqual(['total: Tổng số tiền 120.000.000 đồng không bằng các phần cộng lại (118.000.000 đồng).']);
    expect(await refusal(newPosting(parts, { total: null }))).toEqual(['total: Tổng số tiền phải được ghi khi một hoạt động lấy từ nhiều nguồn.']);
  });

  it('that spends more than was allocated, settles more than was spent, or allocates over the ceiling', async () => {
    expect(await refusal(newPosting([part('disbursed', 800n * MILLION + 1n)]))).toEqual([
      expect.stringMatching(/^parts\.0\.amount: Số giải ngân của .* sẽ là 800\.000\.001 đồng, vượt số đã phân bổ 800\.000\.000 đồng/),
    ]);
    expect(await refusal(newPosting([part('settled', 5n * MILLION)]))).toEqual([expect.stringMatching(/^parts\.0\.amount: Số quyết toán .* vượt số đã giải ngân 0 đồng/)]);
    await app.db.query(`update funding_source set ceiling = 1000000000 where code = 'nq-20-2020'`);
    expect(await refusal(newPosting([part('allocated', 200n * MILLION + 1n)]))).toEqual([expect.stringMatching(/^parts\.0\.amount: Số phân bổ .* 1\.000\.000\.001 đồng, vượt mức trần 1\.000\.000\.000 đồng/)]);
    expect(await refusal(newPosting([part('adjusted', 200n * MILLION + 1n)]))).toHaveLength(1);
  });
});

describe('a doubtful posting', () => {
  it.each<[string, object, string]>([
    ['12 typed for 12 million', newPosting([part('planned', 12n)]), 'tiny'],
    ['a figure a thousand times its neighbours', newPosting([part('registered', 40_000n * MILLION, 'socialised')]), 'thousandfold'],
    ['a figure of a thousandth of its neighbours', newPosting([part('registered', 40_000n, 'socialised')]), 'thousandfold'],
    ['a day outside of the fiscal year', newPosting([part('planned', 30n * MILLION)], { occurredOn: '2023-12-20' }), 'outside-fiscal-year'],
    ['a paper entered for the same twice', newPosting([part('registered', 41n * MILLION, 'socialised')], { paperNumber: ' 7/gb-xhh', paperOn: '2024-06-01' }), 'paper-twice'],
  ])('%s is told, and written only with a reason; it stays visible until somebody resolves it', async (_, body, doubt) => {
    if ((await ledger(app, '&source=socialised')).total === 0) {
      for (const millions of [38n, 42n, 40n]) await post(app, newPosting([part('registered', millions * MILLION, 'socialised')]));
      await post(app, newPosting([part('registered', 41n * MILLION, 'socialised')], { paperNumber: '7/GB-XHH', paperOn: '2024-06-01' }));
    }
    const before = (await ledger(app)).total;
    const told = await refusedBy(app, 422, 'postings', body);
    expect([told.code, told.doubts]).toEqual(['doubtful', expect.arrayContaining([doubt])]);
    expect(told.errors?.length).toBe(told.doubts?.length);
    // Seen but not explained, or explained but not seen: not written.
    await refusedBy(app, 400, 'postings', { ...body, accepted: told.doubts });
    await refusedBy(app, 422, 'postings', { ...body, reason: 'đúng như chứng từ' });
    expect((await ledger(app)).total).toBe(before);

    const { entries, warnings } = await post(app, { ...body, accepted: told.doubts, reason: 'đúng như chứng từ' });
    expect(warnings).toHaveLength(told.doubts?.length ?? 0);
    const open = await app.read(fundingWarningListSchema, '/api/v1/funding/warnings?year=2024&state=open');
    const mine = open.items.filter(({ entry }) => entry.id === entries[0]);
    expect(mine.map(({ doubt: of, reason }) => [of, reason])).toEqual(expect.arrayContaining([[doubt, 'đúng như chứng từ']]));
    expect((await ledger(app, '&warned=open')).items.map(({ id }) => id)).toContain(entries[0]);
    for (const { id } of mine) await app.post(`/api/v1/funding/warnings/${id}/resolution`, { note: 'đã đối chiếu với chứng từ' });
    const after = await app.read(fundingWarningListSchema, '/api/v1/funding/warnings?year=2024&state=resolved');
    expect(after.items.find(({ id }) => id === mine[0]?.id)?.resolved).toMatchObject({ note: 'đã đối chiếu với chứng từ', by: 'Người thử' });
    await refusedBy(app, 409, `warnings/${mine[0]?.id}/resolution`, { note: 'lần nữa' });
  });

  it('in a commune that gets more than was allocated to it', async () => {
    const commune = { unitId: await unitId(app.db, 'Phường Tứ Hạ') };
    await post(app, newPosting([part('allocated', 20n * MILLION)], commune));
    const told = await refusedBy(app, 422, 'postings', newPosting([part('disbursed', 21n * MILLION)], commune));
    expect(faultsOf(told)).toEqual([expect.stringMatching(/^parts\.0\.amount: Số giải ngân của .* tại Phường Tứ Hạ sẽ là 21\.000\.000 đồng, vượt số phân bổ cho địa phương này 20\.000\.000 đồng/)]);
    await post(app, newPosting([part('disbursed', 20n * MILLION)], commune));
    // A commune that was allocated nothing of its own spends the town's.
    await post(app, newPosting([part('disbursed', 20n * MILLION)], { unitId: await unitId(app.db, 'Phường Hương Văn') }));
  });
});

describe('who sees a commune only', () => {
  it('is told which limit a figure breaks, not what the whole source holds', async () => {
    const finance = await app.asRole('finance', ['Phường Tứ Hạ']);
    const unit = await unitId(app.db, 'Phường Tứ Hạ');
    const told = async (status: number, ...of: Parameters<typeof part>) => faultsOf(await refusedBy(finance, status, 'postings', newPosting([part(...of)], { unitId: unit }))).join();
    expect(await told(400, 'disbursed', 900n * MILLION)).toMatch(/^parts\.0\.amount: Số giải ngân của Ngân sách tỉnh .*NQ-HĐND sẽ vượt số đã phân bổ\.$/);
    expect(await told(400, 'settled', 900n * MILLION)).toMatch(/NQ-HĐND sẽ vượt số đã giải ngân\.$/);
    expect(await told(400, 'allocated', 900n * MILLION)).toMatch(/NQ-HĐND sẽ vượt mức trần 1\.000\.000\.000 đồng\.$/);
    expect(await told(422, 'registered', 40_000n, 'socialised')).toMatch(/cùng nguồn, cùng khâu: có nhầm đồng/);
  });
});

describe('a reversal', () => {
  it('takes the entry back on its own day: before it the figure stands as it was reported', async () => {
    const { entries: [id = 0] } = await post(app, newPosting([part('disbursed', 11n * MILLION, 'nq-20-2020')], { occurredOn: '2024-06-05', workArea: 6 }));
    const { entries: [back = 0] } = await reverse(app, id, newReversal('2024-07-05'));
    const sum = async (asOf: string) => {
      const { items } = await app.read(fundingSummarySchema, `/api/v1/funding/summary?year=2024&asOf=${asOf}&groupBy=workArea&stage=disbursed&workArea=6`);
      return items.map(({ amount, entries }) => [amount, entries]);
    };
    expect([await sum('2024-07-04'), await sum('2024-07-05')]).toEqual([[['11000000', 1]], [['0', 2]]]);
    const { items } = await ledger(app, '&workArea=6');
    expect(items.map(({ id: of, reverses, reversedBy, amount, note }) => ({ of, reverses, reversedBy, amount, note }))).toEqual([
      { of: back, reverses: id, reversedBy: null, amount: '-11000000', note: 'ghi nhầm' },
      { of: id, reverses: null, reversedBy: back, amount: '11000000', note: null },
    ]);
  });

  it('is refused of a reversal, of what is reversed already, of a day before the entry, and of what is not there', async () => {
    const { entries: [id = 0] } = await post(app, newPosting([part('disbursed', 3n * MILLION)]));
    expect(faultsOf(await refusedBy(app, 400, `entries/${id}/reversal`, newReversal('2024-06-02')))).toEqual([expect.stringMatching(/^occurredOn: .*03\/6\/2024/)]);
    const { entries: [back = 0] } = await reverse(app, id);
    expect(faultsOf(await refusedBy(app, 400, `entries/${back}/reversal`, newReversal()))).toEqual([expect.stringMatching(/^id: .*không đảo một bút toán đảo/)]);
    expect(faultsOf(await refusedBy(app, 400, `entries/${id}/reversal`, newReversal()))).toEqual([`id: Khoản này đã được đảo bằng khoản mã ${back}.`]);
    await refusedBy(app, 404, 'entries/999999/reversal', newReversal());
  });

  it('of an allocation is refused while its money is spent', async () => {
    const { items: [allocated] } = await ledger(app, '&stage=allocated&source=nq-20-2020&unit=none');
    expect(faultsOf(await refusedBy(app, 400, `entries/${allocated?.id}/reversal`, newReversal('2024-12-01')))).toEqual([expect.stringMatching(/^parts\.0\.amount: Số giải ngân .* vượt số đã phân bổ/)]);
  });

  it('resolves the warnings of what it takes back', async () => {
    const { entries: [id = 0] } = await post(app, newPosting([part('planned', 12n)], { accepted: ['tiny', 'thousandfold'], reason: 'thử' }));
    await reverse(app, id, newReversal('2024-12-31', { reason: 'nhầm đơn vị' }));
    const { items } = await app.read(fundingWarningListSchema, '/api/v1/funding/warnings?year=2024&state=resolved');
    expect(items.filter(({ entry }) => entry.id === id).every(({ resolved }) => resolved?.note === 'nhầm đơn vị')).toBe(true);
  });
});

describe('a year that is closed', () => {
  it('takes no entry and no reversal until it is reopened with a reason', async () => {
    const { entries: [id = 0] } = await post(app, newPosting([part('disbursed', 2n * MILLION)]));
    const close = () => app.post('/api/v1/funding/closings', { year: 2024, paper: 'Biên bản khóa sổ' });
    expect((await close()).status).toBe(201);
    await refusedBy(app, 409, 'closings', { year: 2024, paper: null });
    expect(await refusal(newPosting([part('disbursed', 2n * MILLION)]))).toEqual([expect.stringMatching(/^year: Sổ kinh phí của năm đã khóa/)]);
    expect(faultsOf(await refusedBy(app, 400, `entries/${id}/reversal`, newReversal()))).toEqual([expect.stringMatching(/^year: /)]);
    await refusedBy(app, 400, 'reopenings', { year: 2024, reason: '' });
    expect((await app.post('/api/v1/funding/reopenings', { year: 2024, reason: 'bổ sung chứng từ' })).status).toBe(201);
    await refusedBy(app, 404, 'reopenings', { year: 2024, reason: 'lần nữa' });
    await reverse(app, id);
    const { items } = await app.read(ledgerClosingListSchema, '/api/v1/funding/closings');
    expect(items).toMatchObject([{ year: 2024, paper: 'Biên bản khóa sổ', closedBy: 'Người thử', reopened: { reason: 'bổ sung chứng từ' } }]);
  });
});

describe('two who write at once', () => {
  it('never spend more than was allocated between them', async () => {
    await post(app, newPosting([part('allocated', 50n * MILLION, 'integrated-science-technology')]));
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => app.post('/api/v1/funding/postings', newPosting([part('disbursed', 10n * MILLION, 'integrated-science-technology')]))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(11);
  });

  it('are each told their own: what is doubtful or refused of one keeps none of the others back, and a key sent twice at once is written once', async () => {
    const before = await ledger(app);
    const good = Array.from({ length: 30 }, (_, index) => newPosting([part('planned', 3n * MILLION, 'integrated-industry-promotion')], { paperNumber: `${index}/CT`, year: index % 10 === 9 ? 2023 : 2024, occurredOn: index % 10 === 9 ? '2023-06-03' : '2024-06-03' }));
    const twice = newPosting([part('planned', 3n * MILLION, 'integrated-industry-promotion')], { paperNumber: 'hai lần/CT' });
    const papers = [1, 2].map(() => newPosting([part('planned', 3n * MILLION, 'integrated-industry-promotion')], { paperNumber: 'cùng một/CT' }));
    const bad = [newPosting([part('planned', 12n, 'integrated-industry-promotion')]), newPosting([part('planned', 3n * MILLION, 'vay-von')]), newPosting([part('planned', 3n * MILLION, 'integrated-industry-promotion')], { productId: 999_999 })];
    const send = (bodies: readonly object[]) => Promise.all(bodies.map((body) => app.post('/api/v1/funding/postings', body)));
    const answers = await send([...good.slice(0, 15), ...bad, twice, twice, ...papers, ...good.slice(15)]);
    const status = answers.map((answer) => answer.status);
    expect(status.slice(0, 15).concat(status.slice(22))).toEqual(good.map(() => 201));
    expect(status.slice(15, 18)).toEqual([422, 400, 400]);
    expect(status.slice(18, 20)).toEqual([201, 201]);
    expect(answers[18]?.body).toEqual(answers[19]?.body);
    expect(status.slice(20, 22).toSorted((a, b) => a - b)).toEqual([201, 422]);
    const after = await ledger(app);
    expect(BigInt(after.amount ?? 0) - BigInt(before.amount ?? 0)).toBe((27n + 1n + 1n) * 3n * MILLION);
    // Each in the trail, under the account that sent it.
    const [trail] = await app.db.query(`select count(*)::int as lines, count(distinct subject_id)::int as keys from audit_entry where action = 'funding-posted' and subject_id = any($1)`, [[...good, twice].map(({ key }) => key)]);
    expect(trail).toEqual({ lines: 31, keys: 31 });
  });
});
