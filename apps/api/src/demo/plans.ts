import { DEMO_YEARS, type DemoPlan } from './demo-data.js';
import { messages } from './messages.js';
import type { Random } from './random.js';
import { workingDay } from './working-days.js';

/** One plan a year, issued in early April, with the deadlines of the issued plan (III.3, V.4) moved to its year. */
export function generatePlans(random: Random): DemoPlan[] {
  return DEMO_YEARS.map((year) => ({
    year,
    number: messages.planNumber(year),
    title: messages.planTitle(year),
    issuedOn: workingDay(random, year, ['04-03', '04-12']),
    supplementBefore: `${year}-06-10`,
    rounds: [
      { no: 1, townRecognitionBefore: `${year}-07-10`, dossiersToProvinceBefore: `${year}-07-15` },
      { no: 2, townRecognitionBefore: `${year}-10-10`, dossiersToProvinceBefore: `${year}-10-15` },
    ],
    signatoryName: messages.signatoryName,
  }));
}
