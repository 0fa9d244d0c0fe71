import { formatInteger } from '@ocop/domain';
import type { Messages } from './vi.js';

const count = (n: number): string => formatInteger(n).replaceAll('.', ',');
const activities = (n: number): string => `${count(n)} ${n === 1 ? 'activity' : 'activities'}`;
const people = (n: number | null): string => (n === null ? 'participants not known' : `${count(n)} ${n === 1 ? 'participant' : 'participants'}`);

export const activitiesEn: Messages['activities'] = {
  heading: (year) => `Activities of ${year}`,
  total: (n, participants) => `${activities(n)} · ${people(participants)}`,
  filteredTotal: (n, of, participants) => `${count(n)} of ${activities(of)} of the year${n === 0 ? '' : ` · ${people(participants)}`}`,
  areas: 'Work areas of the plan',
  area: (no, name) => `${no}. ${name}`,
  noneYet: 'none yet',
  filters: 'Filter activities',
  searchHint: 'Name of the activity, paper, note',
  whole: 'the whole locality',
  refusedNames: { search: 'search', workArea: 'work area', unit: 'commune', page: 'page' },
  columns: { days: 'Day', workArea: 'Work area', name: 'Activity', unit: 'Commune', participants: 'Participants', paper: 'Paper' },
  participants: count,
  days: (from, to) => (to === null ? from : `${from}\u00a0– ${to}`),
  task: 'What can be entered',
  empty: (day) => `As of ${day} no activity of the year is entered.`,
  emptyNext: 'A class, a fair, a visit or an inspection entered here goes into its part of the half-year and the year-end report.',
  emptyWho: 'The economic office and commune officers enter them; they then stand here.',
  noMatch: 'No activity matches. Type fewer letters, without diacritics if you like, or clear the filters.',
  add: 'Enter an activity',
  next: 'Enter the next',
  newHeading: (year) => `Enter an activity of ${year}`,
  name: 'Name of the activity',
  nameHint: 'Such as: a class on keeping records and tracing origin.',
  onDay: 'Day',
  fromDay: 'From',
  toDay: 'To',
  severalDays: 'Several days',
  participantsHint: 'if counted',
  participantsFault: 'Write the number of participants in digits, such as 45 or 1.200.',
  submit: 'Enter activity',
  done: (name, days) => `The activity “${name}”, ${days}, is entered.`,
  takeBack: 'Take back',
  takeBackHeading: 'Take back an activity entered by mistake',
  takeBackExplained: (name, days) => `“${name}”, ${days}: it counts no more; that it was entered and taken back stays in the audit trail.`,
  takenBack: (name) => `The activity “${name}” is taken back.`,
  again: 'Enter it right',
};
