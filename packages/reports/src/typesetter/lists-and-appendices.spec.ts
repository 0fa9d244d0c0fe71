import { describe, expect, it } from '@jest/globals';
import { composeProgressReport } from '../content/compose-progress-report.js';
import { HOUSE_LAYOUT, millimetres } from '../layout-rules.js';
import type { ReportModel } from '../model.js';
import { modelOf, tableOf, text } from '../testing/long-model.js';
import { filledSnapshot } from '../testing/plan-1227.js';
import { contentLines, flowingText, readPdf, type ReadPdf } from '../testing/read-pdf.js';
import { renderReportPdf } from './render-report-pdf.js';

const read = async (model: ReportModel): Promise<ReadPdf> => readPdf(await renderReportPdf(model));

describe('a list', () => {
  it('is not left by the paragraph that introduces it, wherever the page ends', async () => {
    for (let count = 20; count < 34; count += 1) {
      const before = Array.from({ length: count }, (_, index) => text(`Nội dung ${index}.`));
      const lines = contentLines(await read(modelOf([...before, text('Gồm các nội dung:'), { kind: 'list', items: [[{ text: 'Một;' }], [{ text: 'Hai.' }]] }, text('Hết./.')])));
      const introduction = lines.findIndex((line) => line.text === 'Gồm các nội dung:');
      expect(lines[introduction + 1]).toMatchObject({ text: '- Một;', page: lines[introduction]?.page });
    }
  });
});

describe('a note that is tied to what it stands under', () => {
  it('is never alone on a page, wherever the table before it ends', async () => {
    for (let count = 24; count < 42; count += 1) {
      const table = { ...tableOf(0), rows: Array.from({ length: count }, (_, index) => [String(index + 1), 'Nội dung', '1']) };
      const model = modelOf([text('Hết./.')]);
      const note = { kind: 'note', text: 'Mã tra cứu: BC-12-PL1', tied: true } as const;
      const lines = contentLines(await read({ ...model, appendices: [{ orientation: 'portrait', titleLines: ['BẢNG'], referenceLines: [], blocks: [table, note] }] }));
      const code = lines.findIndex((line) => line.text === note.text);
      expect({ count, page: lines[code - 1]?.page }).toEqual({ count, page: lines[code]?.page });
    }
  });
});

describe('the tables of results and certificates with the longest names', () => {
  const NAME = 'Bột ngũ cốc dinh dưỡng từ gạo lứt, hạt sen Huế và đậu xanh nguyên vỏ Hương Bình';
  const PRODUCER = 'Hợp tác xã sản xuất, kinh doanh dịch vụ nông nghiệp tổng hợp Bình Thành';

  it('cut nothing: every cell is there whole, inside the margins, short cells on one line', async () => {
    const filled = filledSnapshot();
    const courses = filled.outcomes.courses.map((one) => ({ ...one, productName: NAME, producerName: PRODUCER }));
    const certificates = (filled.certificates ?? []).map((one) => ({ ...one, productName: NAME, producerName: PRODUCER }));
    const model = composeProgressReport({ ...filled, certificates, outcomes: { ...filled.outcomes, courses } });
    const wide = model.appendices.filter(({ orientation }) => orientation === 'landscape');
    expect(wide).toHaveLength(2);
    const pdf = await read({ ...model, body: model.body.slice(-1), appendices: wide });
    const cells = contentLines(pdf).filter((line) => line.tag === 'TD');
    for (const line of cells) expect(line.right).toBeLessThanOrEqual(millimetres(297) - HOUSE_LAYOUT.margins.right + 0.5);
    for (const short of ['69,9967', 'Đánh giá lại', '3 sao', '31/8/2024', 'quá 105 ngày', 'Chưa đăng ký']) expect(cells.map((line) => line.text)).toContain(short);
    const found = flowingText(pdf);
    for (const whole of [NAME, PRODUCER, '1500/QĐ-UBND ngày 09/7/2024', 'Chưa đủ yêu cầu tối thiểu của hạng 4 sao']) expect(found).toContain(whole);
  });
});
