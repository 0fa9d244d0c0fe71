import type { Problem } from '@ocop/contracts';

/** `offline`: no answer came; `problem`: the API said what is wrong; `unexpected`: an answer that cannot be read. */
export type ApiErrorKind = 'offline' | 'problem' | 'unexpected';

/** Why a request brought no figures. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly kind: ApiErrorKind,
    readonly status: number | null,
    readonly problem: Problem | null,
    readonly requestId: string | null,
    options?: ErrorOptions,
  ) {
    super(problem?.detail ?? kind, options);
  }
}

/** Whether asking once more may help: no answer, or a fault on the server's side. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof ApiError && error.kind !== 'unexpected' && (error.status === null || error.status >= 500);
}

/** Whether nobody is signed in any more, or the second factor is still missing. */
export function isSessionOver(error: unknown): boolean {
  const code = error instanceof ApiError ? error.problem?.code : undefined;
  return code === 'sign-in-needed' || code === 'second-factor-needed';
}

/** What the API says against one field of a form; null = nothing. */
export function refusalOf(error: Error | null, field: string): string | null {
  if (!(error instanceof ApiError)) return null;
  return error.problem?.errors?.find(({ path }) => path === field || path.startsWith(`${field}.`))?.message ?? null;
}
