import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { activityListSchema, indicatorListSchema, reportFigureListSchema, reportFigureRowsSchema, reportSchema } from '@ocop/contracts';
import { countInText, domainMessages, formatMoney, formatMoneyFigure } from '@ocop/domain';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { enterFunding, receiveReport, type Entry } from '../../testing/facts.js';
import { pdfText } from '../../testing/pdf-text.js';
import { write } from '../../testing/programme.js';
import { declared, TestApp } from '../../testing/test-app.js';
import { readWorkbook } from '../../testing/workbook.js';

/** `OCOP_AGREEMENT_SETS=200` asks of more data. */
// oxlint-disable-next-line node/no-process-env -- How much to try is said from outside.
const SETS = Number(process.env['OCOP_AGREEMENT_SETS'] ?? 8);
const STAGES = ['planned', 'allocated', 'disbursed'] as const;
const SOURCES = ['ntm-2021-2025', 'nq-20-2020', 'nq-30-2021', 'integrated-industry-promotion', 'integrated-science-technology'] as const;
const COMMUNES = ['Phường Hương Văn', 'Phường Tứ Hạ', 'Phường Hương Vân', 'Xã Bình Tiến', 'Xã Bình Thành'];

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-12-20' });
});
afterAll(() => app.close());

const entry = fc.oneof(
  fc.record({ source: fc.constantFrom(...SOURCES), stage: fc.constantFrom(...STAGES), amount: fc.bigInt({ min: 1n, max: 9_999_999_999n }) }),
  fc.record({ source: fc.constant('socialised'), stage: fc.constantFrom('registered', 'contributed'), amount: fc.bigInt({ min: 1n, max: 999_999_999n }) }),
);
const set = fc.record({
  entries: fc.array(entry, { minLength: 1, maxLength: 8 }),
  occurredOn: fc.constantFrom('2024-05-02', '2024-07-15', '2024-11-30'),
  asOf: fc.constantFrom('2024-06-30', '2024-09-30', '2024-12-14'),
});

/** What a Word file says. */
const wordText = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<w:p[ >]/gu, ' <').replaceAll(/<[^>]*>/gu, '');
const plain = (text: string) => text.replaceAll(/\s+/gu, ' ');

it(
  `the figures of one snapshot are the same on screen, in the report's list, on paper, in Word and in Excel, to the đồng (${SETS} data sets)`,
  async () => {
    let no = 0;
    for (const { entries, occurredOn, asOf } of fc.sample(set, { numRuns: SETS, seed: 1227 })) {
      await enterFunding(app.db, entries.map((one): Entry => ({ ...one, occurredOn, unit: null, workArea: null })));
      const commune = COMMUNES[no];
      if (commune !== undefined) await receiveReport(app.db, commune, 'FY', '2024-12-10');
      no += 1;
      await write(app, 'activities', { year: 2024, workArea: (no % 6) + 1, name: `Lớp tập huấn thứ ${no}`, heldOn: occurredOn, endedOn: null, unitId: null, participants: no * 7, paper: null, note: null });
      const report = declared(reportSchema, (await app.post('/api/v1/reports', { year: 2024, period: 'FY', asOf })).body);
      const [screen, held, figures, pdf, word, excel] = await Promise.all([
        app.read(indicatorListSchema, `/api/v1/indicators?year=2024&asOf=${asOf}`),
        app.read(activityListSchema, `/api/v1/activities?year=2024&asOf=${asOf}`),
        app.read(reportFigureListSchema, `/api/v1/reports/${report.id}/figures`),
        app.get(`/api/v1/reports/${report.id}/pdf`).then(({ bytes }) => pdfText(bytes)).then(plain),
        app.get(`/api/v1/reports/${report.id}/docx`).then(({ bytes }) => plain(wordText(bytes))),
        app.get(`/api/v1/reports/${report.id}/xlsx`).then(({ bytes }) => readWorkbook(bytes)),
      ]);
      const rows = excel.sheets.find(({ name }) => name === 'Kinh phí')?.rows ?? [];
      const total = rows.at(-1) ?? [];
      STAGES.forEach((stage, index) => {
        const value = screen.items.find(({ id }) => id === `funding-${stage}`)?.value ?? null;
        const figure = figures.items.find(({ name }) => name === `${{ planned: 'Dự toán', allocated: 'Phân bổ', disbursed: 'Giải ngân' }[stage]}: tổng các nguồn`)?.value ?? null;
        const dong = value === null ? null : BigInt(value);
        expect({ no, stage, figure, excel: total[index + 2] ?? null }).toEqual({ no, stage, figure: dong === null ? null : formatMoney(dong, 'million'), excel: dong === null ? null : Number(dong) });
        for (const paper of [pdf, word]) expect(paper).toContain(dong === null ? 'Tổng cộng' : formatMoneyFigure(dong, 'million'));
      });
      // Each source by itself: what Excel has in đồng, paper and Word have in triệu.
      for (const [, , ...amounts] of rows.slice(1, -1)) {
        for (const amount of amounts) {
          if (typeof amount !== 'number') continue;
          const written = formatMoneyFigure(BigInt(amount), 'million');
          for (const paper of [pdf, word]) expect(paper).toContain(written);
        }
      }
      // And each amount is what the rows frozen with it come to.
      for (const { key, value } of figures.items.filter(({ part }) => part === 'funding')) {
        const found = await app.read(reportFigureRowsSchema, `/api/v1/reports/${report.id}/figure-rows?figure=${encodeURIComponent(key)}`);
        const sum = found.items.reduce((total, { amount }) => total + BigInt(amount ?? '0'), 0n);
        expect({ no, key, value, sum: found.total === 0 ? null : sum.toString() }).toEqual({ no, key, value: value === null ? null : formatMoney(sum, 'million'), sum: found.sum });
      }
      // What was done in the work areas: as many as on screen, each with its people on paper and in Word (III).
      for (const { workArea, count } of held.areas) expect({ no, workArea, figure: Number(figures.items.find(({ key }) => key === `activities ${workArea}`)?.value) }).toEqual({ no, workArea, figure: count });
      for (const { name, participants } of held.items) for (const text of [pdf, word]) expect(text).toContain(`: ${name}, ${countInText(participants ?? 0)} lượt người.`);
      const received = screen.items.find(({ id }) => id === 'commune-reports-on-time');
      expect(figures.items.find(({ name }) => name === 'Sản phẩm trong danh mục')?.value).toBe('07');
      expect(received?.name).toBe(domainMessages.vi.indicatorNames['commune-reports-on-time']);
    }
  },
  60_000 + SETS * 3_000,
);
