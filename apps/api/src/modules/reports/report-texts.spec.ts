import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { receiptSchema, reportComparisonSchema, reportFigureListSchema, reportSchema, reportTextListSchema, reportTextSchema, type Report } from '@ocop/contracts';
import { LONGEST_SECTION, REQUIRED_SECTIONS } from '@ocop/domain';
import { receiveReport } from '../../testing/facts.js';
import { pdfText } from '../../testing/pdf-text.js';
import { earlierDecision, unlisted } from '../../testing/programme.js';
import { completeTexts, writeText } from '../../testing/reports.js';
import { declared, TestApp } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-06-20' });
});
afterAll(() => app.close());

const made = async (asOf?: string): Promise<Report> => declared(reportSchema, (await app.post('/api/v1/reports', { year: 2024, period: 'H1', ...(asOf === undefined ? {} : { asOf }) })).body);
const parts = async (id: number) => (await app.read(reportTextListSchema, `/api/v1/reports/${id}/texts`)).items;
const part = async (id: number, section: string) => (await parts(id)).find((one) => one.section === section);
/** Over what is written now. */
const write = async (id: number, section: string, text: string) => writeText(app, id, section, text, (await part(id, section))?.version);
const paper = async (id: number): Promise<string> => pdfText((await app.get(`/api/v1/reports/${id}/pdf`)).bytes);
const step = async (id: number, name: string, body: object = { note: null }) => {
  const answer = await app.post(`/api/v1/reports/${id}/${name}`, body);
  expect(`${answer.status} ${answer.status === 201 ? '' : answer.text}`).toBe('201 ');
  return declared(reportSchema, answer.body);
};
const issueOf = (number: string) => ({ number, issuedOn: '2024-06-20', signatureLines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], signatoryName: 'Người ký thử' });
const issued = async (id: number, number: string) => {
  await completeTexts(app, id);
  await step(id, 'submission');
  await step(id, 'approval');
  return step(id, 'issue', issueOf(number));
};

describe('the parts that a person writes (report outline, I, III, IV, V)', () => {
  it('are listed in the order of the report, with what its own facts suggest, and stand on paper where they belong', async () => {
    const { id } = await made('2024-06-14');
    const listed = await parts(id);
    expect(listed.map(({ section }) => section)).toEqual(['documents', 'organisation', 'area-1', 'area-2', 'area-3', 'area-4', 'area-5', 'area-6', 'achieved', 'limits', 'causes', 'tasks', 'proposals']);
    expect(listed.filter(({ required }) => required).map(({ section }) => section)).toEqual(REQUIRED_SECTIONS);
    expect((await part(id, 'limits'))?.suggestions[0]).toBe('Chưa có sản phẩm được công nhận mới so với mục tiêu ít nhất 02 sản phẩm.');
    expect(await paper(id)).toContain('Nội dung do Phòng Kinh tế bổ sung');
    expect(declared(reportTextSchema, (await writeText(app, id, 'limits', 'Hồ sơ còn chậm.\n- thiếu phiếu kiểm nghiệm;\n- thiếu truy xuất.')).body)).toMatchObject({ version: 1, writtenBy: 'Người thử' });
    await writeText(app, id, 'area-1', 'Đã mở 02 lớp tập huấn.');
    const text = await paper(id);
    expect(text).toMatch(/2\. Hạn chế, khó khăn\s+Hồ sơ còn chậm\.\s+- thiếu phiếu kiểm nghiệm;\s+- thiếu truy xuất\./u);
    expect(text).toMatch(/Đã mở 02 lớp tập huấn\./u);
    expect((await paper(id)).match(/Nội dung do Phòng Kinh tế bổ sung/gu)).toHaveLength(6);
  });

  it('left empty on purpose they print nothing, or “Không có.” where the section would be bare', async () => {
    const { id } = await made('2024-06-13');
    for (const section of REQUIRED_SECTIONS) await write(id, section, ' ');
    const text = await paper(id);
    expect(text).not.toContain('Nội dung do Phòng Kinh tế bổ sung');
    expect(text).toMatch(/Hạn chế, khó khăn\s+Không có\./u);
    await step(id, 'submission');
  });

  it('go over to the next report of the period, not to the other period', async () => {
    const first = await made('2024-06-17');
    await write(first.id, 'causes', 'Nhân lực còn thiếu.');
    const next = await made('2024-06-11');
    expect((await part(next.id, 'causes'))?.text).toBe('Nhân lực còn thiếu.');
    const year = declared(reportSchema, (await app.post('/api/v1/reports', { year: 2024, period: 'FY' })).body);
    expect((await part(year.id, 'causes'))?.text).toBeNull();
  });

  it('missing ones keep a report from being handed on, all named at once', async () => {
    const year = declared(reportSchema, (await app.post('/api/v1/reports', { year: 2024, period: 'FY' })).body);
    await writeText(app, year.id, 'tasks', 'x');
    const refused = await app.refused(400, `/api/v1/reports/${year.id}/submission`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"note":null}' });
    expect(refused.detail).toBe('Chưa có nội dung của các phần: Văn bản chỉ đạo; Tổ chức thực hiện; Kết quả đạt được; Hạn chế, khó khăn; Nguyên nhân; Đề xuất, kiến nghị. Hãy viết, hoặc ghi rõ là không có gì thêm.');
    expect(refused.errors?.map(({ path }) => path)).toEqual(['texts.documents', 'texts.organisation', 'texts.achieved', 'texts.limits', 'texts.causes', 'texts.proposals']);
  });

  it('written by two, the second is told what the first wrote and loses nothing', async () => {
    const { id } = await made('2024-06-10');
    const { version = 0 } = (await part(id, 'proposals')) ?? {};
    expect((await writeText(app, id, 'proposals', 'Của người thứ nhất.', version)).status).toBe(200);
    const second = await writeText(app, id, 'proposals', 'Của người thứ hai.', version);
    expect([second.status, second.body]).toEqual([409, expect.objectContaining({ code: 'changed-meanwhile', current: { text: 'Của người thứ nhất.', version: version + 1 } })]);
    expect((await part(id, 'proposals'))?.text).toBe('Của người thứ nhất.');
  });

  it.each([
    ['longer than 20 000 characters', 'x'.repeat(LONGEST_SECTION + 1), /không quá 20.000 ký tự/],
    ['of 200 000', 'a '.repeat(100_000), /không quá 20.000 ký tự/],
    ['with a character that the typeface lacks', 'Báo cáo 🍵', /Ký tự “🍵” \(U\+1F375\) không có trong phông chữ/],
  ])('are refused when %s, in words', async (_what, text, sentence) => {
    const { id } = await made('2024-06-09');
    const answer = await writeText(app, id, 'documents', text);
    expect([answer.status, (answer.body as { errors: { path: string; message: string }[] }).errors.map(({ path }) => path)]).toEqual([400, ['text']]);
    expect(answer.text).toMatch(sentence);
  });

  it('just within the limit make a sound paper', async () => {
    const { id } = await made('2024-06-08');
    expect((await write(id, 'documents', `${'chữ '.repeat(4_900)}${'x'.repeat(300)}`)).status).toBe(200);
    expect((await app.get(`/api/v1/reports/${id}/pdf`)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('a draft and the paper issued', () => {
  it('are told apart: “DỰ THẢO” stands on every page until the report is issued, then nowhere', async () => {
    const { id } = await made('2024-06-15');
    expect(await paper(id)).toContain('DỰ THẢO');
    await issued(id, '03/BC-UBND');
    expect(await paper(id)).not.toContain('DỰ THẢO');
    const late = await writeText(app, id, 'limits', 'sửa sau', 1);
    expect([late.status, late.text]).toEqual([400, expect.stringContaining('Báo cáo đã ban hành nên không sửa nội dung được')]);
  });
});

describe('the Word file', () => {
  it('is there to be edited before signing, and once more with number and signature; taking it is in the trail', async () => {
    const { id } = await made('2024-06-16');
    for (const number of [null, '04/BC-UBND']) {
      if (number !== null) await issued(id, number);
      const { bytes, headers } = await app.get(`/api/v1/reports/${id}/docx`);
      expect([bytes.subarray(0, 2).toString(), headers.get('content-disposition')]).toEqual(['PK', expect.stringMatching(number === null ? /2024-06-16\.docx/ : /04-BC-UBND\.docx/)]);
    }
    expect(await app.db.query(`select subject_name as name from audit_entry where action = 'report-downloaded' and subject_name like '%.docx' order by no`)).toHaveLength(2);
  });
});

describe('an issued report whose facts have changed since', () => {
  it('says which figures differ and what made the difference, and is replaced by one that lists it; its own bytes stay', async () => {
    const { id } = await made();
    await issued(id, '05/BC-UBND');
    const { bytes } = await app.get(`/api/v1/reports/${id}/pdf`);
    expect(await app.read(reportComparisonSchema, `/api/v1/reports/${id}/comparison`)).toMatchObject({ items: [], total: 0, entries: [] });

    app.clock.seconds += 60;
    await receiveReport(app.db, 'Phường Hương Văn', 'H1', '2024-06-10');
    const compared = await app.read(reportComparisonSchema, `/api/v1/reports/${id}/comparison`);
    expect(compared.items).toEqual([
      { name: 'Báo cáo của xã, phường đã nhận', before: '0', after: '01' },
      { name: 'Báo cáo của xã, phường đúng hạn', before: '0', after: '01' },
    ]);
    // The clock of the test stands in 2024, what its data were loaded at does not.
    expect(compared.entries.filter(({ kind }) => kind === 'commune-report')).toEqual([expect.objectContaining({ kind: 'commune-report', name: 'Phường Hương Văn', on: '2024-06-10', annulled: false })]);

    const amendment = await step(id, 'amendment', { reason: 'bổ sung báo cáo của phường Hương Văn' });
    expect(amendment).toMatchObject({ state: 'draft', asOf: '2024-06-14', amends: { id, number: '05/BC-UBND', issuedOn: '2024-06-20' }, amendedBy: null });
    const rival = await step(id, 'amendment', { reason: 'lần nữa' });
    expect(rival.id).toBe(amendment.id);
    const replaced = await issued(amendment.id, '06/BC-UBND');
    expect(replaced.state).toBe('issued');
    const text = await paper(amendment.id);
    expect(text).toMatch(/Báo cáo này thay thế Báo cáo số 05\/BC-UBND ngày 20\/6\/2024\. Lý do: bổ sung báo cáo của phường Hương Văn\./u);
    expect(text).toMatch(/NỘI DUNG SỬA ĐỔI, BỔ SUNG\s+SO VỚI BÁO CÁO SỐ 05\/BC-UBND NGÀY 20\/6\/2024/u);
    expect(text).toMatch(/Báo cáo của xã, phường đã nhận\s+0\s+01/u);

    const old = await app.read(reportSchema, `/api/v1/reports/${id}`);
    expect(old).toMatchObject({ state: 'amended', amendedBy: { id: amendment.id, number: '06/BC-UBND' } });
    expect((await app.get(`/api/v1/reports/${id}/pdf`)).bytes.equals(bytes)).toBe(true);
    const again = await app.refused(400, `/api/v1/reports/${id}/amendment`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"reason":"x"}' });
    expect(again.detail).toBe('Báo cáo này đã được thay thế bằng Báo cáo số 06/BC-UBND.');
  });

  it('keeps its own days when the schedule gets others afterwards: nothing differs, and what replaces it is of the same days', async () => {
    const { id, firstDay, lastDay } = await made('2024-06-17');
    await issued(id, '07/BC-UBND');
    const cutoffs = (which: string) =>
      app.request('/api/v1/report-schedules/H1', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ cutoffs: which, afterDays: 1, at: '06:00', remindDays: 14, active: true }) });
    expect((await cutoffs('calendar')).status).toBe(200);
    try {
      expect(await app.read(reportComparisonSchema, `/api/v1/reports/${id}/comparison`)).toMatchObject({ items: [], total: 0 });
      expect(await step(id, 'amendment', { reason: 'ghi sót' })).toMatchObject({ firstDay, lastDay, asOf: '2024-06-17' });
    } finally {
      await cutoffs('decree-09-2019');
    }
  });

  it('differs from now by a decision on no registration and by its revocation, and names both', async () => {
    const { id } = await made('2024-06-16');
    const { name, id: product } = await unlisted(app);
    const compared = async () => {
      const { total, entries } = await app.read(reportComparisonSchema, `/api/v1/reports/${id}/comparison`);
      return { differs: total > 0, entries: entries.filter((entry) => entry.name === name).map(({ kind, on }) => [kind, on]) };
    };
    app.clock.seconds += 60;
    const { id: decision } = declared(receiptSchema, (await app.post(`/api/v1/products/${product}/recognitions`, earlierDecision('2021-08-01', 3, 'town'))).body);
    expect(await compared()).toEqual({ differs: true, entries: [['recognition', '2021-08-01']] });
    app.clock.seconds += 60;
    expect((await app.post(`/api/v1/recognitions/${decision}/revocation`, { revokedOn: '2024-06-10', paper: '1/QĐ-TH', reason: 'vi phạm' })).status).toBe(200);
    expect(await compared()).toEqual({ differs: true, entries: [['revocation', '2024-06-10'], ['recognition', '2021-08-01']] });
  });

  it('only an issued one is replaced', async () => {
    const { id } = await made('2024-06-07');
    const refused = await app.refused(400, `/api/v1/reports/${id}/amendment`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"reason":"x"}' });
    expect(refused.detail).toBe('Chỉ thay thế được báo cáo đã ban hành; báo cáo này đang soạn.');
  });

  it('lists every figure as it was frozen', async () => {
    const { id } = await made('2024-05-01');
    const { items } = await app.read(reportFigureListSchema, `/api/v1/reports/${id}/figures`);
    expect(items).toContainEqual(expect.objectContaining({ name: 'Sản phẩm trong danh mục', value: '07' }));
    expect(items).toContainEqual(expect.objectContaining({ name: 'Báo cáo của xã, phường đã nhận', value: '0' }));
    expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
  });
});
