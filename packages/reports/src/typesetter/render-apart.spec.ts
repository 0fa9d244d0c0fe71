import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
// As it is installed: a thread starts from a built file.
import { MissingGlyphError, renderReportPdf as renderApart, ReportTooLargeError } from '@ocop/reports';
import { modelOf, tableOf, text } from '../testing/long-model.js';
import { renderReportPdf } from './render-report-pdf.js';

describe('a report set in a thread of its own', () => {
  it('is the same bytes as one set here, also when several are asked for at once', async () => {
    const models = ['Một.', 'Hai.', 'Ba.'].map((words) => modelOf([text(words)]));
    const apart = await Promise.all(models.map(renderApart));
    for (const [index, model] of models.entries()) expect((await renderReportPdf(model)).equals(apart[index] ?? Buffer.alloc(0))).toBe(true);
  });

  it('is refused by character and place where the typeface lacks one, and the next one is set', async () => {
    const refused = await renderApart(modelOf([text('Sản phẩm 茶')])).then(() => null, (reason: unknown) => reason);
    expect(refused).toBeInstanceOf(MissingGlyphError);
    expect(refused).toMatchObject({ character: '茶', place: 'body[0] (paragraph)' });
    expect((await renderApart(modelOf([text('Một.')]))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('refuses money that is not whole đồng with the error of the chart', async () => {
    const sources = [{ id: 'a', name: 'Nguồn', order: 1, planned: '1,5', disbursed: null }] as const;
    const words = { title: '', description: '', unit: '', missing: '', categoryLabel: '', plannedLabel: '', disbursedLabel: '' };
    const model = modelOf([{ kind: 'chart', caption: '', alternativeText: '', definition: { kind: 'grouped-bars-by-source', valueFormat: 'million-dong', sources, ...words } }]);
    await expect(renderApart(model)).rejects.toThrow('not "1,5"');
  });

  it('is refused where it needs more memory than it may take; a table of 5 000 rows does not, and the next one is set', async () => {
    await expect(renderApart(modelOf([tableOf(60_000)]))).rejects.toBeInstanceOf(ReportTooLargeError);
    expect((await renderApart(modelOf([tableOf(5_000)]))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('keeps its process until it is set, and no longer', async () => {
    const program = `import { renderReportPdf } from '@ocop/reports'; renderReportPdf(${JSON.stringify(modelOf([]))}).then((bytes) => console.log(bytes.length));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], { cwd: import.meta.dirname });
    expect(Number(stdout)).toBe((await renderReportPdf(modelOf([]))).length);
  });
});
