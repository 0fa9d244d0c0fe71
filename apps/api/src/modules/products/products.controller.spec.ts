import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { producerListSchema, producerSchema, productListSchema, productSetListSchema, productStorySchema, similarProductListSchema } from '@ocop/contracts';
import { lock } from '../../platform/database/locks.js';
import { recognise, register, revoke, unitId } from '../../testing/facts.js';
import { atOnce } from '../../testing/held.js';
import { content, idOf, linesOf, refuse, statusesOf, told, write } from '../../testing/programme.js';
import { json } from '../../testing/signing-in.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

let app: TestApp;
let tuHa: number;
let vanPhuong: number;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
  tuHa = await unitId(app.db, 'Phường Tứ Hạ');
  vanPhuong = await unitId(app.db, 'Phường Hương Vân');
});
afterAll(() => app.close());

const NAME = 'phải dài từ 1 đến 300 ký tự, trên một dòng, có chữ hoặc số';
const producer = (name: string, more: object = {}) => ({ name, aliases: [], kind: 'cooperative', unitId: tuHa, ...more });
const product = (name: string, producerId: number, more: object = {}) => ({ name, aliases: [], producerId, productSetNo: null, ...more });
const getProducer = (id: number) => app.read(producerSchema, `/api/v1/producers/${id}`);
const story = (id: number) => app.read(productStorySchema, `/api/v1/products/${id}`);
const list = (query: Record<string, string> = {}) => app.read(productListSchema, `/api/v1/products?${new URLSearchParams(query).toString()}`);

describe('a producer', () => {
  it('is written in NFC with its other names, and found by either without diacritics', async () => {
    const { id, version } = await write(app, 'producers', producer('  HTX Hương Văn '.normalize('NFD'), { aliases: ['Hợp tác xã Văn Xá'.normalize('NFD')] }));
    expect(version).toBe(1);
    expect(await getProducer(id)).toMatchObject({ name: 'HTX Hương Văn', aliases: ['Hợp tác xã Văn Xá'], kind: 'cooperative', unitName: 'Phường Tứ Hạ', products: 0 });
    for (const search of ['huong van', 'van xa', 'VĂN XÁ', 'tu ha htx']) {
      const { items } = await app.read(producerListSchema, `/api/v1/producers?${new URLSearchParams({ search, unit: String(tuHa) }).toString()}`);
      expect({ search, names: items.map(({ name }) => name) }).toEqual({ search, names: ['HTX Hương Văn'] });
    }
  });

  it('of one name is one in a commune, whatever its case, spaces or tone placement; Hương Văn and Hương Vân stay two', async () => {
    await write(app, 'producers', producer('Tổ hợp tác Hòa Thủy'));
    for (const name of ['tổ hợp tác  HOÀ Thuỷ', 'Tổ hợp tác Hòa Thủy'.normalize('NFD')]) {
      expect(await refuse(app, 409, 'producers', producer(name))).toMatchObject({
        code: 'already-there', errors: [{ path: 'name', message: 'Phường Tứ Hạ đã có chủ thể “Tổ hợp tác Hòa Thủy” trong sổ.' }],
      });
    }
    await write(app, 'producers', producer('Trầm Hương Văn'));
    await write(app, 'producers', producer('Trầm Hương Vân'));
    await write(app, 'producers', producer('Tổ hợp tác Hòa Thủy', { unitId: vanPhuong }));
  });

  it('of one name entered twice at once is written once, the second is told so', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => app.request('/api/v1/producers', json(producer('HTX Hai người cùng nhập')))));
    expect(statusesOf(answers)).toEqual([201, 409, 409, 409]);
  });

  it('is refused with every field at fault at once, and nothing is saved', async () => {
    const before = await content(app);
    const bad = { name: 'a'.repeat(10_000), aliases: ['\u0007'], kind: 'person', unitId: 1.5, products: 9 };
    expect(told(await refuse(app, 400, 'producers', bad))).toEqual([
      ['name', `Tên ${NAME}.`],
      ['aliases.0', `Tên gọi khác ${NAME}.`],
      ['kind', 'Loại hình chủ thể chỉ nhận một trong các giá trị: cooperative, cooperative-group, household, company, farm.'],
      ['unitId', 'Địa phương phải là số nguyên dương.'],
      ['', 'Không có tham số “products”.'],
    ]);
    for (const name of ['', '   ', '...', '\u0300\u0301', '\u200b', 'a\nb', 'a\0b', 'a\ud800']) {
      expect(told(await refuse(app, 400, 'producers', producer(name)))).toEqual([['name', `Tên ${NAME}.`]]);
    }
    expect(await content(app)).toEqual(before);
  });

  it('belongs to a commune on record, also to one that ended: history is typed later; not to the town or a unit unknown', async () => {
    const town = await unitId(app.db, 'Thị xã Hương Trà');
    expect(told(await refuse(app, 400, 'producers', producer('X1', { unitId: town })))).toEqual([['unitId', `Địa phương mã ${town} không phải là một xã, phường đã biết.`]]);
    expect(told(await refuse(app, 400, 'producers', producer('X1', { unitId: 999_999_999 })))).toEqual([['unitId', 'Địa phương mã 999999999 không phải là một xã, phường đã biết.']]);
    app.clock.day = '2025-07-02';
    await write(app, 'producers', producer('HTX Ghi sau'));
    app.clock.day = '2024-07-12';
  });

  it('changed by two at once keeps the first; the second is told what stands now and loses nothing', async () => {
    const { id } = await write(app, 'producers', producer('HTX Sửa cùng lúc'));
    const change = (name: string) => app.request(`/api/v1/producers/${id}`, json({ ...producer(name), version: 1, reason: 'đổi tên' }, 'PUT'));
    const answers = await Promise.all([change('HTX Một'), change('HTX Hai')]);
    const [good, bad] = answers.sort((a, b) => a.status - b.status);
    expect([good?.status, bad?.status]).toEqual([200, 409]);
    const stands = await getProducer(id);
    expect(stands.version).toBe(2);
    expect(bad?.body).toMatchObject({ code: 'changed-meanwhile', current: { ...stands } });
  });

  it('changed leaves one line with what differs and why; unchanged, none', async () => {
    const { id } = await write(app, 'producers', producer('HTX Có dấu vết'));
    const lines = await linesOf(app, () => write(app, `producers/${id}`, { ...producer('HTX Có dấu vết', { kind: 'company' }), version: 1, reason: 'chuyển đổi loại hình' }, 'PUT'));
    expect(lines).toEqual([
      { action: 'producer-changed', subject: 'producer', subjectId: String(id), subjectName: 'HTX Có dấu vết', before: { kind: 'cooperative' }, after: { kind: 'company' }, reason: 'chuyển đổi loại hình' },
    ]);
    expect(await linesOf(app, () => write(app, `producers/${id}`, { ...producer('HTX Có dấu vết', { kind: 'company' }), version: 2, reason: null }, 'PUT'))).toEqual([]);
  });
});

describe('a product', () => {
  it('of one name is one of a producer, and may be of another', async () => {
    const [one, two] = [await idOf(app, 'producer', 'Trầm Hương Văn'), await idOf(app, 'producer', 'Trầm Hương Vân')];
    const lines = await linesOf(app, () => write(app, 'products', product('Trầm nụ', one, { productSetNo: 26 })));
    expect(lines).toMatchObject([{ action: 'product-added', subject: 'product', subjectName: 'Trầm nụ', after: { name: 'Trầm nụ', aliases: [], producer: 'Trầm Hương Văn', productSet: 26 } }]);
    expect(await refuse(app, 409, 'products', product('TRẦM  NỤ', one))).toMatchObject({ code: 'already-there', errors: [{ path: 'name', message: 'Trầm Hương Văn đã có sản phẩm “Trầm nụ” trong sổ.' }] });
    await write(app, 'products', product('Trầm nụ', two));
    const answers = await Promise.all([1, 2, 3].map(() => app.request('/api/v1/products', json(product('Trầm tấm', one)))));
    expect(statusesOf(answers)).toEqual([201, 409, 409]);
  });

  it('tells every field at fault: the set of the 26, the producer, a name of 10 000 characters', async () => {
    const before = await content(app);
    expect(told(await refuse(app, 400, 'products', product('a'.repeat(10_000), -1, { productSetNo: 27, validTo: '2030-01-01' })))).toEqual([
      ['name', `Tên ${NAME}.`],
      ['producerId', 'Chủ thể phải là số nguyên dương.'],
      ['productSetNo', 'Bộ sản phẩm phải là một trong 26 bộ sản phẩm (Phụ lục I Quyết định 148/QĐ-TTg), ghi số từ 1 đến 26.'],
      ['', 'Không có tham số “validTo”.'],
    ]);
    expect(told(await refuse(app, 400, 'products', product('Mứt gừng', 999_999)))).toEqual([['producerId', 'Chủ thể mã 999999 không có trong sổ, hoặc không thuộc địa phương của bạn.']]);
    expect(await content(app)).toEqual(before);
  });

  it('lists the 26 sets of QĐ 148/QĐ-TTg', async () => {
    const { items } = await app.read(productSetListSchema, '/api/v1/product-sets');
    expect(items.map(({ no }) => no)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
  });

  it('changed by two at once keeps the first; the second is told what stands now', async () => {
    const id = await idOf(app, 'product', 'Trầm tấm');
    const producerId = await idOf(app, 'producer', 'Trầm Hương Văn');
    const change = (name: string) => app.request(`/api/v1/products/${id}`, json({ ...product(name, producerId), version: 1, reason: null }, 'PUT'));
    const answers = await Promise.all(['Trầm A', 'Trầm B', 'Trầm C'].map(change));
    expect(statusesOf(answers)).toEqual([200, 409, 409]);
    const { product: stands } = await story(id);
    for (const { status, body } of answers) if (status === 409) expect(body).toMatchObject({ code: 'changed-meanwhile', current: { name: stands.name, version: 2 } });
  });

  it('moved to another commune, or whose producer is, while it is put on the list is listed where it is then, or stays (V.4)', async () => {
    const [plan] = await app.db.query<{ id: number }[]>('select id from plan');
    const destination = await write(app, 'producers', producer('HTX Nơi đến', { unitId: vanPhuong }));
    for (const what of ['products', 'producers'] as const) {
      const made = async (name: string) => {
        const { id: producerId } = await write(app, 'producers', producer(`HTX ${name}`));
        const { id } = await write(app, 'products', product(name, producerId));
        const moved = what === 'products' ? product(name, destination.id) : producer(`HTX ${name}`, { unitId: vanPhuong });
        const move = () => app.request(`/api/v1/${what}/${what === 'products' ? id : producerId}`, json({ ...moved, version: 1, reason: null }, 'PUT'));
        const list = () => app.post('/api/v1/registrations', { year: 2024, productId: id, kind: 'new', registeredOn: '2024-05-02', roundNo: null, paper: null, note: null });
        const listedIn = async () => (await app.db.query<{ unitId: number }[]>('select unit_id as "unitId" from registration where product_id = $1', [id]))[0]?.unitId;
        return { move, list, listedIn };
      };
      const one = await made(`Mè ${what}`);
      expect(statusesOf(await atOnce(app.db, one.move, one.list))).toEqual([200, 201]);
      expect(await one.listedIn()).toBe(vanPhuong);
      const other = await made(`Mứt ${what}`);
      expect(statusesOf(await atOnce(app.db, other.list, other.move, (manager) => lock(manager, 'list of a plan', plan?.id)))).toEqual([201, 400]);
      expect(await other.listedIn()).toBe(tuHa);
    }
  });

  it('that is not there is 404, as is its change', async () => {
    expect((await app.refused(404, '/api/v1/products/999999')).detail).toBe('Không có sản phẩm mã 999999.');
    const producerId = await idOf(app, 'producer', 'Trầm Hương Văn');
    await refuse(app, 404, 'products/999999', { ...product('X', producerId), version: 1, reason: null }, 'PUT');
  });
});

describe('names that read alike', () => {
  const similar = async (name: string, unit?: number) =>
    (await app.read(similarProductListSchema, `/api/v1/products/similar?${new URLSearchParams({ name, ...(unit ? { unit: String(unit) } : {}) }).toString()}`)).items
      .map(({ name: found, unitName, sameUnit }) => [found, unitName, sameUnit]);

  it('are shown without diacritics, those of the own commune first', async () => {
    expect(await similar('Thanh trà Hương Văn', vanPhuong)).toEqual([['Thanh trà Hương Vân', 'Phường Hương Vân', true]]);
    expect(await similar('thanh tra huong van')).toEqual([['Thanh trà Hương Vân', 'Phường Hương Vân', false]]);
    expect(await similar('Bún Vân Cừ')).toEqual([['Bún Vân Cù', 'Xã Hương Toàn', false]]);
    expect(await similar('Rượu')).toEqual([]);
    expect(await similar('\0')).toEqual([]);
  });

  it('are shown also when the product has other names, by each of them', async () => {
    const id = await idOf(app, 'product', 'Kiệu Hương Chử');
    const { product: kieu } = await story(id);
    const aliases = ['Củ kiệu ngâm chua ngọt La Chữ', 'Dưa kiệu truyền thống của phường'];
    await write(app, `products/${id}`, { ...product(kieu.name, kieu.producerId, { aliases }), version: 1, reason: 'ghi tên gọi khác' }, 'PUT');
    expect((await similar('Kiệu Hương Chữ')).map(([name]) => name)).toEqual(['Kiệu Hương Chử']);
    expect((await similar('Củ kiệu ngâm chua ngọt La Chử')).map(([name]) => name)).toEqual(['Kiệu Hương Chử']);
    expect((await list({ search: 'dua kieu' })).items.map(({ name }) => name)).toEqual(['Kiệu Hương Chử']);
  });
});

describe('the certificate in the register', () => {
  it('is that of the latest decision in force on the day; one entered later but older never lowers it', async () => {
    const name = 'Bánh có giấy';
    await register(app.db, name, 'upgrade', '2024-04-20');
    const on = async (asOf: string) => (await list({ asOf, search: 'banh co giay' })).items.map(({ stars, certificate, decidedOn, validTo }) => [stars, certificate, decidedOn, validTo]);
    await recognise(app.db, name, { kind: 'upgrade', stars: 4, decidedOn: '2024-07-01' });
    await recognise(app.db, name, { kind: 'new', stars: 3, decidedOn: '2021-08-31', registered: false });
    expect(await on('2021-08-30')).toEqual([[null, 'none', null, null]]);
    expect(await on('2021-08-31')).toEqual([[3, 'valid', '2021-08-31', '2024-08-31']]);
    expect(await on('2024-06-30')).toEqual([[3, 'expiring', '2021-08-31', '2024-08-31']]);
    expect(await on('2024-07-12')).toEqual([[4, 'valid', '2024-07-01', '2027-07-01']]);
    await revoke(app.db, name, '2024-07-01', '2024-07-10');
    expect(await on('2024-07-09')).toEqual([[4, 'valid', '2024-07-01', '2027-07-01']]);
    expect(await on('2024-07-10')).toEqual([[3, 'expiring', '2021-08-31', '2024-08-31']]);
    expect((await list({ certificate: 'expiring' })).items.map(({ name: found }) => found)).toEqual([name]);
    expect((await list({ certificate: 'none', search: 'banh co giay' })).total).toBe(0);
  });
});

describe('the register on a day', () => {
  it('is refused for a day after today: nobody knows yet what will be revoked or decided', async () => {
    expect((await app.refused(422, '/api/v1/products?asOf=2024-07-13')).code).toBe('as-of-after-today');
    expect((await list({ asOf: '2024-07-12' })).total).toBeGreaterThan(0);
  });
});

describe('an inspection (III.6)', () => {
  it('is kept with who entered it; one entered by mistake is annulled once, with a reason, and stays', async () => {
    const id = await idOf(app, 'product', 'Bánh có giấy');
    const entered = { inspectedOn: '2024-07-12', outcome: 'not-met', findings: 'Nhãn thiếu hạn dùng\nđã nhắc', paper: '03/BB-KT' };
    const lines = await linesOf(app, () => write(app, `products/${id}/inspections`, entered));
    const [inspection] = (await story(id)).inspections;
    expect(inspection).toMatchObject({ ...entered, enteredBy: 'Người thử', annulled: null });
    expect(lines).toMatchObject([{ action: 'inspection-entered', subject: 'product', subjectId: String(id), after: { inspection: inspection?.id, ...entered } }]);
    const annul = () => app.post(`/api/v1/inspections/${inspection?.id}/annulment`, { reason: 'nhầm sản phẩm' });
    const answers: Answer[] = [];
    const annulled = await linesOf(app, async () => answers.push(...(await Promise.all([annul(), annul(), annul()]))));
    expect(statusesOf(answers)).toEqual([200, 404, 404]);
    expect(annulled.map(({ action, reason }) => [action, reason])).toEqual([['inspection-annulled', 'nhầm sản phẩm']]);
    expect((await story(id)).inspections[0]?.annulled).toMatchObject({ by: 'Người thử', reason: 'nhầm sản phẩm' });
  });

  it('is not in the future, and needs a reason of words to be annulled', async () => {
    const id = await idOf(app, 'product', 'Bánh có giấy');
    const before = await content(app);
    expect(told(await refuse(app, 400, `products/${id}/inspections`, { inspectedOn: '2024-07-13', outcome: 'met', findings: null, paper: null }))).toEqual([
      ['inspectedOn', 'Ngày kiểm tra không được sau hôm nay (12/7/2024).'],
    ]);
    expect(told(await refuse(app, 400, `products/${id}/inspections`, { inspectedOn: '2024-02-30', outcome: 'so-so', findings: 'a\ud800', paper: 'x'.repeat(301) })).map(([path]) => path)).toEqual(['inspectedOn', 'outcome', 'findings', 'paper']);
    for (const reason of ['', '  ', 'a\0b', 'a\ud800', 'x'.repeat(501)]) {
      expect(told(await refuse(app, 400, 'inspections/1/annulment', { reason }))).toEqual([['reason', 'Lý do phải được ghi, không quá 500 ký tự.']]);
    }
    expect(await content(app)).toEqual(before);
  });
});
