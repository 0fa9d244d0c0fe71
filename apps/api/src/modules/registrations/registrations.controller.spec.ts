import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registrationListSchema } from '@ocop/contracts';
import { compareVietnamese } from '@ocop/domain';
import { reachStage, recognise, register, revoke, score, unitId } from '../../testing/facts.js';
import { TestApp } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
});
afterAll(() => app.close());

const list = (query: Record<string, string> = {}) =>
  app.read(registrationListSchema, `/api/v1/registrations?${new URLSearchParams({ year: '2024', ...query }).toString()}`);
const names = async (query: Record<string, string> = {}) => (await list(query)).items.map(({ productName }) => productName);

describe('the product list of plan 1227 (appendix)', () => {
  it('has seven products in the list’s order, with producer, place and kind', async () => {
    const { items, total } = await list();
    expect(total).toBe(7);
    expect(items.map(({ position, productName, producerKind, unitName, kind, note }) => [position, productName, producerKind, unitName, kind, note])).toEqual([
      [1, 'Thanh trà Hương Vân', 'cooperative', 'Phường Hương Vân', 'new', null],
      [2, 'Tinh dầu trầm Trần Luật', 'household', 'Phường Hương Văn', 'new', null],
      [3, 'Kiệu Hương Chử', 'cooperative', 'Phường Hương Chữ', 'new', null],
      [4, 'Bưởi da xanh Bình Thành', 'cooperative', 'Xã Bình Thành', 'new', null],
      [5, 'Quýt Thanh Bình', 'company', 'Xã Hương Bình', 'new', null],
      [6, 'Hương trầm Hương Thảo', 'household', 'Xã Hương Bình', 'new', null],
      [7, 'Bún Vân Cù', 'cooperative-group', 'Xã Hương Toàn', 're-evaluation', 'Đánh giá lại'],
    ]);
  });

  it('resolves the alias Hương Chử to Phường Hương Chữ and keeps the plan’s spelling as written', async () => {
    const { items } = await list({ search: 'Kiệu' });
    expect(items.map(({ unitName, addressAsWritten }) => [unitName, addressAsWritten])).toEqual([['Phường Hương Chữ', 'Phường Hương Chử']]);
  });
});

describe('search', () => {
  it.each(['huong chu', 'Hương Chử', 'Hương Chữ', 'HUONG  CHU', ' huong chu ', 'Hương Chử', 'chu huong'])(
    '“%s” finds the product, its producer or its place without diacritics',
    async (search) => {
      expect(await names({ search })).toEqual(['Kiệu Hương Chử']);
    },
  );

  it.each([
    ['la chu', ['Kiệu Hương Chử']],
    ['TRAM', ['Tinh dầu trầm Trần Luật', 'Hương trầm Hương Thảo']],
    ['huong van', ['Thanh trà Hương Vân', 'Tinh dầu trầm Trần Luật', 'Bún Vân Cù']],
    ['da xanh', ['Bưởi da xanh Bình Thành']],
    ['đa xanh', ['Bưởi da xanh Bình Thành']],
    ['không có', []],
    ['%', []],
    ['_', []],
    ["'", []],
    ['\\', []],
  ])('“%s” finds what it says and nothing by accident', async (search, expected) => {
    expect(await names({ search })).toEqual(expected);
  });

  it('takes a NUL, which PostgreSQL text cannot hold, as a space', async () => {
    expect(await names({ search: 'la\0chu' })).toEqual(['Kiệu Hương Chử']);
    expect((await list({ search: '\0' })).total).toBe(7);
  });
});

describe('filter, order and page', () => {
  it('filters by kind, stage and unit, together and with a search', async () => {
    expect(await names({ kind: 're-evaluation' })).toEqual(['Bún Vân Cù']);
    expect((await list({ stage: 'registered' })).total).toBe(7);
    expect((await list({ stage: 'recognised-3' })).total).toBe(0);
    const unit = String(await unitId(app.db, 'Xã Hương Bình'));
    expect(await names({ unit })).toEqual(['Quýt Thanh Bình', 'Hương trầm Hương Thảo']);
    expect(await names({ unit, search: 'thao', kind: 'new' })).toEqual(['Hương trầm Hương Thảo']);
    expect(await names({ unit: '999999999' })).toEqual([]);
  });

  it('treats Hương Vân and Hương Văn as two units', async () => {
    expect(await names({ unit: String(await unitId(app.db, 'Phường Hương Văn')) })).toEqual(['Tinh dầu trầm Trần Luật']);
  });

  it('orders by the Vietnamese alphabet: u before ư, so Bún before Bưởi', async () => {
    const ascending = await names({ sort: 'productName' });
    expect(ascending).toEqual([
      'Bún Vân Cù', 'Bưởi da xanh Bình Thành', 'Hương trầm Hương Thảo', 'Kiệu Hương Chử', 'Quýt Thanh Bình', 'Thanh trà Hương Vân', 'Tinh dầu trầm Trần Luật',
    ]);
    expect(await names({ sort: 'productName', order: 'desc' })).toEqual([...ascending].reverse());
    const units = (await list({ sort: 'unitName' })).items.map(({ unitName }) => unitName.replace(/^(Phường|Xã) /, ''));
    expect(units).toEqual([...units].sort(compareVietnamese));
    expect(units.slice(-2)).toEqual(['Hương Văn', 'Hương Vân']);
  });

  it('gives pages of the asked size, the true total on each, and none twice', async () => {
    const pages = await Promise.all(['1', '2', '3', '4'].map((page) => list({ sort: 'kind', page, pageSize: '3' })));
    expect(pages.map(({ items, total }) => [items.length, total])).toEqual([[3, 7], [3, 7], [1, 7], [0, 7]]);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(7);
    expect((await list({ page: '999999999', pageSize: '200' })).total).toBe(7);
  });
});

describe('the list on a day', () => {
  it('shows each product at the stage, points and stars it had on that day', async () => {
    app.clock.day = '2024-12-31';
    const name = 'Quýt Thanh Bình';
    await reachStage(app.db, name, 'received', '2024-06-01');
    await score(app.db, name, '2024-06-20', '72.5000', 3, 3);
    await reachStage(app.db, name, 'scored-by-town', '2024-06-20', 1);
    await reachStage(app.db, name, 'recognised-3', '2024-07-09', 1);
    await recognise(app.db, name, { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
    await revoke(app.db, name, '2024-07-09', '2024-11-01');
    const on = async (asOf: string) => {
      const { items } = await list({ asOf, search: name });
      return items.map(({ stage, stageOn, roundNo, points, stars }) => [stage, stageOn, roundNo, points, stars]);
    };
    expect(await on('2024-05-31')).toEqual([['registered', '2024-04-09', null, null, null]]);
    expect(await on('2024-06-01')).toEqual([['received', '2024-06-01', null, null, null]]);
    expect(await on('2024-06-20')).toEqual([['scored-by-town', '2024-06-20', 1, '72.5', null]]);
    expect(await on('2024-07-09')).toEqual([['recognised-3', '2024-07-09', 1, '72.5', 3]]);
    expect(await on('2024-10-31')).toEqual([['recognised-3', '2024-07-09', 1, '72.5', 3]]);
    expect(await on('2024-11-01')).toEqual([['recognised-3', '2024-07-09', 1, '72.5', null]]);
  });

  it('gains a product on the day a commune adds it (V.4: before 10/6/2024) and orders it among the others', async () => {
    const added = ['Đậu phụng', 'Dừa', 'Ăn liền', 'Âu thuyền', 'An lành', 'Ấn tượng', 'Ổi', 'Ớt', 'Ốc'];
    for (const name of added) await register(app.db, name, 'new', '2024-06-09');
    expect((await list({ asOf: '2024-06-08' })).total).toBe(7);
    expect((await list({ asOf: '2024-06-09' })).total).toBe(7 + added.length);
    const inOrder = (await names({ sort: 'productName' })).filter((name) => added.includes(name));
    expect(inOrder).toEqual(['An lành', 'Ăn liền', 'Âu thuyền', 'Ấn tượng', 'Dừa', 'Đậu phụng', 'Ổi', 'Ốc', 'Ớt'].sort(compareVietnamese));
  });
});
