import { activitiesEn } from './activities.en.js';
import { communeReportsEn } from './commune-reports.en.js';
import { forecastEn } from './forecast.en.js';
import { fundingEn } from './funding.en.js';
import { indicatorRowsEn } from './indicator-rows.en.js';
import { reconciliationEn } from './reconciliation.en.js';
import { productsEn } from './products.en.js';
import { signInEn } from './sign-in.en.js';
import { permissionsEn } from './permissions.en.js';
import { accountEn } from './account.en.js';
import { accountsEn } from './accounts.en.js';
import { attentionEn } from './attention.en.js';
import { auditEn } from './audit.en.js';
import { entryEn } from './entry.en.js';
import { planEntryEn } from './plan-entry.en.js';
import { programmeEn } from './programme.en.js';
import { boardEn } from './board.en.js';
import { roundsEn } from './rounds.en.js';
import { rulesEn } from './rules.en.js';
import { reportDeliveryEn } from './report-delivery.en.js';
import { reportReadingEn } from './report-reading.en.js';
import { reportsEn } from './reports.en.js';
import type { Messages } from './vi.js';

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const reports = { H1: 'Half-year', FY: 'Year-end' } as const;

export const en: Messages = {
  app: {
    programme: 'One Commune One Product programme (OCOP)',
    programmeShort: 'OCOP',
    programmeOf: (year) => `OCOP programme ${year}`,
    title: (page) => `${page} · OCOP`,
    skip: 'Skip to content',
    demo: 'Illustrative data',
    demoExplained: 'The figures on this screen are invented and not for reporting.',
    offline: 'No network. The figures shown were loaded earlier.',
  },
  pages: {
    overview: 'Overview',
    products: "Year's list",
    productRegister: 'Products',
    producers: 'Producers',
    board: 'Board',
    rounds: 'Rounds',
    activities: 'Activities',
    communeReports: 'Commune reports',
    rules: 'Rules',
    funding: 'Funding',
    reports: 'Reports',
    accounts: 'Accounts',
    audit: 'Audit trail',
    indicatorRows: 'Source rows',
    notFound: 'No such page',
  },
  header: {
    navigation: 'Main navigation',
    asOf: 'As of',
    year: 'Plan year',
    locality: 'Locality',
    chooseLocality: 'Choose a locality',
    theme: 'Theme',
    themeNames: { system: 'As system', light: 'Light', dark: 'Dark' },
    language: 'Language',
    languageNames: { vi: 'Tiếng Việt', en: 'English' },
    settings: 'Settings',
    find: 'Find',
    findKeys: 'Ctrl K',
    findKeysMac: '⌘K',
    previousMonth: 'Previous month',
    nextMonth: 'Next month',
    openCalendar: 'Open calendar',
    calendar: 'Calendar',
  },
  palette: {
    title: 'Quick find',
    placeholder: 'Product, producer, commune, page, report',
    results: 'Results',
    empty: 'Nothing found. Typing without diacritics works too, e.g. “huong van”.',
    groups: { pages: 'Pages', actions: 'Actions', localities: 'Localities', products: 'Products', producers: 'Producers', units: 'Communes' },
    makeReport: (period, year) => `Make the report of the ${period} ${year}`,
    loading: 'Loading the lists',
  },
  exports: {
    download: 'Download',
    working: 'Downloading…',
    formats: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)' },
    failed: 'The file could not be downloaded.',
    downloaded: (name) => `Downloaded ${name}.`,
  },
  states: {
    loading: 'Loading',
    errorTitle: 'The figures could not be loaded',
    offlineTitle: 'No connection',
    offline: 'The server has not answered. Check the network and try again; nothing entered is lost.',
    unexpected: 'The server’s answer has an unknown form. Tell the administrator the request id.',
    requestId: (id) => `Request id: ${id}`,
    retry: 'Try again',
    noPlanTitle: 'No plan yet',
    noPlan: 'No year’s OCOP plan has been loaded. Once one is, its targets and deadlines appear here.',
    badAddressTitle: 'The address is not right',
    unknownLocality: (written) => `There is no plan of the locality “${written}” that you can see. Choose a locality that has one.`,
    badYear: (written) => `“${written}” is not a year. A year has four digits, e.g. 2024.`,
    unknownYear: (year, known) => `There is no OCOP plan of ${year}. Years with a plan: ${known}.`,
    badDay: (written) => `“${written}” is not a real day. A day is written year-month-day, e.g. 2024-04-09.`,
    dayTooEarly: (asOf, number, issuedOn) =>
      `${asOf} is before Plan ${number} was issued (${issuedOn}): there is nothing to follow yet.`,
    dayTooLate: (asOf, today) => `${asOf} has not come yet. The latest day that can be viewed is ${today}.`,
    viewDay: (day) => `View as of ${day}`,
    viewYear: (year) => `View the plan of ${year}`,
    viewLocality: (name) => `View ${name}`,
    notFound: 'This address does not exist here. The page may have been renamed or the address mistyped.',
    backToOverview: 'Back to the overview',
    pageFailed: 'The page failed to show',
  },
  missing: 'no data yet',
  printed: {
    asOf: (day) => `Figures as of ${day}`,
    plan: (number, issuedOn) => `Plan ${number} of ${issuedOn}`,
  },
  overview: {
    target: {
      heading: 'Newly recognised products',
      ofTarget: (value, target) => `${value} of at least ${plural(target, 'product', 'products')}`,
      stillPossible: (n) => `${plural(n, 'dossier', 'dossiers')} can still get there`,
      nonePossible: 'No dossier can get there this year',
      rows: (figure, name) => `${figure}, see the rows of: ${name}`,
    },
    deadlines: {
      heading: 'Deadlines',
      round: (no) => `Round ${no}`,
      townRecognition: 'town recognises',
      dossiers: 'dossiers to the province',
      supplements: 'Supplements to the list',
      report: (_name, period) => `${reports[period]} report`,
      communes: (received, expected) => `${received}/${expected} communes`,
      before: (day) => `before ${day}`,
      assumed: '(usual day, the plan sets none)',
      daysLeft: (n) => `${plural(n, 'day', 'days')} left`,
      lastDay: 'last day today',
      passed: (n) => `passed ${plural(n, 'day', 'days')} ago`,
      recognised: (n) => `${n} recognised`,
      sent: (n) => `${n} sent`,
      rows: (figure, name) => `${figure}, see the rows of: ${name}`,
    },
    progress: {
      heading: (n) => `Progress of ${plural(n, 'registered product', 'registered products')}`,
      headingPending: 'Progress of the registered products',
      product: 'Product',
      unit: 'Commune',
      kind: 'Kind',
      track: 'Progress',
      stage: 'Stage',
      since: (day) => `since ${day}`,
      empty: 'No product is registered yet. A product is on the list once it is registered.',
      more: (shown, total) => `Showing ${shown} of ${total} products.`,
      all: 'See all',
      chartTitle: 'Registered products by commune and kind',
      chartDescription: (n) => `Products of each commune by kind of registration; ${n} in all.`,
      chartUnit: 'products',
    },
    funding: {
      headingWithFigures: 'Funding',
      heading: 'Funding by source',
      source: 'Source of funds',
      clause: 'Section',
      planned: 'Planned',
      disbursed: 'Disbursed',
      unit: 'million dong',
      total: 'Total',
      none: (number) => `Plan ${number} names the sources and sets no amounts.`,
      chartDescription: 'Each bar is a source: the outline is planned, the fill is disbursed.',
      cumulativeHeading: 'Cumulative disbursement against plan',
      cumulativeDescription: (disbursed, planned) => `Disbursed ${disbursed} million dong; planned ${planned} million dong.`,
      cumulativeSeries: 'Disbursed',
      targetLine: 'Planned for the year',
      month: 'Month',
      rows: 'Rows behind:',
      monthName: (month) => `Month ${month}`,
    },
    indicators: {
      heading: 'Indicators',
      name: 'Indicator',
      value: 'Value',
      target: 'Target',
      status: 'Status',
      clause: 'Basis',
      section: (clause) => `section ${clause}`,
      rows: (figure, name) => `${figure}, see the rows of: ${name}`,
    },
  },
  stageTrack: {
    step: (reached, of) => `step ${reached} of ${of}`,
    stopped: 'stopped',
  },
  chart: {
    asTable: 'View as table',
    asChart: 'View as chart',
    failed: 'The chart could not be loaded; the figures are in the table.',
  },
  comparison: {
    shown: {
      more: (difference, day, before) => `+${difference} against ${day} (${before})`,
      less: (difference, day, before) => `−${difference} against ${day} (${before})`,
      same: (_difference, day) => `as on ${day}`,
    },
    spoken: {
      more: (difference, day, before) => `${difference} more than on ${day}, when it was ${before}`,
      less: (difference, day, before) => `${difference} less than on ${day}, when it was ${before}`,
      same: (_difference, day) => `the same as on ${day}`,
    },
    meaning: { better: '; better', worse: '; worse' },
    points: (figure) => `${figure} percentage points`,
    unknown: (day, missing) => `${day}: ${missing}`,
  },
  attention: attentionEn,
  forecast: forecastEn,
  products: productsEn,
  board: boardEn,
  rounds: roundsEn,
  activities: activitiesEn,
  communeReports: communeReportsEn,
  rules: rulesEn,
  planEntry: planEntryEn,
  funding: fundingEn,
  reconciliation: reconciliationEn,
  indicatorRows: indicatorRowsEn,
  reportDelivery: reportDeliveryEn,
  reports: reportsEn,
  reportReading: reportReadingEn,
  signIn: signInEn,
  permissions: permissionsEn,
  account: accountEn,
  accounts: accountsEn,
  audit: auditEn,
  entry: entryEn,
  programme: programmeEn,
};
