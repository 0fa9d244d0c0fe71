import type { Locale } from '@ocop/domain';
import { en } from './en.js';
import { vi, type Messages } from './vi.js';

export type { Messages };

/** Every word of the dashboard in each language. */
export const catalogues: Readonly<Record<Locale, Messages>> = { vi, en };
