import { formatDay, isDay, type Day } from '@ocop/domain';

/** Reads a day as people here type it: "10/7/2024", "10-07-2024", "10072024"; null when it is none. */
export function readTypedDay(text: string): Day | null {
  const match = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$|^(\d{2})(\d{2})(\d{4})$/.exec(text.trim());
  if (match === null) return null;
  const [day = '', month = '', year = ''] = match.slice(match[1] === undefined ? 4 : 1);
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

/** A day as it is typed. */
export const typedDay = (day: Day): string => formatDay(day);
