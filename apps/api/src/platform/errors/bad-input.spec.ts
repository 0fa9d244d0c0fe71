import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-10' });
});
afterAll(() => app.close());

const day = 'phải là một ngày có thật, viết theo dạng YYYY-MM-DD, ví dụ 2024-04-09';
const year = 'Năm phải là năm gồm bốn chữ số, ví dụ 2024.';
const groupBy = 'Cách nhóm phải là danh sách không lặp, ngăn bởi dấu phẩy, gồm các giá trị: source, stage, unit, workArea, month, year, product.';

describe('a year, a day', () => {
  it.each(['/api/v1/plans/2023', '/api/v1/indicators?year=2023', '/api/v1/registrations?year=2023', '/api/v1/funding/summary?year=2023&groupBy=source', '/api/v1/indicators/upgraded-products/rows?year=2023'])(
    '%s: no plan of that year is 404 and names the years there are',
    async (path) => {
      expect(await app.refused(404, path)).toMatchObject({ code: 'unknown-year', detail: 'Chưa có kế hoạch OCOP năm 2023. Các năm đang có: 2024.' });
    },
  );

  it.each(['/api/v1/plans/2024?', '/api/v1/indicators?year=2024&', '/api/v1/registrations?year=2024&', '/api/v1/funding/summary?year=2024&groupBy=source&'])(
    '%s: the day asked about lies from the plan’s issue (09/4/2024) to today',
    async (path) => {
      expect(await app.refused(422, `${path}asOf=2024-04-08`)).toMatchObject({
        code: 'as-of-before-plan',
        detail: 'Ngày tính đến 08/4/2024 ở trước ngày ban hành Kế hoạch số 1227/KH-UBND (09/4/2024). Hãy chọn từ ngày 09/4/2024 trở đi.',
      });
      expect(await app.refused(422, `${path}asOf=2024-07-11`)).toMatchObject({
        code: 'as-of-after-today',
        detail: 'Ngày tính đến 11/7/2024 chưa tới. Hãy chọn ngày không sau hôm nay (10/7/2024).',
      });
      expect((await app.get(`${path}asOf=2024-07-10`)).status).toBe(200);
      expect((await app.get(`${path}asOf=2024-04-09`)).status).toBe(200);
    },
  );

  it.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-00-10', '2024-4-9', '09/04/2024', '2024-04-09T00:00:00Z', '20240409', ' ', '', '0000-01-01', '9999-01-01'])(
    '“%s” is no day',
    async (asOf) => {
      const problem = await app.refused(400, `/api/v1/indicators?${new URLSearchParams({ year: '2024', asOf }).toString()}`);
      expect(problem).toMatchObject({ code: 'invalid-input', detail: `Ngày tính đến ${day}.`, errors: [{ path: 'asOf', message: `Ngày tính đến ${day}.` }] });
    },
  );

  it.each(['year=', 'year=24', 'year=abcd', 'year=20245', 'year=2024.0', 'year=-2024', '', 'year=2024&year=2024', 'year[]=2024'])('“%s” is no year', async (query) => {
    const { errors } = await app.refused(400, `/api/v1/indicators?${query}`);
    expect(errors).toContainEqual({ path: 'year', message: year });
  });
});

describe('parameters', () => {
  it.each<[string, string, string]>([
    ['/api/v1/registrations?year=2024&page=0', 'page', 'Trang phải là số nguyên từ 1 trở lên.'],
    ['/api/v1/registrations?year=2024&page=-1', 'page', 'Trang phải là số nguyên từ 1 trở lên.'],
    ['/api/v1/registrations?year=2024&page=1.5', 'page', 'Trang phải là số nguyên từ 1 trở lên.'],
    ['/api/v1/registrations?year=2024&page=99999999999999999999', 'page', 'Trang phải là số nguyên từ 1 trở lên.'],
    ['/api/v1/registrations?year=2024&pageSize=0', 'pageSize', 'Số dòng mỗi trang phải là số nguyên từ 1 đến 200.'],
    ['/api/v1/registrations?year=2024&pageSize=201', 'pageSize', 'Số dòng mỗi trang phải là số nguyên từ 1 đến 200.'],
    ['/api/v1/registrations?year=2024&pageSize=', 'pageSize', 'Số dòng mỗi trang phải là số nguyên từ 1 đến 200.'],
    ['/api/v1/registrations?year=2024&sort=name', 'sort', 'Cột sắp xếp chỉ nhận một trong các giá trị: position, productName, producerName, unitName, kind, stage, stageOn.'],
    ['/api/v1/registrations?year=2024&order=up', 'order', 'Chiều sắp xếp chỉ nhận một trong các giá trị: asc, desc.'],
    ['/api/v1/registrations?year=2024&kind=old', 'kind', 'Loại đăng ký chỉ nhận một trong các giá trị: new, upgrade, re-evaluation.'],
    ['/api/v1/registrations?year=2024&unit=x', 'unit', 'Địa phương phải là số nguyên dương.'],
    [`/api/v1/registrations?year=2024&search=${'a'.repeat(201)}`, 'search', 'Từ tìm kiếm dài không quá 200 ký tự.'],
    ['/api/v1/funding/summary?year=2024', 'groupBy', groupBy],
    ['/api/v1/funding/summary?year=2024&groupBy=', 'groupBy.0', groupBy],
    ['/api/v1/funding/summary?year=2024&groupBy=source,source', 'groupBy', groupBy],
    ['/api/v1/funding/summary?year=2024&groupBy=source;drop', 'groupBy.0', groupBy],
    ['/api/v1/plans/x', 'year', year],
    ['/api/v1/units?asOf=2024-02-30', 'asOf', `Ngày tính đến ${day}.`],
  ])('%s names %s and its rule', async (path, field, message) => {
    const problem = await app.refused(400, path);
    expect(problem.code).toBe('invalid-input');
    expect(problem.errors).toEqual([{ path: field, message: expect.stringContaining(message) }]);
    expect(problem.detail).toBe(problem.errors?.[0]?.message);
  });

  it('an unknown indicator is refused with the list of the known ones', async () => {
    const { errors } = await app.refused(400, '/api/v1/indicators/happiness/rows?year=2024');
    expect(errors?.[0]?.message).toContain('chỉ nhận một trong các giá trị: newly-recognised-products, ');
  });

  it('an unknown parameter is refused by its name, never silently ignored', async () => {
    const { errors } = await app.refused(400, '/api/v1/indicators?year=2024&asof=2024-04-09');
    expect(errors).toEqual([{ path: '', message: 'Không có tham số “asof”.' }]);
  });

  it('all that is wrong is told at once', async () => {
    const { detail, errors } = await app.refused(400, '/api/v1/registrations?year=24&asOf=2024-02-30&page=0&pageSize=500&sort=x&order=y&kind=z&stage=w&unit=0&foo=1');
    expect(detail).toBe('Dữ liệu gửi lên chưa đúng; xem lời nhắc ở từng mục.');
    expect(errors?.map(({ path }) => path)).toEqual(['year', 'asOf', 'kind', 'stage', 'unit', 'sort', 'order', 'page', 'pageSize', '']);
  });
});

describe('a body', () => {
  const send = (body: string, type: string | null = 'application/json') =>
    ({ method: 'POST', body: Buffer.from(body), headers: type === null ? {} : { 'content-type': type } }) satisfies RequestInit;

  it.each(['{"year":', 'H1', '{"year":2024,}', '{"__proto__":{"year":2024}}', ''])('“%s” is not JSON', async (body) => {
    expect(await app.refused(400, '/api/v1/reports', send(body))).toMatchObject({ code: 'invalid-input', detail: 'Nội dung gửi lên không phải JSON hợp lệ.' });
  });

  it.each(['null', '[]', '2024', '"H1"'])('%s is no object of fields', async (body) => {
    expect((await app.refused(400, '/api/v1/reports', send(body))).code).toBe('invalid-input');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', null])('of type %s is 415: only JSON is taken', async (type) => {
    expect(await app.refused(415, '/api/v1/reports', send('year=2024&period=H1', type))).toMatchObject({
      code: 'unsupported-media-type',
      detail: 'Chỉ nhận nội dung dạng application/json.',
    });
  });

  it('over one mebibyte is 413', async () => {
    const body = JSON.stringify({ year: 2024, period: 'H1', asOf: 'x'.repeat(1024 * 1024) });
    expect((await app.refused(413, '/api/v1/reports', send(body))).code).toBe('body-too-large');
  });
});

describe('an address', () => {
  it.each(['/api/v1/nothing', '/api', '/api/v1/plans/2024/rounds', '/nothing', '/api/v1/indicators/'])('%s is not found', async (path) => {
    expect(await app.refused(404, path)).toMatchObject({ code: 'not-found', detail: `Không có địa chỉ ${path}.` });
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('does not know %s', async (method) => {
    expect((await app.refused(404, '/api/v1/reports', { method })).code).toBe('not-found');
  });

  it.each(['/api/v1/plans/%ZZ', '/%', '/api/v1/reports/%FF'])('that is no URL is refused as a problem too: %s', async (path) => {
    expect((await app.refused(400, path)).code).toBe('invalid-input');
  });

  it('with an over-long part is refused as a problem too', async () => {
    expect((await app.request(`/api/v1/plans/${'2'.repeat(4000)}`)).status).toBeLessThan(500);
  });
});

describe('a request id', () => {
  it('of the caller is echoed, in the header and in the problem', async () => {
    const problem = await app.refused(404, '/api/v1/nothing', { headers: { 'x-request-id': 'abc-12345678' } });
    expect(problem.requestId).toBe('abc-12345678');
    const good = await app.request('/api/v1/plans', { headers: { 'x-request-id': 'abc-12345678' } });
    expect(good.headers.get('x-request-id')).toBe('abc-12345678');
  });

  it.each(['short', 'a b c d e f g', 'x'.repeat(65), '<script>alert(1)</script>'])('that is not a plain one (“%s”) is replaced', async (id) => {
    const { headers } = await app.request('/api/v1/plans', { headers: { 'x-request-id': id } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
