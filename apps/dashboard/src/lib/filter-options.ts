import type { Registration } from '@ocop/contracts';
import { compareVietnamese } from '@ocop/domain';

type Option = readonly [value: string, name: string];

/** The communes that occur in a list, by the Vietnamese alphabet; one asked for that does not occur stays to be seen. */
export function unitOptions(whole: readonly Registration[], asked: number | null, unknown: (id: number) => string): Option[] {
  const names = new Map(whole.map(({ unitId, unitName }) => [unitId, unitName]));
  if (asked !== null && !names.has(asked)) names.set(asked, unknown(asked));
  return [...names].sort(([, a], [, b]) => compareVietnamese(a, b)).map(([id, name]) => [String(id), name]);
}

/** The rounds that occur in a list, and the one asked for. */
export function roundOptions(whole: readonly Registration[], asked: number | null): Option[] {
  const rounds = new Set([...whole.map(({ roundNo }) => roundNo), asked].filter((no) => no !== null));
  return [...rounds].sort((a, b) => a - b).map((no) => [String(no), String(no)]);
}
