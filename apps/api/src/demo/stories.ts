import type { RegistrationKind } from '@ocop/domain';
import type { DemoYear } from './demo-data.js';

/** How a registration ends. The names say what the council gives and what becomes of it. */
export type Outcome =
  | 'three-stars'
  | 'just-below-four'
  | 'capped-at-three'
  | 'four-stars'
  | 'lowered-by-province'
  | 'too-few-points'
  | 'minimums-unmet'
  | 'withdrawn';

export interface Story {
  year: DemoYear;
  round: 1 | 2;
  kind: RegistrationKind;
  outcome: Outcome;
  productNo: number;
  /** Came to round 1 with an unfinished dossier. */
  moved?: true;
  /** Put on the list by a commune's supplement; such a dossier goes to round 2. */
  supplement?: true;
  /** Year in which the recognition is revoked. */
  revokedIn?: DemoYear;
}

/** Recognised before the years of the data: product number, year, stars. */
export const EARLIER_RECOGNITIONS = [
  { productNo: 1, year: 2019, stars: 4 },
  { productNo: 2, year: 2019, stars: 3 },
  { productNo: 3, year: 2019, stars: 3 },
  { productNo: 4, year: 2020, stars: 3 },
  { productNo: 5, year: 2020, stars: 3 },
  { productNo: 6, year: 2020, stars: 3 },
] as const;

/**
 * The seed chooses names, days, points and amounts; what happens is written here, so that every state the screens must
 * show is there. Products 3 and 6 miss their re-evaluation: they are on no later list. Product 14 gives its up.
 */
export const STORIES: readonly Story[] = [
  { year: 2021, round: 1, kind: 'new', outcome: 'three-stars', productNo: 7 },
  { year: 2021, round: 1, kind: 'new', outcome: 'three-stars', productNo: 8 },
  { year: 2021, round: 1, kind: 'new', outcome: 'four-stars', productNo: 9 },
  { year: 2021, round: 1, kind: 'new', outcome: 'capped-at-three', productNo: 10 },
  { year: 2021, round: 1, kind: 'new', outcome: 'too-few-points', productNo: 11 },
  { year: 2021, round: 2, kind: 'new', outcome: 'just-below-four', productNo: 12 },
  { year: 2021, round: 2, kind: 'new', outcome: 'three-stars', productNo: 13, moved: true },
  { year: 2021, round: 2, kind: 'new', outcome: 'lowered-by-province', productNo: 14 },
  { year: 2021, round: 2, kind: 'new', outcome: 'withdrawn', productNo: 15 },
  { year: 2021, round: 2, kind: 'new', outcome: 'minimums-unmet', productNo: 16, supplement: true },

  { year: 2022, round: 1, kind: 're-evaluation', outcome: 'four-stars', productNo: 1 },
  { year: 2022, round: 1, kind: 'new', outcome: 'three-stars', productNo: 17 },
  { year: 2022, round: 1, kind: 'new', outcome: 'three-stars', productNo: 18, revokedIn: 2024 },
  { year: 2022, round: 1, kind: 'new', outcome: 'four-stars', productNo: 19 },
  { year: 2022, round: 1, kind: 'new', outcome: 'withdrawn', productNo: 23 },
  { year: 2022, round: 2, kind: 're-evaluation', outcome: 'just-below-four', productNo: 2 },
  { year: 2022, round: 2, kind: 'new', outcome: 'three-stars', productNo: 20 },
  { year: 2022, round: 2, kind: 'new', outcome: 'minimums-unmet', productNo: 21 },
  { year: 2022, round: 2, kind: 'new', outcome: 'capped-at-three', productNo: 22, moved: true },

  { year: 2023, round: 1, kind: 're-evaluation', outcome: 'three-stars', productNo: 4 },
  { year: 2023, round: 1, kind: 'new', outcome: 'three-stars', productNo: 24 },
  { year: 2023, round: 1, kind: 'new', outcome: 'four-stars', productNo: 25 },
  { year: 2023, round: 1, kind: 'new', outcome: 'capped-at-three', productNo: 26 },
  { year: 2023, round: 1, kind: 'new', outcome: 'withdrawn', productNo: 27 },
  { year: 2023, round: 2, kind: 're-evaluation', outcome: 'too-few-points', productNo: 5 },
  { year: 2023, round: 2, kind: 'upgrade', outcome: 'four-stars', productNo: 8 },
  { year: 2023, round: 2, kind: 'new', outcome: 'just-below-four', productNo: 28 },
  { year: 2023, round: 2, kind: 'new', outcome: 'three-stars', productNo: 29, moved: true },
  { year: 2023, round: 2, kind: 'new', outcome: 'minimums-unmet', productNo: 30, supplement: true },

  { year: 2024, round: 1, kind: 'new', outcome: 'three-stars', productNo: 31 },
  { year: 2024, round: 1, kind: 'new', outcome: 'four-stars', productNo: 32 },
  { year: 2024, round: 1, kind: 're-evaluation', outcome: 'three-stars', productNo: 7 },
  { year: 2024, round: 1, kind: 're-evaluation', outcome: 'four-stars', productNo: 9 },
  { year: 2024, round: 1, kind: 're-evaluation', outcome: 'capped-at-three', productNo: 10 },
  { year: 2024, round: 2, kind: 're-evaluation', outcome: 'just-below-four', productNo: 12 },
  { year: 2024, round: 2, kind: 're-evaluation', outcome: 'three-stars', productNo: 13, moved: true },
  { year: 2024, round: 2, kind: 're-evaluation', outcome: 'withdrawn', productNo: 14 },
  { year: 2024, round: 2, kind: 'upgrade', outcome: 'four-stars', productNo: 20 },
  { year: 2024, round: 2, kind: 'new', outcome: 'three-stars', productNo: 33, supplement: true },
];
