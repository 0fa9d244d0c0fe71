import { addDays } from '@ocop/domain';
import { COMMUNE_CODES, DEMO_YEARS, type DemoActivity } from './demo-data.js';
import { messages } from './messages.js';
import type { Random } from './random.js';
import { workingDay, type Span } from './working-days.js';

interface Kind {
  name: keyof typeof messages.activities;
  /** Number of the work area in the plan (III). */
  workAreaNo: number;
  within: Span;
  days: 1 | 2;
  of: 'commune' | 'town';
  /** From and to how many took part; null = not counted. */
  people: readonly [min: number, max: number] | null;
}

const KINDS: readonly Kind[] = [
  { name: 'fair', workAreaNo: 5, within: ['01-08', '01-24'], days: 2, of: 'town', people: null },
  { name: 'kickOff', workAreaNo: 1, within: ['04-15', '04-26'], days: 1, of: 'town', people: [60, 120] },
  { name: 'packaging', workAreaNo: 2, within: ['05-06', '05-17'], days: 1, of: 'commune', people: [25, 45] },
  { name: 'class', workAreaNo: 1, within: ['05-20', '05-31'], days: 2, of: 'town', people: [35, 60] },
  { name: 'dossiers', workAreaNo: 3, within: ['06-03', '06-12'], days: 1, of: 'commune', people: [8, 20] },
  { name: 'selling', workAreaNo: 4, within: ['08-05', '08-23'], days: 1, of: 'town', people: [20, 40] },
  { name: 'inspection', workAreaNo: 6, within: ['09-09', '09-27'], days: 1, of: 'commune', people: null },
  { name: 'visit', workAreaNo: 1, within: ['10-07', '10-25'], days: 2, of: 'town', people: [20, 30] },
  { name: 'market', workAreaNo: 5, within: ['11-04', '11-29'], days: 1, of: 'commune', people: null },
];

/** The same kinds of activities every year, in all work areas; the last of a year is known by no paper. */
export function generateActivities(random: Random): DemoActivity[] {
  return DEMO_YEARS.flatMap((year) =>
    KINDS.map(({ name, workAreaNo, within, days, of, people }, index) => {
      const heldOn = workingDay(random, year, within);
      return {
        year,
        workAreaNo,
        name: messages.activity(messages.activities[name]),
        heldOn,
        endedOn: days === 1 ? null : addDays(heldOn, days - 1),
        commune: of === 'town' ? null : random.pick(COMMUNE_CODES),
        participants: people === null ? null : random.between(...people),
        paper: index === KINDS.length - 1 ? null : messages.activityPaper(index + 1, year),
      };
    }),
  );
}
