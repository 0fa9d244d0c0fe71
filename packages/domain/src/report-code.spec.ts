import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseReportCode, reportCode } from './report-code.js';

describe('the code of a report on paper', () => {
  it('is read back as it was written, whatever report and appendix', () => {
    const number = fc.integer({ min: 1, max: 999_999_999 });
    fc.assert(
      fc.property(number, fc.option(fc.integer({ min: 1, max: 99 })), (report, appendix) => {
        expect(parseReportCode(reportCode(report, appendix ?? undefined))).toEqual({ report, appendix });
      }),
    );
  });

  it.each<[string, ReturnType<typeof parseReportCode>]>([
    ['BC-12-PL2', { report: 12, appendix: 2 }],
    [' bc 12 pl 2 ', { report: 12, appendix: 2 }],
    ['bc12pl2', { report: 12, appendix: 2 }],
    ['BC-12', { report: 12, appendix: null }],
    ['05/BC-UBND', null],
    ['BC-0', null],
    ['BC-12-PL0', null],
    ['12', null],
    ['BC-12-PL2 và thêm', null],
    ['', null],
  ])('“%s” is %j', (text, code) => {
    expect(parseReportCode(text)).toEqual(code);
  });
});
