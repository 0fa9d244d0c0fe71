import { dayInVietnam, type Day, type Locale } from '@ocop/domain';
import { dayText } from './figure-text.js';

const MINUTE = 60_000;
const VIETNAM_OFFSET_MINUTES = 7 * 60;

/** The day and the time of day ('13:36') in Vietnam of an instant written in ISO 8601. */
function momentInVietnam(instant: string): { day: Day; time: string } {
  const milliseconds = Date.parse(instant);
  const minutes = Math.floor(milliseconds / MINUTE) + VIETNAM_OFFSET_MINUTES;
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  const two = (n: number) => String(n).padStart(2, '0');
  return { day: dayInVietnam(milliseconds), time: `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}` };
}

/** A moment as people in Vietnam read it: time of day, then day ('13:36 24/11/2026'). */
export function momentText(instant: string, locale: Locale): string {
  const { day, time } = momentInVietnam(instant);
  return `${time} ${dayText(day, locale)}`;
}
