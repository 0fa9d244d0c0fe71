import type { ProblemCode } from '@ocop/contracts';

export interface FieldError {
  path: string;
  message: string;
}

/** An expected failure: a code of the closed list, a Vietnamese sentence, and the fields at fault. */
export class AppError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors?: readonly FieldError[],
    /** Seconds after which asking again makes sense. */
    readonly retryAfter?: number,
  ) {
    super(detail);
    this.name = 'AppError';
  }
}
