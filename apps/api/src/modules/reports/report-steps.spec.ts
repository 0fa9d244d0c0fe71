import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportListSchema, reportSchema, type Report } from '@ocop/contracts';
import { lock } from '../../platform/database/locks.js';
import { hold } from '../../testing/held.js';
import { pdfText } from '../../testing/pdf-text.js';
import { completeTexts } from '../../testing/reports.js';
import { declared, TestApp } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-06-20' });
});
afterAll(() => app.close());

const ISSUE = { number: '05/BC-UBND', issuedOn: '2024-06-18', signatureLines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], signatoryName: 'Người ký thử' };

/** A report with everything a person writes. */
const made = async (body: object = { year: 2024, period: 'H1' }): Promise<Report> => {
  const report = declared(reportSchema, (await app.post('/api/v1/reports', body)).body);
  if (report.state === 'draft') await completeTexts(app, report.id);
  return report;
};
const send = (id: number, step: string, body: object = { note: null }) => app.post(`/api/v1/reports/${id}/${step}`, body);
const taken = async (id: number, step: string, body?: object): Promise<Report> => {
  const answer = await send(id, step, body);
  expect(`${answer.status} ${answer.status === 201 ? '' : answer.text}`).toBe('201 ');
  return declared(reportSchema, answer.body);
};
const faults = async (id: number, step: string, body: object, status = 400) => {
  const { errors, detail } = await app.refused(status, `/api/v1/reports/${id}/${step}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return (errors ?? [{ path: '', message: detail }]).map(({ path, message }) => `${path}: ${message}`);
};
const approved = async (body?: object): Promise<number> => {
  const { id } = await made(body);
  await taken(id, 'submission');
  await taken(id, 'approval');
  return id;
};

describe('a report on its way (Decree 30/2020, Articles 10 to 15)', () => {
  it('is a draft, in review, back with a reason, in review again, approved, issued; each step keeps who, when and what was said', async () => {
    const { id, state, steps, issue } = await made();
    expect({ state, steps, issue }).toEqual({ state: 'draft', steps: [], issue: null });
    await taken(id, 'submission', { note: 'đề nghị xem phần kinh phí' });
    await taken(id, 'return', { reason: 'bổ sung nguyên nhân' });
    await taken(id, 'submission');
    await taken(id, 'approval');
    const report = await taken(id, 'issue', ISSUE);
    expect(report.state).toBe('issued');
    expect(report.steps).toEqual([
      ['in-review', 'đề nghị xem phần kinh phí'], ['draft', 'bổ sung nguyên nhân'], ['in-review', null], ['approved', null], ['issued', null],
    ].map(([to, note]) => ({ to, note, by: 'Người thử', at: '2024-06-20T05:00:00.000Z' })));
    expect(report.issue).toEqual({ ...ISSUE, pdfSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await app.read(reportListSchema, '/api/v1/reports')).items.find((one) => one.id === id)).toEqual(report);
  });

  it('skips no step and leaves no state that ends: each such request is refused with the state, and nothing is written', async () => {
    const { id } = await made({ year: 2024, period: 'H1', asOf: '2024-06-15' });
    expect(await faults(id, 'approval', { note: null })).toEqual([expect.stringMatching(/^id: Báo cáo đang soạn, không chuyển sang “đã duyệt” được/)]);
    expect(await faults(id, 'return', { reason: 'x' })).toEqual([expect.stringMatching(/^id: Báo cáo đang soạn/)]);
    expect(await faults(id, 'issue', { ...ISSUE, number: '06/BC-UBND' })).toEqual([expect.stringMatching(/^id: Báo cáo đang soạn, không chuyển sang “đã ban hành” được/)]);
    expect(await app.db.query('select 1 from report_step where report_id = $1', [id])).toEqual([]);
    await taken(id, 'submission');
    expect(await faults(id, 'return', { reason: ' ' })).toEqual([expect.stringMatching(/^reason: /)]);
    expect(await faults(999_999, 'submission', { note: null }, 404)).toEqual([': Không có báo cáo mã 999999.']);
  });

  it('moved by two at once moves once', async () => {
    const { id } = await made({ year: 2024, period: 'H1', asOf: '2024-06-16' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(id, 'submission')));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 400, 400, 400, 400, 400]);
  });
});

describe('an issued report', () => {
  it('carries number, day and signature on paper, and its bytes never change', async () => {
    const { items } = await app.read(reportListSchema, '/api/v1/reports');
    const report = items.find(({ issue }) => issue?.number === ISSUE.number);
    const first = await app.get(report?.pdfUrl ?? '');
    const text = await pdfText(first.bytes);
    for (const words of ['Số: 05/BC-UBND', 'ngày 18 tháng 6 năm 2024', 'Người ký thử', 'CHỦ TỊCH']) expect(text).toContain(words);
    expect(first.headers.get('content-disposition')).toBe('inline; filename="bao-cao-ocop-2024-H1-05-BC-UBND.pdf"');
    const [kept] = await app.db.query<{ sha: string }[]>(`select encode(sha256(pdf), 'hex') as sha from report_issue where report_id = $1`, [report?.id]);
    expect(kept?.sha).toBe(report?.issue?.pdfSha256);
    expect((await app.get(report?.pdfUrl ?? '')).bytes.equals(first.bytes)).toBe(true);
    await expect(app.db.query('update report_issue set number = number')).rejects.toThrow('report_issue is append-only');
    await expect(app.db.query('delete from report_step')).rejects.toThrow('report_step is append-only');
  });

  it('whose file is not what was issued any more is not opened: the answer says so', async () => {
    const id = await approved({ year: 2024, period: 'H1', asOf: '2024-06-17' });
    const { pdfUrl } = await taken(id, 'issue', { ...ISSUE, number: '07/BC-UBND' });
    await app.db.query('alter table report_issue disable trigger report_issue_append_only');
    await app.db.query(`update report_issue set pdf = set_byte(pdf, 100, (get_byte(pdf, 100) + 1) % 256) where report_id = $1`, [id]);
    await app.db.query('alter table report_issue enable trigger report_issue_append_only');
    expect((await app.refused(500, pdfUrl)).detail).toBe('Tệp của báo cáo số 07/BC-UBND không còn đúng như khi ban hành (dấu SHA-256 khác), nên không mở. Hãy báo người quản trị phục hồi từ bản sao lưu.');
  });
});

describe('a report is not issued', () => {
  it.each(['', '5/BC-UBND', '05', '05/QĐ-UBND', '00/BC-UBND', '05 / BC-UBND', '05/BC-ubnd', '005/BC-UBND'])('under the number “%s”: field and rule are named (Decree 30/2020, Appendix I, II.3)', async (number) => {
    const { id } = await made();
    expect(await faults(id, 'issue', { ...ISSUE, number })).toEqual(['number: Số, ký hiệu phải ghi như trên giấy, ví dụ 05/BC-UBND; số dưới 10 có số 0 ở trước.']);
  });

  it('under a number used already this year; nothing of it is kept, and the next number will do', async () => {
    const id = await approved({ year: 2024, period: 'H1', asOf: '2024-06-18' });
    expect(await faults(id, 'issue', ISSUE, 409)).toEqual(['number: Số 05/BC-UBND đã dùng cho một báo cáo khác ban hành năm 2024.']);
    expect((await app.read(reportSchema, `/api/v1/reports/${id}`)).state).toBe('approved');
    expect((await taken(id, 'issue', { ...ISSUE, number: '08/BC-UBND' })).issue?.number).toBe('08/BC-UBND');
  });

  it('of a period that is not over, on a day that is not yet or before its figures, and without who signs: every fault at once', async () => {
    const id = await approved({ year: 2024, period: 'H1', asOf: '2024-05-31' });
    expect(await faults(id, 'issue', { ...ISSUE, number: '09/BC-UBND', issuedOn: '2024-05-30' })).toEqual([
      'id: Số liệu chưa đến hết kỳ báo cáo (14/6/2024), nên báo cáo này chỉ dùng làm dự thảo; hãy lập lại khi hết kỳ.',
      'issuedOn: Ngày ban hành phải từ ngày chốt số liệu của báo cáo (31/5/2024).',
    ]);
    expect(await faults(id, 'issue', { ...ISSUE, number: '09/BC-UBND', issuedOn: '2024-06-21' })).toEqual([expect.stringMatching(/^id: /), expect.stringMatching(/^issuedOn: Ngày ban hành chưa tới/)]);
    expect(await faults(id, 'issue', { ...ISSUE, signatureLines: [], signatoryName: '' })).toEqual([
      'signatureLines: Quyền hạn, chức vụ của người ký phải có từ 1 đến 4 dòng, ví dụ TM. ỦY BAN NHÂN DÂN, mỗi dòng từ 1 đến 100 ký tự.',
      'signatoryName: Họ và tên người ký phải được ghi, không quá 100 ký tự.',
    ]);
    expect(await faults(id, 'issue', { ...ISSUE, issuedOn: '2024-06-31' })).toEqual([expect.stringMatching(/^issuedOn: Ngày ban hành phải là một ngày có thật/)]);
  });

  it('with what was approved before, when it was returned, rewritten and approved again meanwhile (Decree 30/2020, Article 13)', async () => {
    const id = await approved({ year: 2024, period: 'H1', asOf: '2024-06-20' });
    const issue = { ...ISSUE, number: '11/BC-UBND', issuedOn: '2024-06-20' };
    const { manager, waiting, letGo } = await hold(app.db, (other) => lock(other, 'steps of a report', id));
    const issuing = send(id, 'issue', issue);
    await waiting(1);
    await manager.query(`insert into report_step (report_id, no, state, note, taken_at) select $1, 2 + n, state, 'bổ sung', now() from unnest(array['draft', 'in-review', 'approved']) with ordinality as step (state, n)`, [id]);
    await manager.query(`insert into report_text (report_id, section, version, text, written_at) values ($1, 'causes', 2, 'Nội dung duyệt sau.', now())`, [id]);
    await letGo();
    expect(await issuing).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect((await app.read(reportSchema, `/api/v1/reports/${id}`)).state).toBe('approved');
    const { pdfUrl } = await taken(id, 'issue', issue);
    expect(await pdfText((await app.get(pdfUrl)).bytes)).toContain('Nội dung duyệt sau.');
  });

  it('when nobody is named to get it', async () => {
    await app.db.query(`update plan set recipients = '{}'`);
    const id = await approved({ year: 2024, period: 'H1', asOf: '2024-06-19' });
    expect(await faults(id, 'issue', { ...ISSUE, number: '10/BC-UBND', issuedOn: '2024-06-20' })).toEqual(['id: Kế hoạch chưa ghi nơi nhận, nên chưa ban hành báo cáo được.']);
  });
});
