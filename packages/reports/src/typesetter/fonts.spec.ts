import { expect, it } from '@jest/globals';
import { modelOf, text } from '../testing/long-model.js';
import { flowingText, readPdf } from '../testing/read-pdf.js';
import { renderReportPdf } from './render-report-pdf.js';

// The typeface is parsed once per process; a glyph first met as a part of another one must still know its letter.
it('a report can be read letter by letter, whatever was printed before it: ộ first, then o', async () => {
  await renderReportPdf(modelOf([text('ộ ệ ẩ ử')]));
  const pdf = await readPdf(await renderReportPdf(modelOf([text('gạo sen keo')])));
  expect(flowingText(pdf)).toContain('gạo sen keo');
});
