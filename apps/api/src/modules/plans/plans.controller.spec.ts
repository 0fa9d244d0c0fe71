import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planDetailSchema, planListSchema } from '@ocop/contracts';
import { reachStage, receiveReport, recognise } from '../../testing/facts.js';
import { TestApp } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
});
afterAll(() => app.close());

const plan = (asOf?: string) => app.read(planDetailSchema, `/api/v1/plans/2024${asOf === undefined ? '' : `?asOf=${asOf}`}`);

describe('the plan as issued (1227/KH-UBND, 09/4/2024)', () => {
  it('is offered with its number, unit and the days one may ask about', async () => {
    const { items, total } = await app.read(planListSchema, '/api/v1/plans');
    expect(total).toBe(1);
    expect(items).toEqual([
      {
        year: 2024,
        number: '1227/KH-UBND',
        issuedOn: '2024-04-09',
        title: 'Triển khai Chương trình mỗi xã một sản phẩm (OCOP) thị xã Hương Trà năm 2024',
        unitId: expect.any(Number),
        unitName: 'Thị xã Hương Trà',
        firstAsOf: '2024-04-09',
        lastAsOf: '2024-04-09',
        defaultAsOf: '2024-04-09',
        lastFactOn: '2024-04-09',
        demo: false,
      },
    ]);
  });

  it('asks for at least two new products and sets no number for re-recognition (II.2)', async () => {
    const { targets } = await plan();
    expect(targets.map(({ indicatorId, clause, minimum }) => [indicatorId, clause, minimum])).toEqual([
      ['annual-cycle-maintained', 'II.2', null],
      ['newly-recognised-products', 'II.2', 2],
      ['re-recognised-products', 'II.2', null],
    ]);
  });

  it('has six work areas (III) and six sources of which the socialised one is principal (IV)', async () => {
    const { workAreas, fundingSources } = await plan();
    expect(workAreas.map(({ no, clause }) => [no, clause])).toEqual([1, 2, 3, 4, 5, 6].map((no) => [no, `III.${no}`]));
    expect(fundingSources.map(({ code, kind, principal }) => [code, kind, principal])).toEqual([
      ['socialised', 'socialised', true],
      ['ntm-2021-2025', 'budget', false],
      ['nq-20-2020', 'budget', false],
      ['nq-30-2021', 'budget', false],
      ['integrated-industry-promotion', 'integrated', false],
      ['integrated-science-technology', 'integrated', false],
    ]);
  });

  it('expects a report of each of the nine communes, by a day that is assumed because V.4 sets none', async () => {
    const { communeReports } = await plan();
    expect(communeReports.map(({ period, name, clause, dueIsAssumed, due, expected, received, onTime }) => ({
      period, name, clause, dueIsAssumed, before: due.before, expected, received, onTime,
    }))).toEqual([
      { period: 'H1', name: 'định kỳ 6 tháng', clause: 'V.4', dueIsAssumed: true, before: '2024-06-15', expected: 9, received: 0, onTime: 0 },
      { period: 'FY', name: 'cuối năm', clause: 'V.4', dueIsAssumed: true, before: '2024-12-15', expected: 9, received: 0, onTime: 0 },
    ]);
  });
});

describe('deadlines “trước ngày D”', () => {
  it('lie 92, 184 and 62 days ahead on the day of issue (III.3, V.4)', async () => {
    const { rounds, supplements } = await plan('2024-04-09');
    expect(rounds.map(({ no, townRecognition }) => [no, townRecognition.before, townRecognition.daysLeft])).toEqual([
      [1, '2024-07-10', 92],
      [2, '2024-10-10', 184],
    ]);
    expect(rounds.map(({ dossiersToProvince }) => dossiersToProvince.before)).toEqual(['2024-07-15', '2024-10-15']);
    expect(supplements).toEqual({
      clause: 'V.4',
      due: { before: '2024-06-10', lastDayInTime: '2024-06-09', state: 'ahead', daysLeft: 62, daysLate: 0 },
    });
  });

  const round1 = { before: '2024-07-10', lastDayInTime: '2024-07-09' };
  it.each([
    ['2024-07-08', { ...round1, state: 'ahead', daysLeft: 2, daysLate: 0 }],
    ['2024-07-09', { ...round1, state: 'last-day', daysLeft: 1, daysLate: 0 }],
    ['2024-07-10', { ...round1, state: 'passed', daysLeft: 0, daysLate: 1 }],
    ['2024-07-11', { ...round1, state: 'passed', daysLeft: 0, daysLate: 2 }],
  ])('%s: D − 1 is the last day in time, D itself is late (III.3)', async (asOf, expected) => {
    app.clock.day = '2024-07-31';
    const { rounds } = await plan(asOf);
    expect(rounds[0]?.townRecognition).toEqual(expected);
  });
});

describe('the day a plan is looked at', () => {
  it('is today while its year runs, and the day of the newest fact once it is over', async () => {
    app.clock.day = '2024-12-31';
    expect((await plan()).asOf).toBe('2024-12-31');
    app.clock.day = '2025-01-01';
    expect((await plan()).asOf).toBe('2024-04-09');
    await reachStage(app.db, 'Thanh trà Hương Vân', 'received', '2024-06-20');
    expect((await plan()).asOf).toBe('2024-06-20');
    await reachStage(app.db, 'Thanh trà Hương Vân', 'withdrawn', '2025-01-01');
    expect((await plan()).asOf).toBe('2024-06-20');
  });

  it('moves what rounds and commune reports have brought so far (III.3, V.4)', async () => {
    app.clock.day = '2025-01-15';
    await reachStage(app.db, 'Quýt Thanh Bình', 'recognised-3', '2024-07-09', 1);
    await recognise(app.db, 'Quýt Thanh Bình', { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
    await reachStage(app.db, 'Bún Vân Cù', 'sent-to-province', '2024-07-12', 1);
    await receiveReport(app.db, 'Phường Tứ Hạ', 'H1', '2024-06-14');
    await receiveReport(app.db, 'Xã Bình Tiến', 'H1', '2024-06-15');
    const seen = async (asOf: string) => {
      const { rounds, communeReports } = await plan(asOf);
      const [round] = rounds;
      const [half] = communeReports;
      return [round?.recognised, round?.dossiersSent, half?.received, half?.onTime];
    };
    expect(await seen('2024-06-13')).toEqual([0, 0, 0, 0]);
    expect(await seen('2024-06-14')).toEqual([0, 0, 1, 1]);
    expect(await seen('2024-06-15')).toEqual([0, 0, 2, 1]);
    expect(await seen('2024-07-09')).toEqual([1, 0, 2, 1]);
    expect(await seen('2024-07-12')).toEqual([1, 1, 2, 1]);
  });
});
