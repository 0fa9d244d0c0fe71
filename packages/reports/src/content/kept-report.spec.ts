import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ReportModel } from '../model.js';
import type { ReportSnapshot } from '../snapshot.js';
import { countedFilledSnapshot, countedPlanSnapshot } from '../testing/counted-plan-1227.js';
import { wordsOfReport } from '../testing/words-of-report.js';
import { composeProgressReport } from './compose-progress-report.js';

const AGAIN = countedPlanSnapshot().reRecognition;

const report = (change: Partial<ReportSnapshot> = {}): string => wordsOfReport(composeProgressReport({ ...countedPlanSnapshot(), ...change }));

/** Kept by the program before snapshots had `outcomes`, with the model it made of it. The data are invented. */
const kept = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'testing', 'kept-report.json'), 'utf8')) as { snapshot: ReportSnapshot; model: ReportModel };

describe('a report kept before its snapshot had outcomes by name', () => {
  it('still says word for word what was signed', () => {
    expect(composeProgressReport(kept.snapshot)).toEqual(kept.model);
  });

  it.each<[string, Partial<ReportSnapshot>, string]>([
    ['recognised again (II.2)', { reRecognition: { ...AGAIN, value: 1, due: 2 } }, 'Công nhận lại: 01 trên tổng số 02 sản phẩm đến hạn đánh giá lại trong năm.'],
    ['none recognised again', { reRecognition: { ...AGAIN, value: 0, due: 2 } }, 'chưa có sản phẩm nào trên tổng số 02 sản phẩm'],
    ['nothing due', { reRecognition: { ...AGAIN, value: 0, due: 0 } }, 'không có sản phẩm đến hạn đánh giá lại trong năm.'],
    ['due not known', { reRecognition: { ...AGAIN, value: 1, due: null } }, 'Công nhận lại: 01 sản phẩm; chưa có số liệu về sản phẩm đến hạn'],
    ['second goal not known', {}, 'Chưa có số liệu về sản phẩm đến hạn đánh giá lại và được công nhận lại trong năm.'],
    ['supplements past (V.4)', {}, '(trước ngày 10/6/2024) đã hết.'],
    ['supplements ahead', { asOf: '2024-06-09' }, 'rà soát, bổ sung danh mục sản phẩm (nếu có) trước ngày 10/6/2024.'],
    ['certificates not known', {}, 'Chưa có số liệu về thời hạn của các giấy chứng nhận đã cấp.'],
    ['no certificate at its end', { certificates: [] }, 'Không có giấy chứng nhận hết hạn hoặc sắp hết hạn.'],
    ['round not due', {}, 'Chưa đến hạn, chưa có sản phẩm được công nhận; chưa gửi hồ sơ lên cấp tỉnh.'],
    ['round past, nothing', { asOf: '2024-12-14' }, 'Không có sản phẩm được công nhận; không có hồ sơ gửi lên cấp tỉnh.'],
    ['round not known', { rounds: countedPlanSnapshot().rounds.map((round) => ({ ...round, recognised: null, dossiersSent: null })) }, 'Chưa có số liệu về kết quả công nhận; chưa có số liệu về hồ sơ gửi lên cấp tỉnh.'],
  ])('%s', (_what, change, sentence) => {
    expect(report(change)).toContain(sentence);
  });

  it('names its appendices as it did: funding II, certificates III', () => {
    const text = wordsOfReport(composeProgressReport(countedFilledSnapshot()));
    expect(text).toContain('Đã công nhận 02 sản phẩm đánh giá lần đầu đạt 3 sao; đã gửi 01 hồ sơ lên cấp tỉnh.');
    expect(text).toContain('giải ngân 750 triệu đồng (chi tiết tại Phụ lục II).');
    expect(text).toContain('Giấy chứng nhận đã hết hạn: 01 sản phẩm; sắp hết hạn: không có (chi tiết tại Phụ lục III).');
  });
});
