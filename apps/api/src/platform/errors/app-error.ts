import type { Problem, ProblemCode } from '@ocop/contracts';
import { messages } from './messages.js';

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
    /** The record as it stands now, when somebody else changed it meanwhile. */
    readonly current?: Problem['current'],
    /** What is doubtful in what was sent. */
    readonly doubts?: Problem['doubts'],
  ) {
    super(detail);
    this.name = 'AppError';
  }
}

/** Gathers everything that is wrong with what was sent, so that it is told at once, each thing once. */
export class Faults {
  private readonly errors: FieldError[] = [];

  add(path: string, message: string): void {
    if (!this.errors.some((error) => error.path === path && error.message === message)) this.errors.push({ path, message });
  }

  /** Null when nothing is wrong. */
  refusal(): AppError | null {
    const [first] = this.errors;
    return first === undefined ? null : new AppError('invalid-input', this.errors.length === 1 ? first.message : messages.invalidInput, this.errors);
  }

  /** @throws AppError invalid-input with every fault, when there is one */
  refuse(): void {
    const refusal = this.refusal();
    if (refusal !== null) throw refusal;
  }
}
