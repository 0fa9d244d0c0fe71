import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { indicatorListSchema } from '@ocop/contracts';
import type { IndicatorId } from '@ocop/domain';
import { addProduct, reachStage, receiveReport, recognise, revoke } from '../../testing/facts.js';
import { expectRowsToAddUp } from '../../testing/rows-add-up.js';
import { TestApp } from '../../testing/test-app.js';

let app: TestApp;
beforeEach(async () => {
  app = await TestApp.start({ today: '2025-03-31' });
});
afterEach(() => app.close());

/** `value/target status` of an indicator on a day; its own rows are added up on the way. */
async function on(asOf: string, id: IndicatorId): Promise<string> {
  const { items } = await app.read(indicatorListSchema, `/api/v1/indicators?year=2024&asOf=${asOf}`);
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  await expectRowsToAddUp(app, asOf, found);
  return `${found.value ?? 'null'}/${found.target ?? '-'} ${found.status}`;
}

describe('“công nhận thêm ít nhất 02 sản phẩm” (II.2)', () => {
  const id = 'newly-recognised-products';

  it('counts a first recognition from its day on, and is achieved with the second', async () => {
    await recognise(app.db, 'Quýt Thanh Bình', { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
    await recognise(app.db, 'Kiệu Hương Chử', { kind: 'new', stars: 4, decidedOn: '2024-10-09' });
    expect(await on('2024-07-08', id)).toBe('0/2 on-track');
    expect(await on('2024-07-09', id)).toBe('1/2 on-track');
    expect(await on('2024-07-10', id)).toBe('1/2 at-risk');
    expect(await on('2024-10-08', id)).toBe('1/2 at-risk');
    expect(await on('2024-10-09', id)).toBe('2/2 achieved');
  });

  it('is not achieved when the year ends short, and late once no round is left for what is open', async () => {
    await recognise(app.db, 'Quýt Thanh Bình', { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
    expect(await on('2024-10-09', id)).toBe('1/2 at-risk');
    expect(await on('2024-10-10', id)).toBe('1/2 late');
    expect(await on('2024-12-31', id)).toBe('1/2 late');
    expect(await on('2025-01-01', id)).toBe('1/2 not-achieved');
  });

  it('stops counting a revoked recognition on its revocation day, and never before', async () => {
    await recognise(app.db, 'Quýt Thanh Bình', { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
    await revoke(app.db, 'Quýt Thanh Bình', '2024-07-09', '2024-09-01');
    expect(await on('2024-08-31', id)).toBe('1/2 at-risk');
    expect(await on('2024-09-01', id)).toBe('0/2 at-risk');
  });

  it('is late when only a dossier is left whose recognition was revoked while it was at the province: another would not be its first', async () => {
    await recognise(app.db, 'Kiệu Hương Chử', { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
    await recognise(app.db, 'Quýt Thanh Bình', { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
    await reachStage(app.db, 'Quýt Thanh Bình', 'sent-to-province', '2024-07-12', 1);
    await revoke(app.db, 'Quýt Thanh Bình', '2024-07-09', '2024-11-01');
    expect(await on('2024-10-31', id)).toBe('2/2 achieved');
    expect(await on('2024-11-01', id)).toBe('1/2 late');
  });

  it('counts neither a re-evaluation, nor an upgrade, nor a decision of another year', async () => {
    await recognise(app.db, 'Bún Vân Cù', { kind: 'new', stars: 3, decidedOn: '2021-08-31', registered: false });
    await recognise(app.db, 'Bún Vân Cù', { kind: 're-evaluation', stars: 3, decidedOn: '2024-07-09' });
    await addProduct(app.db, 'Dầu tràm');
    await recognise(app.db, 'Dầu tràm', { kind: 'new', stars: 3, decidedOn: '2023-12-31', registered: false });
    await recognise(app.db, 'Dầu tràm', { kind: 'upgrade', stars: 4, decidedOn: '2024-07-09', registered: false });
    await addProduct(app.db, 'Mật ong');
    await recognise(app.db, 'Mật ong', { kind: 'new', stars: 3, decidedOn: '2025-01-01', registered: false });
    expect(await on('2025-03-31', id)).toBe('0/2 not-achieved');
    expect(await on('2024-12-31', 're-recognised-products')).toBe('1/1 achieved');
    expect(await on('2024-12-31', 'upgraded-products')).toBe('1/- tracking');
  });

  it('counts a product once, however many decisions it gets within the year', async () => {
    await recognise(app.db, 'Quýt Thanh Bình', { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
    await recognise(app.db, 'Quýt Thanh Bình', { kind: 'upgrade', stars: 4, decidedOn: '2024-10-09' });
    expect(await on('2024-12-31', id)).toBe('1/2 late');
    expect(await on('2024-12-31', 'upgraded-products')).toBe('1/- tracking');
  });
});

describe('certificates of 36 months', () => {
  it('are due for re-evaluation in the year they end, and counted as expiring 180 days ahead through their last day (II.2, III.2)', async () => {
    await recognise(app.db, 'Bún Vân Cù', { kind: 'new', stars: 3, decidedOn: '2021-08-31', registered: false });
    expect(await on('2024-04-09', 're-recognised-products')).toBe('0/1 on-track');
    expect(await on('2024-04-09', 'certificates-expiring')).toBe('1/- tracking');
    expect(await on('2024-08-31', 'certificates-expiring')).toBe('1/- tracking');
    expect(await on('2024-09-01', 'certificates-expiring')).toBe('0/- tracking');
  });

  it('are the goal of every product due: another one re-recognised in its place does not make it (II.2)', async () => {
    for (const [name, decidedOn] of [['Nón lá', '2020-11-01'], ['Bún Vân Cù', '2021-09-01']] as const) {
      if (name === 'Nón lá') await addProduct(app.db, name);
      await recognise(app.db, name, { kind: 'new', stars: 3, decidedOn, registered: false });
    }
    await recognise(app.db, 'Nón lá', { kind: 're-evaluation', stars: 3, decidedOn: '2024-07-05', registered: false });
    expect(await on('2024-07-05', 're-recognised-products')).toBe('1/1 on-track');
    expect(await on('2024-12-31', 're-recognised-products')).toBe('1/1 late');
    expect(await on('2025-01-01', 're-recognised-products')).toBe('1/1 not-achieved');
    await recognise(app.db, 'Bún Vân Cù', { kind: 're-evaluation', stars: 3, decidedOn: '2024-10-09' });
    expect(await on('2024-12-31', 're-recognised-products')).toBe('2/1 achieved');
  });

  it('are still late when the only dossier open is of a product that is not due (II.2)', async () => {
    await recognise(app.db, 'Bún Vân Cù', { kind: 'new', stars: 3, decidedOn: '2020-11-01', registered: false });
    await addProduct(app.db, 'Nón lá');
    await recognise(app.db, 'Nón lá', { kind: 'new', stars: 3, decidedOn: '2021-09-01', registered: false });
    expect(await on('2024-07-09', 're-recognised-products')).toBe('0/1 late');
  });

  it('are not expiring 181 days ahead', async () => {
    await recognise(app.db, 'Bún Vân Cù', { kind: 'new', stars: 3, decidedOn: '2021-11-15', registered: false });
    expect(await on('2024-05-18', 'certificates-expiring')).toBe('0/- tracking');
    expect(await on('2024-05-19', 'certificates-expiring')).toBe('1/- tracking');
  });

  it('give way to the newer one: a re-evaluated product no longer expires, and an older one entered later changes nothing', async () => {
    await recognise(app.db, 'Bún Vân Cù', { kind: 'new', stars: 3, decidedOn: '2021-08-31', registered: false });
    await recognise(app.db, 'Bún Vân Cù', { kind: 're-evaluation', stars: 4, decidedOn: '2024-07-09' });
    expect(await on('2024-07-08', 'certificates-expiring')).toBe('1/- tracking');
    expect(await on('2024-07-09', 'certificates-expiring')).toBe('0/- tracking');
    expect(await on('2024-07-09', 're-recognised-products')).toBe('1/1 achieved');
    await recognise(app.db, 'Bún Vân Cù', { kind: 'upgrade', stars: 4, decidedOn: '2021-09-30', registered: false });
    expect(await on('2024-07-09', 'certificates-expiring')).toBe('0/- tracking');
  });

  it('revoked before expiry are neither expiring nor due (II.2)', async () => {
    await recognise(app.db, 'Bún Vân Cù', { kind: 'new', stars: 3, decidedOn: '2021-08-31', registered: false });
    await revoke(app.db, 'Bún Vân Cù', '2021-08-31', '2024-05-02');
    expect(await on('2024-05-01', 'certificates-expiring')).toBe('1/- tracking');
    expect(await on('2024-05-02', 'certificates-expiring')).toBe('0/- tracking');
    expect(await on('2024-05-02', 're-recognised-products')).toBe('0/- tracking');
  });
});

describe('the way of a dossier (III.3)', () => {
  it('is counted as sent to the province once, from its first day, however often it is sent', async () => {
    await reachStage(app.db, 'Kiệu Hương Chử', 'sent-to-province', '2024-07-14', 1);
    await reachStage(app.db, 'Kiệu Hương Chử', 'moved-to-next-round', '2024-08-01', 2);
    await reachStage(app.db, 'Kiệu Hương Chử', 'sent-to-province', '2024-10-14', 2);
    expect(await on('2024-07-13', 'dossiers-sent-to-province')).toBe('0/- tracking');
    expect(await on('2024-07-14', 'dossiers-sent-to-province')).toBe('1/- tracking');
    expect(await on('2024-12-31', 'dossiers-sent-to-province')).toBe('1/- tracking');
    expect(await on('2024-12-31', 'registrations-by-stage')).toBe('7/- tracking');
  });

  it('still open at the province after the last round can make the year’s goal, one at the town cannot (II.2)', async () => {
    await reachStage(app.db, 'Kiệu Hương Chử', 'sent-to-province', '2024-10-09', 2);
    await reachStage(app.db, 'Quýt Thanh Bình', 'sent-to-province', '2024-10-09', 2);
    expect(await on('2024-10-10', 'newly-recognised-products')).toBe('0/2 at-risk');
    await reachStage(app.db, 'Quýt Thanh Bình', 'not-recognised', '2024-11-01', 2);
    expect(await on('2024-11-01', 'newly-recognised-products')).toBe('0/2 late');
  });
});

describe('commune reports (V.4)', () => {
  it('are in time up to the eve of the day, and owed for the year once its day has come', async () => {
    const id = 'commune-reports-on-time';
    await receiveReport(app.db, 'Phường Tứ Hạ', 'H1', '2024-06-14');
    await receiveReport(app.db, 'Xã Bình Tiến', 'H1', '2024-06-15');
    await receiveReport(app.db, 'Phường Tứ Hạ', 'FY', '2024-12-01');
    expect(await on('2024-06-13', id)).toBe('0/9 on-track');
    expect(await on('2024-06-14', id)).toBe('1/9 at-risk');
    expect(await on('2024-06-15', id)).toBe('1/9 late');
    expect(await on('2024-12-14', id)).toBe('1/9 late');
    expect(await on('2024-12-15', id)).toBe('2/18 late');
  });

  it('are achieved when all nine came in time', async () => {
    const units = ['Phường Tứ Hạ', 'Xã Hương Toàn', 'Phường Hương Vân', 'Phường Hương Văn', 'Phường Hương Xuân', 'Phường Hương Chữ', 'Xã Hương Bình', 'Xã Bình Tiến', 'Xã Bình Thành'];
    for (const unit of units) await receiveReport(app.db, unit, 'H1', '2024-06-14');
    expect(await on('2024-06-14', 'commune-reports-on-time')).toBe('9/9 achieved');
  });
});
