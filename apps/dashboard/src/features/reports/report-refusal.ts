import type { ProblemCode } from '@ocop/contracts';
import { ApiError } from '../../lib/api/api-error.js';

export type ReportField = 'period' | 'asOf';

const FIELD_OF_CODE: Partial<Record<ProblemCode, ReportField>> = {
  'as-of-before-plan': 'asOf',
  'as-of-after-today': 'asOf',
  'period-not-started': 'period',
};

/** What the API says against each field of the form; empty when it says nothing against a field. */
export function fieldRefusals(error: Error | null): Partial<Record<ReportField, string>> {
  const problem = error instanceof ApiError ? error.problem : null;
  if (problem === null) return {};
  const refusals: Partial<Record<ReportField, string>> = {};
  const field = FIELD_OF_CODE[problem.code];
  if (field !== undefined) refusals[field] = problem.detail;
  for (const { path, message } of problem.errors ?? []) {
    if (path === 'period' || path === 'asOf') refusals[path] = message;
  }
  return refusals;
}
