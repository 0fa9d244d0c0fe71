import type { Messages } from '../messages/index.js';

/** What decides the stars of a result, its points as they are read. */
export interface ResultFacts {
  points: string;
  band: number;
  starCap: number | null;
  /** Null = disqualified. */
  stars: number | null;
  disqualification: string | null;
}

/** Why a result has its stars, in one line: “72,5 điểm → 4 sao; chỉ đủ điều kiện tối thiểu 3 sao → 3 sao”. */
export function resultWhy({ points, band, starCap, stars, disqualification }: ResultFacts, words: Messages['programme']['why']): string {
  const banded = words.banded(points, band);
  if (stars === null) return `${banded}; ${words.disqualified(disqualification ?? '')}`;
  return starCap !== null && starCap < band ? `${banded}; ${words.capped(starCap)}` : banded;
}
