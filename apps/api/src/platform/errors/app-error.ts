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
  ) {
    super(detail);
    this.name = 'AppError';
  }
}
