import type { boardVi } from './board.vi.js';

const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

export const boardEn: typeof boardVi = {
  heading: 'Board by stage',
  total: (n) => count(n, 'registration'),
  filteredTotal: (n, of) => `${n} of ${count(of, 'registration')}`,
  stuckExplained: (days) => `Standing long: more than ${days} days in one stage (a reminder of this program; the plan sets none).`,
  filters: 'Filter the board',
  refused: 'The address holds a filter that cannot be read; it is left out.',
  empty: (year) => `No product is registered for ${year} yet. A product is on the board once it is registered.`,
  noMatch: 'No registration matches. Take a filter away.',
  ended: 'Ended',
  noneHere: 'empty',
  inList: (stage, n) => `${count(n, 'registration')} at “${stage}”, see the list`,
  round: (no) => `round ${no}`,
  days: (n) => count(n, 'day'),
  stuck: (n) => `standing ${count(n, 'day')}`,
  points: (points) => `${points} points`,
  stars: (n) => count(n, 'star'),
  move: 'Move',
  moveOf: (product) => `Move: ${product}`,
  panel: {
    now: (stage, day) => `At “${stage}” since ${day}.`,
    notAsShown: (day) => `The board shows ${day}; the stage above is that of today.`,
    to: 'Move to',
    elsewhere: 'A stage that comes with a result or a decision is entered on the product’s page:',
    nowhere: 'From here there is no stage that you can enter on the board.',
    day: 'Day',
    submit: 'Enter the step',
  },
  outcome: {
    moved: (product, from, to) => `Moved ${product}: ${from} → ${to}.`,
    later: (day) => `The step is of ${day}, after the day shown, so the board looks the same.`,
    undo: 'Undo',
    undone: (product, stage) => `Undone: ${product} is at “${stage}” again.`,
    notUndone: (why) => `Not undone. ${why}`,
    undoReason: 'Moved by mistake on the board',
    close: 'Close',
  },
};
