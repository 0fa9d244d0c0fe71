import { expect, it } from '@jest/globals';
import { finishedReports } from '../testing/finished-reports.js';
import { modelOf } from '../testing/long-model.js';
import { structuralFaults } from '../testing/qpdf.js';
import { renderReportPdf } from './render-report-pdf.js';

it.each(finishedReports)('qpdf finds no fault in the structure of %s', async (_name, model) => {
  expect(await structuralFaults(await renderReportPdf(model))).toBeNull();
});

it('qpdf finds the fault of a file that was cut off and of one whose table of objects is wrong', async () => {
  const bytes = await renderReportPdf(modelOf([]));
  expect(await structuralFaults(bytes.subarray(0, bytes.length - 2000))).toContain('startxref');
  expect(await structuralFaults(Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]))).not.toBeNull();
});
