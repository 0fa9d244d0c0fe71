import { describe, expect, it } from '@jest/globals';
import type { Problem } from '@ocop/contracts';
import { ApiError } from '../../lib/api/api-error.js';
import { fieldRefusals } from './report-refusal.js';

const refused = (problem: Pick<Problem, 'code' | 'detail' | 'errors'>): ApiError =>
  new ApiError('problem', 422, { type: 'about:blank', title: 'x', status: 422, ...problem }, null);

describe('fieldRefusals', () => {
  it('puts a refused day beside the day', () => {
    expect(fieldRefusals(refused({ code: 'as-of-before-plan', detail: 'trước kế hoạch' }))).toEqual({ asOf: 'trước kế hoạch' });
  });

  it('puts a period that has not begun beside the period', () => {
    expect(fieldRefusals(refused({ code: 'period-not-started', detail: 'chưa bắt đầu' }))).toEqual({ period: 'chưa bắt đầu' });
  });

  it('puts each message of bad input beside its field and leaves other fields to the summary', () => {
    const errors = [
      { path: 'asOf', message: 'không phải ngày' },
      { path: 'year', message: 'không phải năm' },
    ];
    expect(fieldRefusals(refused({ code: 'invalid-input', detail: 'sai', errors }))).toEqual({ asOf: 'không phải ngày' });
  });

  it('says nothing of a field when no answer came', () => {
    expect(fieldRefusals(new ApiError('offline', null, null, null))).toEqual({});
    expect(fieldRefusals(null)).toEqual({});
  });
});
