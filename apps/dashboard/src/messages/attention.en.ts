import type { attentionVi } from './attention.vi.js';

export const attentionEn: typeof attentionVi = {
  heading: 'Needs action',
  headingCount: (n) => `Needs action (${n})`,
  calm: 'Nothing is overdue and nothing falls due in the next 180 days.',
  town: (unit) => `People’s Committee of ${unit}`,
  communes: 'Commune People’s Committees',
  leadership: 'Leadership of the People’s Committee',
  economicOffice: 'Economic office',
  urgencies: { overdue: 'Overdue', soon: 'Due soon', later: 'Later', 'long-lapsed': 'Lapsed long ago' },
  topics: {
    registration: 'Dossiers',
    round: 'Rounds',
    certificate: 'Certificates',
    reports: 'Commune reports',
    'own-report': 'Own reports',
    supplements: 'Supplements to the list',
  },
  all: (n) => `See all ${n}`,
  page: {
    heading: 'What needs action',
    explained: 'Overdue first, then what is due within 30 days, then what is due within 180; certificates that lapsed over a year ago come last.',
    urgency: 'Urgency',
    topic: 'About',
    any: 'All',
    none: 'Nothing of the kind.',
    clear: 'See all',
    calendar: 'Add to my calendar',
    print: 'Print',
    back: 'Back to the overview',
  },
};
