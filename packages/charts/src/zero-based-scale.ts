import type { ValueFormat } from './chart-definition.js';

export interface Scale {
  readonly max: number;
  readonly interval: number;
}

const roundSteps = [1, 2, 2.5, 5, 10];

/** Scale from zero in about four round steps (1, 2, 2.5 or 5 of a power of ten); a count steps by whole numbers. */
export function zeroBasedScale(largest: number, format: ValueFormat): Scale {
  if (largest <= 0) return { max: 1, interval: 1 };
  const rough = largest / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * (roundSteps.find((round) => round * magnitude >= rough * 0.999) ?? 10);
  const interval = format === 'integer' ? Math.ceil(step) : step;
  return { max: interval * Math.ceil(largest / interval), interval };
}
