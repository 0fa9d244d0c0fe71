import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { attentionListSchema, reportDeliveryListSchema, reportRecipientListSchema, reportSchema, type ReportDelivery } from '@ocop/contracts';
import { withRowScope } from '../../platform/database/row-scope.js';
import type { MailSettings } from '../../platform/installation.js';
import { MailServer } from '../../testing/mail-server.js';
import { completeTexts } from '../../testing/reports.js';
import { declared, TestApp, type Answer } from '../../testing/test-app.js';
import { readWorkbook } from '../../testing/workbook.js';
import { ReportMailService } from './report-mail.service.js';

const PROVINCE = 'Văn phòng Điều phối nông thôn mới tỉnh';
const MINUTE = 60;
let mail: MailServer;
let settings: MailSettings;
let app: TestApp;
let letters: ReportMailService;
let issued: number;
let draft: number;
let numbers = 10;

const send = (id: number, recipientIds: readonly unknown[], note: string | null = null) => app.post(`/api/v1/reports/${id}/deliveries`, { recipientIds, note });
const deliveries = async (id = issued): Promise<ReportDelivery[]> => (await app.read(reportDeliveryListSchema, `/api/v1/reports/${id}/deliveries`)).items;
const of = async (address: string) => (await deliveries()).find((one) => one.address === address);
const add = async (address: string, name = PROVINCE): Promise<number> => {
  const answer = await app.post('/api/v1/report-recipients', { name, address });
  expect(`${answer.status} ${answer.status === 201 ? '' : answer.text}`).toBe('201 ');
  return declared(reportRecipientListSchema, answer.body).items.find((one) => one.address === address)?.id ?? 0;
};
/** Does what the queue would: every letter whose time has come, each once. */
const work = () =>
  withRowScope('all', async () => {
    for (const { id } of await app.db.query<{ id: number }[]>(`select id from report_delivery where state = 'waiting' order by id`)) await letters.deliver(id);
  });
const faultsOf = ({ status, body }: Answer) => {
  const { errors = [], detail } = body as { errors?: { path: string; message: string }[]; detail: string };
  return { status, faults: errors.length === 0 ? [detail] : errors.map(({ path, message }) => `${path}: ${message}`) };
};
/** A report as it leaves the office; in the place of another, or of a day. */
const issue = async (of: { asOf: string } | { amends: number }): Promise<number> => {
  const made = 'amends' in of ? app.post(`/api/v1/reports/${of.amends}/amendment`, { reason: 'ghi sót' }) : app.post('/api/v1/reports', { year: 2024, period: 'H1', ...of });
  const { id } = declared(reportSchema, (await made).body);
  await completeTexts(app, id);
  for (const step of ['submission', 'approval']) await app.post(`/api/v1/reports/${id}/${step}`, { note: null });
  numbers += 1;
  const body = { number: `${numbers}/BC-UBND`, issuedOn: '2024-06-20', signatureLines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], signatoryName: 'Người ký thử' };
  expect((await app.post(`/api/v1/reports/${id}/issue`, body)).status).toBe(201);
  return id;
};

beforeAll(async () => {
  mail = await MailServer.start();
  settings = mail.settings;
  app = await TestApp.start({ today: '2024-06-20', installation: { mail: settings } });
  letters = app.app.get(ReportMailService);
  issued = await issue({ asOf: '2024-06-14' });
  draft = declared(reportSchema, (await app.post('/api/v1/reports', { year: 2024, period: 'H1', asOf: '2024-06-18' })).body).id;
});
afterAll(async () => {
  await app.close();
  await mail.stop();
});
beforeEach(async () => {
  await app.db.query('truncate report_delivery, report_recipient');
  mail.letters.length = 0;
  mail.answers = () => null;
  app.clock.seconds = 0;
});

describe('an issued report sent by mail', () => {
  it('reaches each recipient in a letter of its own: what it is, and the issued file byte for byte with the appendices', async () => {
    const [one, other] = [await add('vpdp@tinh.example'), await add('so-nn@tinh.example', 'Sở Nông nghiệp “và” Môi trường, tỉnh <thử>')];
    const answer = await send(issued, [one, other], 'Đề nghị cho ý kiến\ntrước ngày 30/6.');
    expect(declared(reportDeliveryListSchema, answer.body).items.map(({ state, attempts }) => [state, attempts])).toEqual([['waiting', 0], ['waiting', 0]]);
    await work();
    expect(mail.letters.map(({ to, from }) => [to, from])).toEqual([[['vpdp@tinh.example'], 'vanphong@huongtra.example'], [['so-nn@tinh.example'], 'vanphong@huongtra.example']]);
    const [letter] = await mail.read('vpdp@tinh.example');
    const [second] = await mail.read('so-nn@tinh.example');
    expect(letter?.from).toMatchObject({ name: 'Văn phòng thử', address: 'vanphong@huongtra.example' });
    expect(letter?.to).toMatchObject([{ name: PROVINCE, address: 'vpdp@tinh.example' }]);
    expect(second?.to).toMatchObject([{ name: 'Sở Nông nghiệp “và” Môi trường, tỉnh <thử>', address: 'so-nn@tinh.example' }]);
    expect(letter?.subject).toBe('Số 11/BC-UBND ngày 20/6/2024: Báo cáo sơ kết 6 tháng đầu năm 2024 thực hiện Chương trình mỗi xã một sản phẩm (OCOP) trên địa bàn thị xã Hương Trà');
    const { issue: paper } = await app.read(reportSchema, `/api/v1/reports/${issued}`);
    for (const words of ['Ủy ban nhân dân thị xã Hương Trà gửi kèm Báo cáo sơ kết 6 tháng', 'Số, ký hiệu: 11/BC-UBND', 'Ngày ban hành: 20/6/2024', 'từ 15/12/2023 đến 14/6/2024', 'Người ký: CHỦ TỊCH, Người ký thử', 'Đề nghị cho ý kiến\ntrước ngày 30/6.', paper?.pdfSha256 ?? '?']) {
      expect(letter?.text).toContain(words);
    }
    const [kept] = await app.db.query<{ pdf: Buffer }[]>('select pdf from report_issue where report_id = $1', [issued]);
    const [pdf, xlsx] = (letter?.attachments ?? []).map(({ filename, mimeType, content }) => ({ filename, mimeType, bytes: Buffer.from(content as ArrayBuffer) }));
    expect({ ...pdf, bytes: null }).toEqual({ filename: 'bao-cao-ocop-2024-H1-11-BC-UBND.pdf', mimeType: 'application/pdf', bytes: null });
    expect(pdf?.bytes.equals(kept?.pdf ?? Buffer.alloc(0))).toBe(true);
    expect(createHash('sha256').update(pdf?.bytes ?? '').digest('hex')).toBe(paper?.pdfSha256);
    expect(xlsx?.filename).toBe('bao-cao-ocop-2024-H1-11-BC-UBND.xlsx');
    expect((await readWorkbook(xlsx?.bytes ?? Buffer.alloc(0))).sheets.length).toBeGreaterThan(4);
    expect(await of('vpdp@tinh.example')).toMatchObject({ state: 'sent', attempts: 1, error: null, requestedBy: 'Người thử', nextAttemptAt: null, endedAt: '2024-06-20T05:00:00.000Z' });
  });

  it('is sent once, however often and however many at once do its job, and however often it is asked for', async () => {
    const lines = async () => (await app.db.query<{ n: number }[]>(`select count(*)::int as n from audit_entry where action in ('report-mail-requested', 'report-mail-sent')`))[0]?.n ?? 0;
    const before = await lines();
    const one = await add('vpdp@tinh.example');
    await Promise.all(Array.from({ length: 4 }, () => send(issued, [one])));
    const id = (await deliveries())[0]?.id ?? 0;
    await Promise.all(Array.from({ length: 5 }, () => withRowScope('all', () => letters.deliver(id))));
    await work();
    await send(issued, [one]);
    app.clock.seconds += 24 * 60 * MINUTE;
    await work();
    expect(mail.letters).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ id, state: 'sent', attempts: 1 }]);
    expect(await lines()).toBe(before + 2);
  });

  it('refused for one recipient for good reaches the others; that one waits for a person, who sends it again to the same letter’s name', async () => {
    const ids = [await add('a@tinh.example', 'A'), await add('b@tinh.example', 'B'), await add('c@tinh.example', 'C')];
    mail.answers = (address) => (address === 'b@tinh.example' ? { code: 550, words: '5.1.1 No such\r\n user' } : null);
    await send(issued, ids);
    await work();
    expect((await deliveries()).map(({ name, state, attempts }) => [name, state, attempts])).toEqual([['A', 'sent', 1], ['B', 'failed', 1], ['C', 'sent', 1]]);
    expect((await of('b@tinh.example'))?.error).toMatch(/^Máy chủ thư từ chối: 550 5\.1\.1 No such/);
    expect(await app.db.query(`select after ->> 'address' as address, reason, account_id as who from audit_entry where action = 'report-mail-failed'`)).toEqual([{ address: 'b@tinh.example', reason: (await of('b@tinh.example'))?.error, who: null }]);
    const { items } = await app.read(attentionListSchema, '/api/v1/attention?year=2024&asOf=2024-06-20');
    expect(items.filter(({ kind }) => kind === 'own-report-unsent')).toMatchObject([{ nextStep: 'send-own-report', dueOn: '2024-06-20', subject: { reportId: issued, period: 'H1' } }]);
    // Who is no recipient any more waits for nothing.
    await app.db.query(`update report_recipient set removed_at = now() where address = 'b@tinh.example'`);
    expect((await app.read(attentionListSchema, '/api/v1/attention?year=2024&asOf=2024-06-20')).items.filter(({ kind }) => kind === 'own-report-unsent')).toEqual([]);
    await app.db.query('update report_recipient set removed_at = null');
    mail.answers = () => null;
    const [before] = await app.db.query<{ message: string }[]>(`select message_id as message from report_delivery where address = 'b@tinh.example'`);
    await send(issued, ids, 'gửi lại');
    expect(await of('b@tinh.example')).toMatchObject({ state: 'waiting', attempts: 1, error: null });
    await work();
    expect(mail.letters.map(({ to }) => to[0])).toEqual(['a@tinh.example', 'c@tinh.example', 'b@tinh.example']);
    expect((await mail.read('b@tinh.example'))[0]?.messageId).toBe(before?.message);
    expect(await of('b@tinh.example')).toMatchObject({ state: 'sent', attempts: 2, error: null });
    expect((await app.read(attentionListSchema, '/api/v1/attention?year=2024&asOf=2024-06-20')).items.filter(({ kind }) => kind === 'own-report-unsent')).toEqual([]);
  });

  it('that the server does not take for now is tried again later, not before its time, and says why and when meanwhile', async () => {
    let refusals = 2;
    mail.answers = () => (refusals-- > 0 ? { code: 451, words: '4.7.1 Greylisted' } : null);
    await send(issued, [await add('vpdp@tinh.example')]);
    await work();
    await work();
    expect(await of('vpdp@tinh.example')).toMatchObject({ state: 'waiting', attempts: 1, error: 'Máy chủ thư tạm thời chưa nhận: 451 4.7.1 Greylisted', nextAttemptAt: '2024-06-20T05:01:00.000Z', endedAt: null });
    app.clock.seconds = MINUTE;
    await work();
    expect(await of('vpdp@tinh.example')).toMatchObject({ state: 'waiting', attempts: 2, nextAttemptAt: '2024-06-20T05:06:00.000Z' });
    app.clock.seconds = 6 * MINUTE;
    await work();
    expect(await of('vpdp@tinh.example')).toMatchObject({ state: 'sent', attempts: 3, error: null });
    expect(mail.letters).toHaveLength(1);
  });

  it('while the mail server is down is tried six times within some four hours, then waits for a person', async () => {
    const one = await add('vpdp@tinh.example');
    await send(issued, [one]);
    await mail.stop();
    try {
      const times: (string | null | undefined)[] = [];
      for (let minutes = 0; minutes <= 300; minutes += 1) {
        app.clock.seconds = minutes * MINUTE;
        await work();
        const { attempts } = (await of('vpdp@tinh.example')) ?? {};
        if (attempts === times.length + 1) times.push(String(minutes));
      }
      expect(times).toEqual(['0', '1', '6', '21', '81', '261']);
      expect(await of('vpdp@tinh.example')).toMatchObject({ state: 'failed', attempts: 6, error: expect.stringMatching(/^Không gửi được tới máy chủ thư: .*ECONNREFUSED/) });
    } finally {
      // On a port of its own: somebody else may have taken the one it had.
      mail = await MailServer.start();
      settings.port = mail.port;
    }
    app.clock.seconds += MINUTE;
    await send(issued, [one]);
    await work();
    expect(await of('vpdp@tinh.example')).toMatchObject({ state: 'sent', attempts: 7 });
  });

  it('cut off in an attempt is tried again when that attempt is surely over; cut off each time, it waits for a person', async () => {
    await send(issued, [await add('vpdp@tinh.example')]);
    await app.db.query(`update report_delivery set attempts = 1, tries_left = tries_left - 1, next_attempt_at = $1`, [new Date('2024-06-20T05:10:00Z')]);
    app.clock.seconds = 10 * MINUTE - 1;
    await work();
    expect(mail.letters).toHaveLength(0);
    app.clock.seconds = 10 * MINUTE;
    await app.db.query('update report_delivery set tries_left = 0, attempts = 6');
    await work();
    expect(await of('vpdp@tinh.example')).toMatchObject({ state: 'failed', attempts: 6, error: expect.stringMatching(/^Việc gửi bị ngắt giữa chừng sau 6 lần thử/) });
    expect(mail.letters).toHaveLength(0);
  });

  it('whose file is not what was issued any more is sent to nobody, and says so', async () => {
    const broken = await issue({ asOf: '2024-06-15' });
    await app.db.query('alter table report_issue disable trigger report_issue_append_only');
    await app.db.query(`update report_issue set pdf = set_byte(pdf, 100, (get_byte(pdf, 100) + 1) % 256) where report_id = $1`, [broken]);
    await app.db.query('alter table report_issue enable trigger report_issue_append_only');
    await send(broken, [await add('vpdp@tinh.example')]);
    await work();
    expect(await deliveries(broken)).toMatchObject([{ state: 'failed', attempts: 1, error: expect.stringMatching(/^Không lập được thư: Tệp của báo cáo số .* không còn đúng như khi ban hành/) }]);
    expect(mail.letters).toHaveLength(0);
  });
});

describe('a letter that waits', () => {
  it('is not sent any more when its recipient is taken off the list, or another report took the place of its own', async () => {
    const [earlier, one, two] = [await issue({ asOf: '2024-06-17' }), await add('a@tinh.example'), await add('b@tinh.example')];
    await send(earlier, [one, two]);
    await app.request(`/api/v1/report-recipients/${one}`, { method: 'DELETE' });
    await issue({ amends: earlier });
    await work();
    expect((await deliveries(earlier)).map(({ address, state, attempts, error }) => [address, state, attempts, error])).toEqual([
      ['a@tinh.example', 'failed', 0, 'Nơi nhận đã bị bỏ khỏi danh sách trước khi thư được gửi.'],
      ['b@tinh.example', 'failed', 1, 'Không lập được thư: Chỉ gửi được báo cáo đã ban hành; báo cáo này đã được thay thế.'],
    ]);
    expect(mail.letters).toEqual([]);
  });
});

describe('a report is not sent', () => {
  it('before it is issued, nor after another took its place, nor to nobody or somebody not on the list: every fault at once', async () => {
    const one = await add('vpdp@tinh.example');
    expect(faultsOf(await send(draft, [one, 999_999]))).toEqual({
      status: 400,
      faults: ['id: Chỉ gửi được báo cáo đã ban hành; báo cáo này đang soạn.', 'recipientIds: Không có nơi nhận mã 999999, hoặc nơi đó đã bị bỏ khỏi danh sách.'],
    });
    expect(faultsOf(await send(issued, []))).toEqual({ status: 400, faults: ['recipientIds: Nơi nhận phải có ít nhất một và không quá 50 nơi.'] });
    expect(faultsOf(await send(999_999, [one]))).toEqual({ status: 404, faults: ['Không có báo cáo mã 999999.'] });
    await app.request(`/api/v1/report-recipients/${one}`, { method: 'DELETE' });
    expect(faultsOf(await send(issued, [one]))).toMatchObject({ status: 400, faults: [expect.stringMatching(/^recipientIds: /)] });
    expect(await app.db.query('select 1 from report_delivery')).toEqual([]);
    const [earlier, two] = [await issue({ asOf: '2024-06-16' }), await add('vpdp@tinh.example')];
    await issue({ amends: earlier });
    expect(faultsOf(await send(earlier, [two]))).toEqual({ status: 400, faults: ['id: Chỉ gửi được báo cáo đã ban hành; báo cáo này đã được thay thế.'] });
  });

  it('where no mail is configured: the answer says what to do instead', async () => {
    const bare = await TestApp.start({ today: '2024-06-20' });
    try {
      const { id } = declared(reportSchema, (await bare.post('/api/v1/reports', { year: 2024, period: 'H1' })).body);
      expect(await bare.read(reportDeliveryListSchema, `/api/v1/reports/${id}/deliveries`)).toEqual({ configured: false, items: [], total: 0 });
      await bare.post('/api/v1/report-recipients', { name: PROVINCE, address: 'vpdp@tinh.example' });
      const answer = await bare.post(`/api/v1/reports/${id}/deliveries`, { recipientIds: [1], note: null });
      expect(faultsOf(answer).faults[0]).toBe('id: Nơi cài đặt này chưa cấu hình thư điện tử; hãy tải tệp về và gửi bằng cách khác, hoặc nhờ người quản trị máy chủ đặt OCOP_SMTP_URL và OCOP_MAIL_FROM.');
    } finally {
      await bare.close();
    }
  });
});
