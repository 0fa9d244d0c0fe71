import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reportRecipientListSchema } from '@ocop/contracts';
import { declared, TestApp, type Answer } from '../../testing/test-app.js';

const PROVINCE = 'Văn phòng Điều phối nông thôn mới tỉnh';
let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-06-20' });
});
afterAll(() => app.close());
beforeEach(() => app.db.query('truncate report_recipient'));

const add = async (address: string): Promise<number> =>
  declared(reportRecipientListSchema, (await app.post('/api/v1/report-recipients', { name: PROVINCE, address })).body).items.find((one) => one.address === address)?.id ?? 0;
const remove = (id: number) => app.request(`/api/v1/report-recipients/${id}`, { method: 'DELETE' });
const faultsOf = ({ status, body }: Answer) => ({ status, faults: ((body as { errors?: { path: string; message: string }[] }).errors ?? []).map(({ path, message }) => `${path}: ${message}`) });

describe('the list of recipients', () => {
  it('keeps each address once, in whatever letters, until it is removed; a removed one stays on record and may come back', async () => {
    const one = await add('vpdp@tinh.example');
    expect(faultsOf(await app.post('/api/v1/report-recipients', { name: 'Khác', address: 'VPDP@tinh.example' }))).toEqual({ status: 409, faults: [`address: Địa chỉ VPDP@tinh.example đã có trong danh sách, của ${PROVINCE}.`] });
    expect(declared(reportRecipientListSchema, (await remove(one)).body)).toEqual({ configured: false, items: [], total: 0 });
    expect((await remove(one)).status).toBe(404);
    expect(await add('VPDP@tinh.example')).not.toBe(one);
    expect(await app.db.query('select address, removed_at is null as stands, removed_by is not null as known from report_recipient order by id')).toEqual([
      { address: 'vpdp@tinh.example', stands: false, known: true }, { address: 'VPDP@tinh.example', stands: true, known: false },
    ]);
    const trail = await app.db.query<{ action: string; name: string }[]>(`select action, subject_name as name from audit_entry where action like 'report-recipient-%' order by no desc limit 3`);
    expect(trail.map(({ action, name }) => [action, name])).toEqual([['report-recipient-added', PROVINCE], ['report-recipient-removed', PROVINCE], ['report-recipient-added', PROVINCE]]);
  });

  it('takes no name or address that would write into the head of a letter: every fault at once', async () => {
    const both = ['name: Tên phải dài từ 1 đến 200 ký tự, trên một dòng.', 'address: Địa chỉ thư điện tử phải là địa chỉ thư điện tử, ví dụ phongkinhte@example.gov.vn.'];
    for (const [name, address] of [['X\r\nBcc: y@z.example', 'a@b.example\r\nBcc: y@z.example'], ['', ''], [7, null], ['\u0000', 'a@b.example, y@z.example'], ['x'.repeat(201), 'A <a@b.example>']]) {
      expect(faultsOf(await app.post('/api/v1/report-recipients', { name, address }))).toEqual({ status: 400, faults: both });
    }
    await expect(app.db.query(`insert into report_recipient (unit_id, name, address, added_at) select unit_id, E'X\\nBcc: y', 'a@b.example', now() from plan`)).rejects.toThrow('report_recipient_name_check');
  });

  it('is read by who reads reports and changed by who makes them; sending is of who issues', async () => {
    const one = await add('vpdp@tinh.example');
    for (const role of ['leadership', 'finance', 'auditor'] as const) {
      const other = await app.asRole(role);
      expect((await other.post(`/api/v1/reports/1/deliveries`, { recipientIds: [one], note: null })).status).toBe(403);
      expect((await other.post('/api/v1/report-recipients', { name: 'X', address: 'x@tinh.example' })).status).toBe(403);
      expect((await other.request(`/api/v1/report-recipients/${one}`, { method: 'DELETE' })).status).toBe(403);
      expect((await other.get('/api/v1/report-recipients')).status).toBe(200);
    }
    expect((await app.read(reportRecipientListSchema, '/api/v1/report-recipients')).items.map(({ address }) => address)).toEqual(['vpdp@tinh.example']);
  });
});
