import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorListSchema, indicatorRowsSchema, registrationListSchema } from '@ocop/contracts';
import { INDICATOR_IDS, type IndicatorId } from '@ocop/domain';
import { addProduct, enterFunding, reachStage, receiveReport, recognise } from '../../testing/facts.js';
import { TestApp } from '../../testing/test-app.js';
import { expectRowsToAddUp } from '../../testing/rows-add-up.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
});
afterAll(() => app.close());

const overview = () => app.read(indicatorListSchema, '/api/v1/indicators?year=2024');

describe('the overview on the day of issue (1227/KH-UBND, 09/4/2024)', () => {
  it('lists the twelve indicators once each, in their fixed order, with the plan’s clause', async () => {
    const { year, asOf, planNumber, demo, items, total } = await overview();
    expect({ year, asOf, planNumber, demo, total }).toEqual({ year: 2024, asOf: '2024-04-09', planNumber: '1227/KH-UBND', demo: false, total: 12 });
    expect(items.map(({ id }) => id)).toEqual([...INDICATOR_IDS]);
    for (const { clause } of items) expect(clause).toMatch(/^[IV]+(\.\d)?$/);
  });

  it.each<[IndicatorId, string | null, string | null, string]>([
    ['newly-recognised-products', '0', '2', 'on-track'],
    ['re-recognised-products', '0', null, 'tracking'],
    ['upgraded-products', '0', null, 'tracking'],
    ['registrations-by-stage', '7', null, 'tracking'],
    ['dossiers-sent-to-province', '0', null, 'tracking'],
    ['certificates-expiring', null, null, 'no-data'],
    ['commune-reports-on-time', '0', '9', 'on-track'],
    ['funding-planned', null, null, 'no-data'],
    ['funding-allocated', null, null, 'no-data'],
    ['funding-disbursed', null, null, 'no-data'],
    ['disbursement-rate', null, null, 'no-data'],
    ['socialised-share', null, null, 'no-data'],
  ])('%s is %s of %s, %s: what nobody recorded is null, never 0', async (id, value, target, status) => {
    const { items } = await overview();
    expect(items.find((item) => item.id === id)).toMatchObject({ value, target, status });
  });

  it('counts seven registrations: six new and one re-evaluation (appendix of the plan)', async () => {
    const { items } = await app.read(registrationListSchema, '/api/v1/registrations?year=2024');
    expect(items.filter(({ kind }) => kind === 'new')).toHaveLength(6);
    expect(items.filter(({ kind }) => kind === 're-evaluation')).toHaveLength(1);
  });

  it('has for each figure the rows that add up to it', async () => {
    const { asOf, items } = await overview();
    for (const item of items) await expectRowsToAddUp(app, asOf, item);
  });

  it('names behind the count of registrations each product with its stage and place', async () => {
    const { items } = await app.read(indicatorRowsSchema, '/api/v1/indicators/registrations-by-stage/rows?year=2024');
    expect(items[2]).toMatchObject({ label: 'Kiệu Hương Chử', detail: 'đã đăng ký', unitName: 'Phường Hương Chữ', happenedOn: '2024-04-09', role: 'part', contribution: '1' });
  });
});

describe('figures with facts', () => {
  beforeAll(async () => {
    app.clock.day = '2024-12-31';
    await addProduct(app.db, 'Tinh dầu tràm');
    await recognise(app.db, 'Tinh dầu tràm', { kind: 'new', stars: 3, decidedOn: '2022-03-01', registered: false });
    await recognise(app.db, 'Quýt Thanh Bình', { kind: 'new', stars: 3, decidedOn: '2024-07-09', decisionNumber: '1500/QĐ-UBND' });
    await reachStage(app.db, 'Thanh trà Hương Vân', 'sent-to-province', '2024-07-12', 1, '99/TTr-UBND');
    await receiveReport(app.db, 'Phường Tứ Hạ', 'H1', '2024-06-10');
    await enterFunding(app.db, [
      { source: 'socialised', stage: 'registered', amount: 300_000_000n, occurredOn: '2024-05-02', unit: null, workArea: null },
      { source: 'socialised', stage: 'contributed', amount: 100_000_001n, occurredOn: '2024-06-02', unit: null, workArea: 2 },
      { source: 'nq-20-2020', stage: 'planned', amount: 90_000_000n, occurredOn: '2024-05-02', unit: null, workArea: null },
      { source: 'nq-20-2020', stage: 'allocated', amount: 80_000_000n, occurredOn: '2024-05-20', unit: 'Xã Bình Thành', workArea: 1 },
      { source: 'nq-20-2020', stage: 'adjusted', amount: -5_000_000n, occurredOn: '2024-06-20', unit: 'Xã Bình Thành', workArea: 1 },
      { source: 'nq-20-2020', stage: 'disbursed', amount: 33_333_333n, occurredOn: '2024-07-01', unit: 'Xã Bình Thành', workArea: 1 },
      { source: 'nq-30-2021', stage: 'settled', amount: 7n, occurredOn: '2024-07-02', unit: null, workArea: null },
    ]);
  });

  it('still have the rows that add up to each; rates are parts ÷ wholes', async () => {
    for (const asOf of ['2024-05-20', '2024-06-20', '2024-07-01', '2024-12-31']) {
      const { items } = await app.read(indicatorListSchema, `/api/v1/indicators?year=2024&asOf=${asOf}`);
      for (const item of items) await expectRowsToAddUp(app, asOf, item);
    }
  });

  it.each<[string, Partial<Record<IndicatorId, string | null>>]>([
    ['2024-05-01', { 'funding-planned': null, 'funding-allocated': null, 'funding-disbursed': null, 'disbursement-rate': null, 'socialised-share': null }],
    ['2024-05-20', { 'funding-planned': '390000000', 'funding-allocated': '80000000', 'funding-disbursed': null, 'disbursement-rate': null, 'socialised-share': null }],
    ['2024-06-02', { 'funding-disbursed': '100000001', 'disbursement-rate': null, 'socialised-share': '100' }],
    ['2024-06-20', { 'funding-allocated': '75000000' }],
    ['2024-07-01', { 'funding-disbursed': '133333334', 'disbursement-rate': '44.4', 'socialised-share': '75' }],
  ])('money as of %s: each đồng under its own source, corrections included, settled money not spent twice (IV)', async (asOf, expected) => {
    const { items } = await app.read(indicatorListSchema, `/api/v1/indicators?year=2024&asOf=${asOf}`);
    const seen = Object.fromEntries(items.filter(({ id }) => id in expected).map(({ id, value }) => [id, value]));
    expect(seen).toEqual(expected);
  });

  it('name the decision, the day and the producer behind a new product (II.2)', async () => {
    const { items } = await app.read(indicatorRowsSchema, '/api/v1/indicators/newly-recognised-products/rows?year=2024');
    expect(items.map(({ label, detail, happenedOn, paper }) => [label, detail, happenedOn, paper])).toEqual([
      ['Quýt Thanh Bình', '3 sao – Công ty TNHH Hoàng Thanh Bình', '2024-07-09', '1500/QĐ-UBND'],
    ]);
  });

  it('name round and paper behind a dossier sent to the province (III.3)', async () => {
    const { items } = await app.read(indicatorRowsSchema, '/api/v1/indicators/dossiers-sent-to-province/rows?year=2024');
    expect(items.map(({ label, detail, happenedOn, paper }) => [label, detail, happenedOn, paper])).toEqual([
      ['Thanh trà Hương Vân', 'Đợt 1', '2024-07-12', '99/TTr-UBND'],
    ]);
  });
});
