import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditListSchema, indicatorRowsSchema, productListSchema, registrationListSchema, type EXPORT_FORMATS } from '@ocop/contracts';
import { parseCsv } from 'hucre/csv';
import type { Workbook } from 'hucre/xlsx';
import { enterFunding, recognise, register, unitId } from '../../testing/facts.js';
import { TestApp } from '../../testing/test-app.js';
import { cellAt, provenanceOf, readWorkbook } from '../../testing/workbook.js';

const day = 'year=2024&asOf=2024-07-12';
const INJECTED = '=HYPERLINK("http://x";"xem")';

let app: TestApp;
let commune: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
  await register(app.db, 'Nón lá Hương Vân', 'new', '2024-05-02', 'Phường Hương Vân');
  await register(app.db, INJECTED, 'upgrade', '2024-05-03');
  await recognise(app.db, INJECTED, { kind: 'new', stars: 3, decidedOn: '2021-11-20' });
  commune = await app.asRole('commune-officer', ['Phường Tứ Hạ']);
});
afterAll(() => app.close());

type Format = (typeof EXPORT_FORMATS)[number];
async function fetched(path: string, format: Format, who = app) {
  const answer = await who.get(`/api/v1/${path}${path.includes('?') ? '&' : '?'}format=${format}`);
  expect({ path, status: answer.status, text: answer.status === 200 ? '' : answer.text }).toEqual({ path, status: 200, text: '' });
  return answer;
}
const workbook = async (path: string, who = app): Promise<Workbook> => readWorkbook((await fetched(path, 'xlsx', who)).bytes);
/** The rows below the header. */
const rowsIn = async (path: string, who = app) => (await workbook(path, who)).sheets[0]?.rows.slice(1) ?? [];
const csv = async (path: string, who = app) => parseCsv((await fetched(path, 'csv', who)).text, { delimiter: ';' });
const names = (rows: readonly (readonly unknown[])[], column: number) => rows.map((row) => row[column]);

const TABLES: [path: string, name: string][] = [
  ['products/export', 'so-san-pham-2024-07-12'],
  ['producers/export', 'so-chu-the-2024-07-12'],
  [`registrations/export?${day}`, 'danh-muc-san-pham-nam-2024-2024-07-12'],
  [`attention/export?${day}`, 'viec-can-xu-ly-nam-2024-2024-07-12'],
  [`indicators/registrations-by-stage/rows/export?${day}`, 'san-pham-dang-ky-theo-buoc-thuc-hien-nam-2024-2024-07-12'],
  ['audit/export', 'nhat-ky-2024-07-12'],
];

describe('every table', () => {
  it.each(TABLES)('%s is sent as a workbook and as text with the same rows, under a name of its own', async (path, name) => {
    const [xlsx, text] = [await fetched(path, 'xlsx'), await fetched(path, 'csv')];
    expect(xlsx.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(text.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(xlsx.headers.get('content-disposition')).toContain(`attachment; filename="${name}.xlsx"; filename*=UTF-8''`);
    expect(text.headers.get('content-disposition')).toContain(`filename="${name}.csv"`);
    expect(text.headers.get('cache-control')).toBe('no-store');
    const { sheets } = await readWorkbook(xlsx.bytes);
    const rows = parseCsv(text.text, { delimiter: ';' });
    expect(rows[0]).toEqual(sheets[0]?.rows[0]);
    // The trail got a line by the first of the two.
    expect(rows.length - (sheets[0]?.rows.length ?? 0)).toBe(path === 'audit/export' ? 1 : 0);
    expect(rows.length).toBeGreaterThan(1);
  });

  it.each(TABLES)('%s asks for a format that is known', async (path) => {
    const problem = await app.refused(400, `/api/v1/${path}${path.includes('?') ? '&' : '?'}format=xls`);
    expect(problem.errors).toEqual([{ path: 'format', message: 'Dạng tệp chỉ nhận một trong các giá trị: xlsx, csv.' }]);
    await app.refused(400, `/api/v1/${path}`);
  });

  it.each(TABLES)('%s is refused to who may not read the list, and to nobody signed in', async (path) => {
    const administrator = await app.asRole('administrator');
    const url = `/api/v1/${path}${path.includes('?') ? '&' : '?'}format=csv`;
    expect((await administrator.refused(403, url)).code).toBe('forbidden');
    expect((await app.as(null).refused(401, url)).code).toBe('sign-in-needed');
  });

  it('is written into the trail: who, what, the filters, how many rows', async () => {
    await commune.get('/api/v1/products/export?format=xlsx&search=hyperlink');
    const { items } = await app.read(auditListSchema, '/api/v1/audit?action=table-exported&pageSize=1');
    expect(items[0]).toMatchObject({ subject: 'table', subjectId: 'products', subjectName: 'Sổ sản phẩm', after: { search: 'hyperlink', format: 'xlsx', rows: 1 } });
    expect(items[0]?.accountName).not.toBeNull();
  });
});

describe('the product list of a year as a file', () => {
  it('has all rows rather than a page, in the order of the list, with its filters', async () => {
    for (const query of ['', '&kind=upgrade', '&search=huong%20van', '&supplement=supplement', '&sort=productName&order=desc']) {
      const { items, total } = await app.read(registrationListSchema, `/api/v1/registrations?${day}&pageSize=200${query}`);
      const rows = await rowsIn(`registrations/export?${day}${query}`);
      expect({ query, names: names(rows, 1) }).toEqual({ query, names: items.map(({ productName }) => productName) });
      expect(rows).toHaveLength(total);
    }
  });

  it('says where it comes from: plan, day, filters in words, order, scope, rows, when and by whom', async () => {
    const book = await workbook(`registrations/export?${day}&kind=upgrade&search=HYPERLINK&unit=${await unitId(app.db, 'Phường Tứ Hạ')}&sort=stageOn&order=desc`, commune);
    expect(book.sheets.at(-1)?.rows.map(([label, value]) => [label, value])).toEqual([
      ['Bảng', 'Danh mục sản phẩm năm 2024'],
      ['Kế hoạch', '1227/KH-UBND'],
      ['Tính đến ngày', new Date('2024-07-12T00:00:00Z')],
      ['Tìm', 'HYPERLINK'],
      ['Loại đăng ký', 'nâng hạng'],
      ['Xã, phường', 'Phường Tứ Hạ'],
      ['Thứ tự', 'Từ ngày, giảm dần'],
      ['Phạm vi', 'các đơn vị được giao cho tài khoản'],
      ['Số dòng', 1],
      ['Xuất lúc (giờ Việt Nam)', new Date('2024-07-12T12:00:00Z')],
      ['Tài khoản xuất', expect.any(String)],
    ]);
    expect(provenanceOf(await workbook(`registrations/export?${day}`), 'Bộ lọc')).toBe('không lọc, đủ mọi dòng');
  });

  it('says of invented figures that they are invented', async () => {
    await app.db.query('update plan set demo = true where year = 2024');
    try {
      expect(provenanceOf(await workbook(`registrations/export?${day}`), 'Lưu ý')).toBe('DỮ LIỆU MINH HỌA, không phải số liệu thật');
    } finally {
      await app.db.query('update plan set demo = false where year = 2024');
    }
  });

  it('has the rows of a commune officer alone, as the list', async () => {
    const rows = await rowsIn(`registrations/export?${day}`, commune);
    expect(new Set(names(rows, 4))).toEqual(new Set(['Phường Tứ Hạ']));
    expect(names(rows, 1)).toContain(INJECTED);
    expect(names(await rowsIn(`registrations/export?${day}&unit=${await unitId(app.db, 'Phường Hương Vân')}`, commune), 1)).toEqual([]);
    for (const path of ['products/export', 'producers/export', `attention/export?${day}`]) {
      expect({ path, text: (await fetched(path, 'csv', commune)).text.includes('Hương Vân') }).toEqual({ path, text: false });
    }
  });

  it('keeps a name that would be a formula text in both forms', async () => {
    const [sheet] = (await workbook(`registrations/export?${day}&kind=upgrade&search=HYPERLINK`)).sheets;
    expect(cellAt(sheet, 'B2')).toMatchObject({ value: INJECTED, type: 'string' });
    const [, row] = await csv(`registrations/export?${day}&kind=upgrade&search=HYPERLINK`);
    expect(row?.[1]).toBe(`'${INJECTED}`);
  });

  it('refuses a year and a day as the list does', async () => {
    expect((await app.refused(404, '/api/v1/registrations/export?format=csv&year=2019')).code).toBe('unknown-year');
    expect((await app.refused(422, '/api/v1/registrations/export?format=csv&year=2024&asOf=2024-01-01')).code).toBe('as-of-before-plan');
  });
});

describe('the registers as files', () => {
  it('have days as days and the certificate on the day asked, in the order of the register', async () => {
    const { items } = await app.read(productListSchema, '/api/v1/products?sort=validTo&order=desc&pageSize=200&asOf=2024-07-12');
    const [sheet] = (await workbook('products/export?sort=validTo&order=desc&asOf=2024-07-12')).sheets;
    const rows = sheet?.rows.slice(1) ?? [];
    expect(names(rows, 0)).toEqual(items.map(({ name }) => name));
    expect(rows[0]?.slice(5, 9)).toEqual(['sắp hết hạn', 3, new Date('2021-11-20T00:00:00Z'), new Date('2024-11-20T00:00:00Z')]);
    expect(cellAt(sheet, 'I2')?.style?.numFmt).toBe('dd/mm/yyyy');
  });

  it('say the filter of a place in words', async () => {
    const book = await workbook(`producers/export?unit=${await unitId(app.db, 'Phường Hương Vân')}&kind=cooperative`);
    expect([provenanceOf(book, 'Xã, phường'), provenanceOf(book, 'Loại chủ thể'), provenanceOf(book, 'Tính đến ngày')]).toEqual(['Phường Hương Vân', 'hợp tác xã', undefined]);
  });
});

describe('the rows behind a figure as a file', () => {
  it('have money as whole numbers that add up to the figure, which stands in the provenance', async () => {
    await enterFunding(app.db, [1_200_000_000n, 350_000_001n].map((amount, index) => ({
      source: ['nq-20-2020', 'nq-30-2021'][index] ?? '', stage: 'planned', amount, occurredOn: '2024-05-01', unit: null, workArea: null,
    })));
    const { value, items } = await app.read(indicatorRowsSchema, `/api/v1/indicators/funding-planned/rows?${day}`);
    const book = await workbook(`indicators/funding-planned/rows/export?${day}`);
    const rows = book.sheets[0]?.rows.slice(1) ?? [];
    expect(rows).toHaveLength(items.length);
    expect(rows.reduce((sum, row) => sum + BigInt(String(row[5])), 0n)).toBe(BigInt(value ?? 0));
    expect(provenanceOf(book, 'Chỉ số (đồng)')).toBe(1_550_000_001);
    expect(cellAt(book.sheets[0], 'F2')).toMatchObject({ type: 'number', style: { numFmt: '#,##0' } });
  });
});
