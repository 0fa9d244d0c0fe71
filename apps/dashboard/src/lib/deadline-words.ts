import type { Deadline } from '@ocop/contracts';
import type { Messages } from '../messages/index.js';

/** How long a deadline still leaves or for how long it has been passed. */
export function deadlineWords({ state, daysLeft, daysLate }: Deadline, words: Messages['overview']['deadlines']): string {
  switch (state) {
    case 'ahead':
      return words.daysLeft(daysLeft);
    case 'last-day':
      return words.lastDay;
    case 'passed':
      return words.passed(daysLate);
    default:
      return state satisfies never;
  }
}
