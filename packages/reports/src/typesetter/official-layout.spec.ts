import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeProgressReport } from '../content/compose-progress-report.js';
import { finishedReports } from '../testing/finished-reports.js';
import { LONG_TEXT, modelOf, tableOf, text } from '../testing/long-model.js';
import type { Paper } from '../testing/layout-row.js';
import { checkOfficialLayout, LAYOUT_ROWS, readPaper } from '../testing/official-layout.js';
import { planSnapshot } from '../testing/plan-1227.js';
import { renderReportPdf } from './render-report-pdf.js';

describe.each(finishedReports)('%s, measured in its file by Appendix I of Decree 30/2020/NĐ-CP', (_name, model) => {
  let paper: Paper;
  beforeAll(async () => {
    paper = await readPaper(await renderReportPdf(model), model);
  });

  it.each(LAYOUT_ROWS)('$row', ({ problems }) => {
    expect(problems(paper)).toEqual([]);
  });
});

const issued = composeProgressReport(planSnapshot());

it.each([
  ['a report still to be numbered and dated', issued],
  ['an unnamed chairman', { ...issued, signature: { authorityLines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: null } }],
  ['a report of text alone', modelOf([...Array.from({ length: 40 }, () => text(LONG_TEXT)), text('Trên đây là báo cáo của đơn vị./.')])],
  ['one appendix', { ...issued, appendices: issued.appendices.slice(0, 1) }],
  ...Array.from({ length: 12 }, (_, rows) => [`a signature after a table of ${rows + 20} rows`, modelOf([tableOf(rows + 20), text('Hết./.')])] as const),
])('%s departs from no row either', async (_name, model) => {
  expect(checkOfficialLayout(await readPaper(await renderReportPdf(model), model))).toEqual({});
});

it('a draft departs by its pale watermark alone', async () => {
  const model = { ...issued, draft: true };
  expect(Object.keys(checkOfficialLayout(await readPaper(await renderReportPdf(model), model)))).toEqual(['black']);
});
