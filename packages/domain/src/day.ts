/** A calendar day in Vietnam, written 'YYYY-MM-DD'. */
export type Day = string;

const MILLISECONDS_PER_DAY = 86_400_000;
const VIETNAM_OFFSET_MILLISECONDS = 7 * 3_600_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export interface CivilDay {
  year: number;
  month: number;
  day: number;
}

function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function findCivil(text: string): CivilDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  return day >= 1 && day <= monthLength(year, month) ? { year, month, day } : null;
}

/** The year, month (1–12) and day of month of a day. Throws RangeError when it is not a calendar day. */
export function civilDay(day: Day): CivilDay {
  const civil = findCivil(day);
  if (civil === null) throw new RangeError(`Not a calendar day: ${day}`);
  return civil;
}

function writeDay({ year, month, day }: CivilDay): Day {
  if (!Number.isInteger(year + day) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new RangeError(`No day of the years ${FIRST_YEAR}–${LAST_YEAR}: ${year}-${month}-${day}`);
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

// Counting years from March puts the leap day last, so that no month length depends on the year.
function dayNumber({ year, month, day }: CivilDay): number {
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  return shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear;
}

const EPOCH_DAY_NUMBER = dayNumber({ year: 1970, month: 1, day: 1 });

function fromDayNumber(number: number): Day {
  const era = Math.floor(number / 146_097);
  const dayOfEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return writeDay({ year, month, day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 });
}

/** Whether a text is a real calendar day 'YYYY-MM-DD' of the years 1900–2999. */
export function isDay(text: string): boolean {
  return findCivil(text) !== null;
}

/** Days from one day to another (to − from); negative when `to` comes first. Throws RangeError on a bad day. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(civilDay(to)) - dayNumber(civilDay(from));
}

/** The day n days later (earlier when n is negative). Throws RangeError on a bad day or outside 1900–2999. */
export function addDays(day: Day, n: number): Day {
  return fromDayNumber(dayNumber(civilDay(day)) + n);
}

/** The same day n months later, clamped to the month's last day (29/02/2024 + 36 months = 28/02/2027). */
export function addMonths(day: Day, n: number): Day {
  const civil = civilDay(day);
  const months = civil.year * 12 + civil.month - 1 + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return writeDay({ year, month, day: Math.min(civil.day, monthLength(year, month)) });
}

/** The calendar year of a day. Throws RangeError on a bad day. */
export function yearOf(day: Day): number {
  return civilDay(day).year;
}

/** The day it is in Vietnam (UTC+7 all year) at an instant given in milliseconds since 1970-01-01T00:00Z. */
export function dayInVietnam(epochMilliseconds: number): Day {
  const days = Math.floor((epochMilliseconds + VIETNAM_OFFSET_MILLISECONDS) / MILLISECONDS_PER_DAY);
  return fromDayNumber(days + EPOCH_DAY_NUMBER);
}

/** Milliseconds since 1970-01-01T00:00Z at which a clock in Vietnam shows `time` ("HH:MM") on a day. Throws RangeError on a bad day or time. */
export function instantInVietnam(day: Day, time: string): number {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`Not a time of day: ${time}`);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return (dayNumber(civilDay(day)) - EPOCH_DAY_NUMBER) * MILLISECONDS_PER_DAY + minutes * 60_000 - VIETNAM_OFFSET_MILLISECONDS;
}

/** The earlier of two days. */
export function earlierOf(a: Day, b: Day): Day {
  return a <= b ? a : b;
}

/** The later of two days. */
export function laterOf(a: Day, b: Day): Day {
  return a >= b ? a : b;
}
