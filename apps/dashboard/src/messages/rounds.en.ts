import type { roundsVi } from './rounds.vi.js';

const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

export const roundsEn: typeof roundsVi = {
  heading: (no, year) => `Round ${no} of ${year}`,
  clause: (number, clause) => `Plan ${number}, section ${clause}`,
  townRecognition: 'The town recognises products at 3 stars',
  dossiersToProvince: 'Dossiers of 70 to 100 points go to the province',
  before: (day, lastDay) => `before ${day}, the last day in time is ${lastDay}`,
  recognised: (n) => `${count(n, 'product')} recognised`,
  sent: (n) => `${count(n, 'dossier')} sent`,
  phases: {
    ahead: 'The round is still open. Registrations that name no round count for the coming one.',
    between: 'The day for the town has passed; dossiers of 70 points can still go to the province.',
    over: 'The round is over. What is unfinished moves to the next one, if there is one.',
  },
  none: 'No registration is in this round yet.',
  groups: {
    'to-send': '70 to 100 points, not sent to the province yet',
    recognised: 'Recognised',
    sent: 'Sent to a higher level',
    possible: 'Can still make this round',
    out: 'Too late for this round, or not good enough',
  },
  groupCount: (name, n) => `${name} (${n})`,
  hindrances: {
    withdrawn: 'withdrawn',
    'not-recognised': 'not recognised',
    disqualified: 'disqualified, whatever the points',
    'too-few-stars': 'below 3 stars: neither decision nor certificate',
    'round-over': 'the round ended before it was done',
    'province-only': 'only with 70 points, sent to the province',
  },
  lateToSend: 'past the day for sending',
  revoked: 'revoked',
  since: (stage, day) => `${stage} since ${day}`,
  columns: { product: 'Product', unit: 'Commune', kind: 'Kind', stage: 'Stage', result: 'Points, stars', note: 'Note' },
  points: (points) => `${points} points`,
  stars: (n) => count(n, 'star'),
  others: 'Rounds',
  link: (no) => `Round ${no}`,
  previous: (no) => `Round ${no} before it`,
  next: (no) => `Round ${no} after it`,
  list: 'See the list',
  board: 'See the board',
  unknown: (written, year) => `The plan of ${year} has no round “${written}”.`,
};
