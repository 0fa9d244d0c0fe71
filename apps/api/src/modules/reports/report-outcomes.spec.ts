import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorListSchema, indicatorRowsSchema, reportSchema } from '@ocop/contracts';
import { countInText, type IndicatorId } from '@ocop/domain';
import { figuresOf, type ReportSnapshot } from '@ocop/reports';
import { addProduct, reachStage, recognise, register, revoke, score } from '../../testing/facts.js';
import { pdfText } from '../../testing/pdf-text.js';
import { expectRowsToAddUp } from '../../testing/rows-add-up.js';
import { declared, TestApp } from '../../testing/test-app.js';

describe('what came out of the year', () => {
  let year: TestApp;
  beforeAll(async () => {
    year = await TestApp.start({ today: '2024-12-31' });
    const { db } = year;
    // In force before the year: one due and renewed, one due and forgotten, one to be raised, one to be revoked.
    await recognise(db, 'Bún Vân Cù', { kind: 'new', stars: 3, decidedOn: '2021-10-20', registered: false });
    for (const [name, decidedOn] of [['Nón lá', '2021-11-05'], ['Mè xửng', '2022-05-04'], ['Rượu gạo', '2022-06-01']] as const) {
      if (name !== 'Mè xửng') await addProduct(db, name);
      else await register(db, name, 'upgrade', '2024-06-09');
      await recognise(db, name, { kind: 'new', stars: 3, decidedOn, registered: false });
    }
    await revoke(db, 'Rượu gạo', '2022-06-01', '2024-08-09');
    await register(db, 'Tré', 'new', '2024-06-10', 'Xã Hương Toàn');
    // Round 1: recognised by the town; held at 3 stars by the minimums; moved on; sent to the province, which recognises.
    for (const name of ['Quýt Thanh Bình', 'Kiệu Hương Chử', 'Thanh trà Hương Vân']) await reachStage(db, name, 'scored-by-town', '2024-07-03', 1);
    await score(db, 'Quýt Thanh Bình', '2024-07-03', '69.9967', 4, 3);
    await score(db, 'Kiệu Hương Chử', '2024-07-03', '72.35', 3, 3);
    await score(db, 'Thanh trà Hương Vân', '2024-07-03', '81.25', 4, 4);
    await reachStage(db, 'Hương trầm Hương Thảo', 'received', '2024-06-20', 1);
    await reachStage(db, 'Hương trầm Hương Thảo', 'moved-to-next-round', '2024-07-05', 2);
    for (const name of ['Quýt Thanh Bình', 'Kiệu Hương Chử']) {
      await reachStage(db, name, 'recognised-3', '2024-07-09', 1);
      await recognise(db, name, { kind: 'new', stars: 3, decidedOn: '2024-07-09', decisionNumber: '1500/QĐ-UBND' });
    }
    await reachStage(db, 'Thanh trà Hương Vân', 'sent-to-province', '2024-07-12', 1, '99/TTr-UBND');
    await reachStage(db, 'Thanh trà Hương Vân', 'recognised-4', '2024-11-20');
    await recognise(db, 'Thanh trà Hương Vân', { kind: 'new', stars: 4, decidedOn: '2024-11-20', decisionNumber: '2100/QĐ-UBND', authority: 'province' });
    // Round 2: not enough points; renewed; raised.
    await reachStage(db, 'Hương trầm Hương Thảo', 'scored-by-town', '2024-10-02', 2);
    await score(db, 'Hương trầm Hương Thảo', '2024-10-02', '48.5', 3, 2);
    await reachStage(db, 'Hương trầm Hương Thảo', 'not-recognised', '2024-10-09');
    for (const [name, kind, stars] of [['Bún Vân Cù', 're-evaluation', 3], ['Mè xửng', 'upgrade', 4]] as const) {
      await reachStage(db, name, 'scored-by-town', '2024-10-02', 2);
      await score(db, name, '2024-10-02', stars === 4 ? '70' : '55.4', 4, stars);
      await reachStage(db, name, stars === 4 ? 'recognised-4' : 'recognised-3', '2024-10-09');
      await recognise(db, name, { kind, stars, decidedOn: '2024-10-09', decisionNumber: '1980/QĐ-UBND' });
    }
    await reachStage(db, 'Bưởi da xanh Bình Thành', 'withdrawn', '2024-06-20');
  });
  afterAll(() => year.close());

  async function kept(period: 'H1' | 'FY', asOf?: string) {
    const made = await year.post('/api/v1/reports', { year: 2024, period, ...(asOf === undefined ? {} : { asOf }) });
    const report = declared(reportSchema, made.body);
    const [row] = await year.db.query<{ snapshot: string }[]>('select snapshot from report where id = $1', [report.id]);
    const snapshot = JSON.parse(row?.snapshot ?? '') as ReportSnapshot;
    if (snapshot.outcomes === undefined) throw new Error('a snapshot without outcomes');
    return { report, snapshot, outcomes: snapshot.outcomes, text: await pdfText((await year.get(report.pdfUrl)).bytes) };
  }

  it.each(['2024-06-14', '2024-07-12', '2024-10-08', '2024-10-09', '2024-12-14'])(
    'is on paper what GET /indicators counts on %s, to the unit and by name (II.2, III.3)',
    async (asOf) => {
      const { snapshot, outcomes, text } = await kept('FY', asOf);
      const { items } = await year.read(indicatorListSchema, `/api/v1/indicators?year=2024&asOf=${asOf}`);
      const named: [IndicatorId, { productName: string }[]][] = [
        ['newly-recognised-products', outcomes.newlyRecognised],
        ['upgraded-products', outcomes.upgraded],
        ['re-recognised-products', outcomes.reRecognised],
        ['dossiers-sent-to-province', outcomes.sentToProvince],
        ['certificates-expiring', (snapshot.certificates ?? []).filter(({ state }) => state === 'expiring')],
      ];
      for (const [id, products] of named) {
        const item = items.find((one) => one.id === id);
        if (item === undefined) throw new Error(`no indicator ${id}`);
        await expectRowsToAddUp(year, asOf, item);
        const rows = await year.read(indicatorRowsSchema, item.rowsUrl);
        expect(`${id} ${products.length}`).toBe(`${id} ${item.value}`);
        expect(products.map(({ productName }) => productName).toSorted()).toEqual(rows.items.map(({ label }) => label).toSorted());
      }
      expect(outcomes.due?.length ?? null).toBe(snapshot.reRecognition.due);
      const recognised = outcomes.courses.filter(({ end }) => end === 'recognised');
      for (const [kind, counted] of [['new', outcomes.newlyRecognised], ['upgrade', outcomes.upgraded], ['re-evaluation', outcomes.reRecognised]] as const) {
        expect(recognised.filter((one) => one.kind === kind)).toHaveLength(counted.length);
      }
      if (outcomes.newlyRecognised.length > 0) expect(text).toContain(`có ${countInText(outcomes.newlyRecognised.length)} sản phẩm được công nhận mới`);
      expect(text).not.toMatch(/undefined|NaN|null|\[object|\b00 (sản phẩm|hồ sơ)/);
    },
  );

  it('reads by round: points with comma and uncut, why stars are fewer, who moved on, what the province decided (III.3)', async () => {
    const { text, outcomes } = await kept('FY');
    expect(text).toContain('đã chấm điểm 03 hồ sơ, từ 69,9967 đến 81,25 điểm; xếp hạng: 01 hồ sơ 4 sao, 02 hồ sơ 3 sao.');
    expect(text).toContain('Kiệu Hương Chử đạt 72,35 điểm (mức điểm 4 sao) nhưng xếp hạng 3 sao');
    expect(text).toContain('Chuyển sang đợt sau: 01 sản phẩm (Hương trầm Hương Thảo).');
    expect(text).toContain('Thanh trà Hương Vân (ngày 12/7/2024, văn bản số 99/TTr-UBND).');
    expect(text).toContain('đã chấm điểm 03 hồ sơ, từ 48,5 đến 70 điểm; xếp hạng: 01 hồ sơ 4 sao, 01 hồ sơ 3 sao, 01 hồ sơ dưới 3 sao.');
    expect(text).toContain('Không được công nhận: 01 sản phẩm (Hương trầm Hương Thảo).');
    expect(outcomes.courses.filter(({ productName }) => productName === 'Hương trầm Hương Thảo').map(({ roundNo, end }) => [roundNo, end])).toEqual([[1, 'moved-on'], [2, 'not-recognised']]);
    expect(outcomes.courses.find(({ productName }) => productName === 'Bưởi da xanh Bình Thành')).toMatchObject({ roundNo: null, end: 'withdrawn' });
    // A step without a round of its own stays in the one before it.
    expect(outcomes.courses.find(({ productName }) => productName === 'Mè xửng')).toMatchObject({ roundNo: 2, decision: { number: '1980/QĐ-UBND' } });
  });

  it('a dossier moved on has left the round it came from and is under way in the one it goes to, also once scored there (III.3)', async () => {
    const ends = async (asOf: string) => {
      const { outcomes, text } = await kept('FY', asOf);
      return { text, ends: outcomes.courses.filter(({ productName }) => productName === 'Hương trầm Hương Thảo').map(({ roundNo, end }) => [roundNo, end]) };
    };
    expect((await ends('2024-07-04')).ends).toEqual([[1, null]]);
    expect((await ends('2024-07-05')).ends).toEqual([[1, 'moved-on'], [2, null]]);
    const scored = await ends('2024-10-08');
    expect(scored.ends).toEqual([[1, 'moved-on'], [2, null]]);
    expect(scored.text.match(/Chuyển sang đợt sau: 01 sản phẩm/g)).toHaveLength(1);
  });

  it('names supplements in time and late, revocations, products due and certificates nobody registered (V.4, II.2, III.2)', async () => {
    const { text, snapshot, outcomes } = await kept('FY');
    expect(outcomes.supplements.map(({ productName, state }) => [productName, state])).toEqual([['Mè xửng', 'supplement'], ['Tré', 'late-supplement']]);
    expect(outcomes.revoked.map(({ productName, revokedOn }) => [productName, revokedOn])).toEqual([['Rượu gạo', '2024-08-09']]);
    expect(text).toContain('Trong năm có 02 sản phẩm đến hạn đánh giá lại, trong đó 01 sản phẩm đã được công nhận lại; 01 sản phẩm chưa đăng ký đánh giá lại.');
    expect(snapshot.certificates?.map(({ productName, state, registration }) => [productName, state, registration])).toEqual([
      ['Nón lá', 'expired', null],
    ]);
  });

  it('knows nothing of later days: on the eve of a decision the dossier is still open', async () => {
    const { outcomes } = await kept('FY', '2024-07-08');
    expect(outcomes.courses.filter(({ end }) => end === 'recognised')).toEqual([]);
    expect(outcomes.courses.find(({ productName }) => productName === 'Quýt Thanh Bình')).toMatchObject({ end: null, result: { points: '69.9967', stars: 3 } });
    expect(outcomes.revoked).toEqual([]);
    expect(outcomes.yearBefore).toBeNull();
  });

  it('the town’s own decision is no answer of the province (III.3)', async () => {
    const answer = async () => (await kept('FY')).outcomes.sentToProvince.map(({ productName, decision }) => [productName, decision?.number ?? null]);
    expect(await answer()).toEqual([['Thanh trà Hương Vân', '2100/QĐ-UBND']]);
    await year.db.query(`insert into registration_step (registration_id, stage, happened_on) select registration_id, 'sent-to-province', decided_on from recognition where decision_number = '1500/QĐ-UBND'`);
    expect(await answer()).toEqual([['Thanh trà Hương Vân', '2100/QĐ-UBND'], ['Kiệu Hương Chử', null], ['Quýt Thanh Bình', null]]);
  });

  it('a dossier sent again in a later round is named in both with its own day, waits in the later one and counts once (III.3)', async () => {
    const name = 'Tinh dầu trầm Trần Luật';
    await reachStage(year.db, name, 'sent-to-province', '2024-07-14', 1, '98/TTr-UBND');
    await reachStage(year.db, name, 'moved-to-next-round', '2024-08-01', 2);
    await reachStage(year.db, name, 'sent-to-province', '2024-10-14', 2, '120/TTr-UBND');
    const sent = async (asOf: string) => {
      const { outcomes, snapshot, text } = await kept('FY', asOf);
      const { items } = await year.read(indicatorListSchema, `/api/v1/indicators?year=2024&asOf=${asOf}`);
      expect(figuresOf(snapshot).find(({ key }) => key === 'sent')?.sum).toBe(items.find(({ id }) => id === 'dossiers-sent-to-province')?.value);
      return { text, own: outcomes.sentToProvince.filter(({ productName }) => productName === name).map(({ roundNo, sentOn, paper, stage }) => [roundNo, sentOn, paper, stage]) };
    };
    expect((await sent('2024-07-31')).own).toEqual([[1, '2024-07-14', '98/TTr-UBND', 'sent-to-province']]);
    expect((await sent('2024-10-13')).own).toEqual([[1, '2024-07-14', '98/TTr-UBND', 'moved-to-next-round']]);
    const { own, text } = await sent('2024-12-14');
    expect(own).toEqual([[1, '2024-07-14', '98/TTr-UBND', 'moved-to-next-round'], [2, '2024-10-14', '120/TTr-UBND', 'sent-to-province']]);
    expect(text).toContain(`Đã gửi 01 hồ sơ lên cấp tỉnh: ${name} (ngày 14/10/2024, văn bản số 120/TTr-UBND).`);
    expect(text.split(`Đang chờ kết quả của cấp tỉnh: ${name}.`)).toHaveLength(2);
    expect(text).not.toContain('chưa có kết quả');
  });
});

describe('the dossiers that can still make the year’s goal (II.2)', () => {
  it('are none of a product whose recognition was revoked while the province had its dossier: another would not be its first', async () => {
    const app = await TestApp.start({ today: '2024-11-02' });
    await reachStage(app.db, 'Kiệu Hương Chử', 'sent-to-province', '2024-10-09', 2);
    await recognise(app.db, 'Quýt Thanh Bình', { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
    await reachStage(app.db, 'Quýt Thanh Bình', 'sent-to-province', '2024-07-12', 1);
    await revoke(app.db, 'Quýt Thanh Bình', '2024-07-09', '2024-09-01');
    const { id } = declared(reportSchema, (await app.post('/api/v1/reports', { year: 2024, period: 'FY' })).body);
    const [row] = await app.db.query<{ candidates: unknown }[]>(`select snapshot::json->'outcomes'->'candidates' as candidates from report where id = $1`, [id]);
    expect(row?.candidates).toEqual({ count: 1, atHigherLevel: 1 });
    await app.close();
  });
});
