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
