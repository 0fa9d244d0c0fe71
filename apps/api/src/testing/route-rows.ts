import { newPosting, newReversal, part } from './funding.js';
import { newPlan, planChange } from './plan-entry.js';
import { newDecision, newResult, newStep } from './programme.js';
import type { Facts, Ids, Row } from './route-row.js';

// Every route of the API, and whose row each request is about.

export const OWN = 'Phường Tứ Hạ';
export const OTHER = 'Xã Bình Tiến';

const NOBODY = 999_999;
const NOTHING: Facts = {
  producer: NOBODY, product: NOBODY, registration: NOBODY, evaluation: NOBODY, recognition: NOBODY, revocation: NOBODY, inspection: NOBODY, communeReport: NOBODY, activity: NOBODY, entry: NOBODY, warning: NOBODY,
};
/** A version nobody has: who may change the row is told that it changed meanwhile (409), so nothing is changed. */
const stale = 999;
const year = 'year=2024&asOf=2024-07-12';
export const names = ['Của nhà', 'Của người'] as const;
const producers = ['HTX Của nhà', 'HTX Của người'] as const;
const nameOf = ({ product }: Facts) => known.get(product) ?? 'X';
/** Names of the two products by their numbers. */
export const known = new Map<number, string>();
const reason = 'kiểm thử ma trận';
const change = { displayName: 'Người thử', email: null, roles: ['commune-officer'], disabled: false, reason };
const source = { position: 1, name: 'Nguồn xã hội hóa', clause: 'IV.1', legalBasis: null, validFrom: null, validTo: null, ceiling: null, eligibility: null };
const weak = 'matkhau123456';

/** The same request about a row of the own commune, of the other, and about one that is not there. */
const ofEach = (route: string, path: (facts: Facts) => string, body?: (facts: Facts, unit: number) => object): Row[] =>
  (['own', 'other', 'none'] as const).map((about) => {
    const facts = (ids: Ids) => (about === 'none' ? NOTHING : ids[about]);
    const unit = (ids: Ids) => (about === 'other' ? ids.otherUnit : ids.unit);
    return { route, about, path: (ids) => `/api/v1${path(facts(ids))}`, ...(body === undefined ? {} : { body: (ids: Ids) => body(facts(ids), unit(ids)) }) };
  });

export const ROWS: readonly Row[] = [
  { route: 'GET /health/live', about: '', path: () => '/health/live' },
  { route: 'GET /health/ready', about: '', path: () => '/health/ready' },
  { route: 'GET /api/openapi.json', about: '', path: () => '/api/openapi.json' },
  { route: 'GET /api/v1/sign-in-ways', about: '', path: () => '/api/v1/sign-in-ways' },
  // No provider here: nothing to start with, nothing to come back from.
  { route: 'GET /api/v1/session/openid-connect', about: '', path: () => '/api/v1/session/openid-connect' },
  { route: 'GET /api/v1/session/openid-connect/callback', about: '', path: () => '/api/v1/session/openid-connect/callback' },
  { route: 'GET /api/v1/plans', about: '', path: () => '/api/v1/plans' },
  { route: 'GET /api/v1/plans/{year}', about: '', path: () => '/api/v1/plans/2024?asOf=2024-07-12' },
  { route: 'GET /api/v1/plans/{year}/form', about: '', path: () => '/api/v1/plans/2024/form' },
  // A year that has a plan: allowed, and nothing is written.
  { route: 'POST /api/v1/plans', about: '', path: () => '/api/v1/plans', body: () => newPlan({ year: 2024, issuedOn: '2024-04-09', supplementBefore: '2024-06-10' }) },
  { route: 'PUT /api/v1/plans/{year}', about: '', path: () => '/api/v1/plans/2024', body: () => planChange(stale) },
  { route: 'GET /api/v1/units', about: '', path: () => '/api/v1/units' },
  { route: 'GET /api/v1/registrations', about: '', path: () => `/api/v1/registrations?${year}`, marks: names },
  { route: 'GET /api/v1/registrations', about: 'own', path: ({ unit }) => `/api/v1/registrations?${year}&unit=${unit}`, marks: names },
  { route: 'GET /api/v1/registrations', about: 'other', path: ({ otherUnit }) => `/api/v1/registrations?${year}&unit=${otherUnit}`, marks: names },
  { route: 'GET /api/v1/registrations', about: 'none', path: () => `/api/v1/registrations?${year}&unit=${NOBODY}`, marks: names },
  { route: 'GET /api/v1/registrations/export', about: '', path: () => `/api/v1/registrations/export?${year}&format=csv`, marks: names },
  ...ofEach('GET /api/v1/registrations/{id}', ({ registration }) => `/registrations/${registration}`),
  { route: 'GET /api/v1/producers', about: '', path: () => '/api/v1/producers?pageSize=200', marks: producers },
  ...ofEach('GET /api/v1/producers/{id}', ({ producer }) => `/producers/${producer}`),
  { route: 'GET /api/v1/producers/export', about: '', path: () => '/api/v1/producers/export?format=csv', marks: producers },
  { route: 'GET /api/v1/products/export', about: '', path: () => '/api/v1/products/export?format=csv', marks: names },
  { route: 'GET /api/v1/products', about: '', path: () => '/api/v1/products?pageSize=200', marks: names },
  ...ofEach('GET /api/v1/products/{id}', ({ product }) => `/products/${product}`),
  { route: 'GET /api/v1/products/similar', about: 'own', path: () => `/api/v1/products/similar?name=${names[0]}`, marks: names },
  { route: 'GET /api/v1/products/similar', about: 'other', path: () => `/api/v1/products/similar?name=${names[1]}`, marks: names },
  { route: 'GET /api/v1/activities', about: '', path: () => `/api/v1/activities?${year}`, marks: [OWN, OTHER] },
  { route: 'GET /api/v1/activities/export', about: '', path: () => `/api/v1/activities/export?${year}&format=csv`, marks: [OWN, OTHER] },
  { route: 'GET /api/v1/product-sets', about: '', path: () => '/api/v1/product-sets' },
  { route: 'GET /api/v1/council-rules', about: '', path: () => '/api/v1/council-rules?year=2024' },
  { route: 'GET /api/v1/law-rules', about: '', path: () => '/api/v1/law-rules' },
  // A name that is taken: who may write is told so, nothing is made. Without a commune or producer in reach it is a fault of the field.
  ...ofEach('POST /api/v1/producers', () => '/producers', (facts, unitId) => ({ name: facts.producer === NOBODY ? 'X' : `HTX ${nameOf(facts)}`, aliases: [], kind: 'farm', unitId: facts.producer === NOBODY ? NOBODY : unitId })),
  ...ofEach('PUT /api/v1/producers/{id}', ({ producer }) => `/producers/${producer}`, (_, unitId) => ({ name: 'X', aliases: [], kind: 'farm', unitId, version: stale, reason })),
  ...ofEach('POST /api/v1/products', () => '/products', (facts) => ({ name: nameOf(facts), aliases: [], producerId: facts.producer, productSetNo: null })),
  ...ofEach('PUT /api/v1/products/{id}', ({ product }) => `/products/${product}`, ({ producer }) => ({ name: 'X', aliases: [], producerId: producer, productSetNo: null, version: stale, reason })),
  // A day that is not there yet, a record that somebody changed, a fact that goes with its step: allowed, and nothing is made.
  ...ofEach('POST /api/v1/products/{id}/inspections', ({ product }) => `/products/${product}/inspections`, () => ({ inspectedOn: '2030-01-01', outcome: 'met', findings: null, paper: null })),
  ...ofEach('POST /api/v1/registrations', () => '/registrations', ({ product }) => ({ year: 2024, productId: product, kind: 'upgrade', registeredOn: '2024-05-01', roundNo: null, paper: null, note: null })),
  ...ofEach('PUT /api/v1/registrations/{id}', ({ registration }) => `/registrations/${registration}`, () => ({ version: stale, kind: 'new', note: null, reason })),
  ...ofEach('POST /api/v1/registrations/{id}/steps', ({ registration }) => `/registrations/${registration}/steps`, () => newStep(stale, 'preparing', '2024-07-12')),
  ...ofEach('POST /api/v1/registrations/{id}/undo', ({ registration }) => `/registrations/${registration}/undo`, () => ({ version: stale, reason })),
  ...ofEach('POST /api/v1/registrations/{id}/evaluations', ({ registration }) => `/registrations/${registration}/evaluations`, () => newResult(stale, '2024-07-12', '60')),
  ...ofEach('POST /api/v1/registrations/{id}/recognitions', ({ registration }) => `/registrations/${registration}/recognitions`, () => newDecision(stale, '2024-07-12', 3, 'town')),
  ...ofEach('POST /api/v1/products/{id}/recognitions', ({ product }) => `/products/${product}/recognitions`, () => ({ kind: 'new', stars: 3, decidedOn: '2024-07-01', decisionNumber: 'thử', authority: 'town' })),
  ...ofEach('POST /api/v1/recognitions/{id}/revocation', ({ recognition }) => `/recognitions/${recognition}/revocation`, () => ({ revokedOn: '2030-01-01', paper: 'thử', reason })),
  ...ofEach('POST /api/v1/recognitions/{id}/annulment', ({ recognition }) => `/recognitions/${recognition}/annulment`, () => ({ reason })),
  ...ofEach('POST /api/v1/evaluations/{id}/annulment', ({ evaluation }) => `/evaluations/${evaluation}/annulment`, () => ({ reason })),
  // Those that are done: they stand again for the next caller.
  ...ofEach('POST /api/v1/revocations/{id}/annulment', ({ revocation }) => `/revocations/${revocation}/annulment`, () => ({ reason })),
  ...ofEach('POST /api/v1/inspections/{id}/annulment', ({ inspection }) => `/inspections/${inspection}/annulment`, () => ({ reason })),
  ...ofEach('POST /api/v1/commune-reports/{id}/annulment', ({ communeReport }) => `/commune-reports/${communeReport}/annulment`, () => ({ reason })),
  ...ofEach('POST /api/v1/activities/{id}/annulment', ({ activity }) => `/activities/${activity}/annulment`, () => ({ reason })),
  // A day that is not there yet; of a commune out of reach that is said, too.
  ...ofEach('POST /api/v1/commune-reports', () => '/commune-reports', (facts, unitId) => ({ year: 2024, period: 'FY', unitId: facts.producer === NOBODY ? NOBODY : unitId, receivedOn: '2030-01-01', paper: null })),
  ...ofEach('POST /api/v1/activities', () => '/activities', (facts, unitId) => ({ year: 2024, workArea: 1, name: 'thử', heldOn: '2030-01-01', endedOn: null, unitId: facts.producer === NOBODY ? NOBODY : unitId, participants: null, paper: null, note: null })),
  { route: 'PUT /api/v1/council-rules', about: '', path: () => '/api/v1/council-rules', body: () => ({ year: 2024, level: 'town', members: null, quorum: { numerator: 3, denominator: 4 }, spreadLimit: null, paper: null, version: 0 }) },
  { route: 'POST /api/v1/law-rules', about: '', path: () => '/api/v1/law-rules', body: () => ({ topic: 'certificate-months', value: 36, validFrom: '2024-01-01', legalBasis: 'thử' }) },
  { route: 'POST /api/v1/law-rules/{id}/annulment', about: '', path: ({ lawRule }) => `/api/v1/law-rules/${lawRule}/annulment`, body: () => ({ reason }) },
  { route: 'POST /api/v1/law-rules/{id}/annulment', about: 'none', path: () => `/api/v1/law-rules/${NOBODY}/annulment`, body: () => ({ reason }) },
  { route: 'GET /api/v1/indicators', about: '', path: () => `/api/v1/indicators?${year}` },
  { route: 'GET /api/v1/commune-reports', about: '', path: () => `/api/v1/commune-reports?${year}`, marks: [OWN, OTHER] },
  { route: 'GET /api/v1/attention', about: '', path: () => `/api/v1/attention?${year}`, marks: names },
  { route: 'GET /api/v1/attention/export', about: '', path: () => `/api/v1/attention/export?${year}&format=csv`, marks: names },
  { route: 'GET /api/v1/forecast', about: '', path: () => `/api/v1/forecast?${year}` },
  { route: 'GET /api/v1/calendar-feed', about: '', path: () => '/api/v1/calendar-feed' },
  { route: 'POST /api/v1/calendar-feed', about: '', path: () => '/api/v1/calendar-feed', body: () => ({}) },
  { route: 'DELETE /api/v1/calendar-feed', about: '', path: () => '/api/v1/calendar-feed' },
  { route: 'GET /api/v1/calendar/{token}', about: 'none', path: () => '/api/v1/calendar/khong-co.ics' },
  { route: 'GET /api/v1/indicators/{id}/rows', about: '', path: () => `/api/v1/indicators/newly-recognised-products/rows?${year}`, marks: names },
  { route: 'GET /api/v1/indicators/{id}/rows/export', about: '', path: () => `/api/v1/indicators/newly-recognised-products/rows/export?${year}&format=csv`, marks: names },
  { route: 'GET /api/v1/funding/summary', about: '', path: () => `/api/v1/funding/summary?${year}&groupBy=unit`, marks: [OWN, OTHER] },
  { route: 'GET /api/v1/funding/entries', about: '', path: () => `/api/v1/funding/entries?${year}`, marks: [OWN, OTHER] },
  // A day to come, a day before the entry, a warning with a note that is too long, a name taken, a version nobody has, a year without a plan: allowed, and nothing is written.
  ...ofEach('POST /api/v1/funding/postings', () => '/funding/postings', (facts, unitId) => newPosting([part('registered', '5000000', 'socialised')], { occurredOn: '2030-01-01', unitId: facts.entry === NOBODY ? NOBODY : unitId })),
  ...ofEach('POST /api/v1/funding/entries/{id}/reversal', ({ entry }) => `/funding/entries/${entry}/reversal`, () => newReversal('2024-01-01')),
  { route: 'GET /api/v1/funding/warnings', about: '', path: () => '/api/v1/funding/warnings?year=2024', marks: [OWN, OTHER] },
  // The one that is done: it is open again for the next caller.
  ...ofEach('POST /api/v1/funding/warnings/{id}/resolution', ({ warning }) => `/funding/warnings/${warning}/resolution`, () => ({ note: reason })),
  { route: 'GET /api/v1/funding/sources', about: '', path: () => '/api/v1/funding/sources?year=2024' },
  { route: 'POST /api/v1/funding/sources', about: '', path: () => '/api/v1/funding/sources', body: () => ({ year: 2024, kind: 'budget', ...source }) },
  { route: 'PUT /api/v1/funding/sources/{id}', about: '', path: ({ source: id }) => `/api/v1/funding/sources/${id}`, body: () => ({ ...source, version: stale, reason }) },
  { route: 'PUT /api/v1/funding/sources/{id}', about: 'none', path: () => `/api/v1/funding/sources/${NOBODY}`, body: () => ({ ...source, version: stale, reason }) },
  { route: 'GET /api/v1/funding/entries/export', about: '', path: () => `/api/v1/funding/entries/export?${year}&format=csv`, marks: [OWN, OTHER] },
  { route: 'GET /api/v1/funding/summary/export', about: '', path: () => `/api/v1/funding/summary/export?${year}&groupBy=unit&format=csv`, marks: [OWN, OTHER] },
  { route: 'GET /api/v1/funding/warnings/export', about: '', path: () => '/api/v1/funding/warnings/export?year=2024&format=csv', marks: [OWN, OTHER] },
  { route: 'GET /api/v1/funding/ledger-check', about: '', path: () => '/api/v1/funding/ledger-check' },
  { route: 'POST /api/v1/funding/ledger-check', about: '', path: () => '/api/v1/funding/ledger-check' },
  { route: 'GET /api/v1/funding/closings', about: '', path: () => '/api/v1/funding/closings' },
  { route: 'POST /api/v1/funding/closings', about: 'none', path: () => '/api/v1/funding/closings', body: () => ({ year: 2001, paper: null }) },
  { route: 'POST /api/v1/funding/reopenings', about: '', path: () => '/api/v1/funding/reopenings', body: () => ({ year: 2024, reason }) },
  { route: 'GET /api/v1/funding/reconciliation', about: '', path: () => '/api/v1/funding/reconciliation?year=2024&period=H1', marks: [OWN, OTHER] },
  // A version nobody has, figures that nobody has seen: allowed, and nothing is written.
  ...ofEach('PUT /api/v1/funding/reported-money', () => '/funding/reported-money', (facts, unitId) => ({ year: 2024, period: 'H1', unitId: facts.entry === NOBODY ? NOBODY : unitId, paper: null, figures: [], version: stale, reason: null })),
  ...ofEach('POST /api/v1/funding/reconciliation/sign-offs', () => '/funding/reconciliation/sign-offs', (facts, unitId) => ({ year: 2024, period: 'H1', unitId: facts.entry === NOBODY ? NOBODY : unitId, seen: '0'.repeat(64), note: null })),
  { route: 'PUT /api/v1/funding/reconciliation/tolerance', about: '', path: () => '/api/v1/funding/reconciliation/tolerance', body: () => ({ year: 2024, tolerance: '0', version: stale }) },
  { route: 'GET /api/v1/reports', about: '', path: () => '/api/v1/reports', marks: ['"H1"', '"H1"'] },
  { route: 'GET /api/v1/reports/{id}', about: 'town', path: ({ report }) => `/api/v1/reports/${report}` },
  { route: 'GET /api/v1/reports/{id}', about: 'none', path: () => `/api/v1/reports/${NOBODY}` },
  { route: 'GET /api/v1/reports/{id}/pdf', about: 'town', path: ({ report }) => `/api/v1/reports/${report}/pdf` },
  { route: 'GET /api/v1/reports/{id}/pdf', about: 'none', path: () => `/api/v1/reports/${NOBODY}/pdf` },
  ...(['town', 'none'] as const).flatMap((about) => {
    const of = (report: number) => `/api/v1/reports/${about === 'town' ? report : NOBODY}`;
    return [
      { route: 'POST /api/v1/reports/{id}/submission', about, path: ({ report }: Ids) => `${of(report)}/submission`, body: () => ({ note: null }) },
      { route: 'POST /api/v1/reports/{id}/approval', about, path: ({ report }: Ids) => `${of(report)}/approval`, body: () => ({ note: null }) },
      { route: 'POST /api/v1/reports/{id}/return', about, path: ({ report }: Ids) => `${of(report)}/return`, body: () => ({ reason }) },
      { route: 'POST /api/v1/reports/{id}/issue', about, path: ({ report }: Ids) => `${of(report)}/issue`, body: () => ({ number: '05/BC-UBND', issuedOn: '2030-01-01', signatureLines: ['CHỦ TỊCH'], signatoryName: 'thử' }) },
      { route: 'GET /api/v1/reports/{id}/preview', about, path: ({ report }: Ids) => `${of(report)}/preview` },
      { route: 'GET /api/v1/reports/{id}/docx', about, path: ({ report }: Ids) => `${of(report)}/docx` },
      { route: 'GET /api/v1/reports/{id}/xlsx', about, path: ({ report }: Ids) => `${of(report)}/xlsx` },
      { route: 'GET /api/v1/reports/{id}/texts', about, path: ({ report }: Ids) => `${of(report)}/texts` },
      { route: 'PUT /api/v1/reports/{id}/texts/{section}', about, path: ({ report }: Ids) => `${of(report)}/texts/limits`, body: () => ({ text: 'thử', version: stale }) },
      { route: 'GET /api/v1/reports/{id}/figures', about, path: ({ report }: Ids) => `${of(report)}/figures` },
      { route: 'GET /api/v1/reports/{id}/figure-rows', about, path: ({ report }: Ids) => `${of(report)}/figure-rows?figure=listed` },
      { route: 'GET /api/v1/reports/{id}/comparison', about, path: ({ report }: Ids) => `${of(report)}/comparison` },
      { route: 'GET /api/v1/reports/{id}/deliveries', about, path: ({ report }: Ids) => `${of(report)}/deliveries` },
      // A draft: allowed, and nothing is sent.
      { route: 'POST /api/v1/reports/{id}/deliveries', about, path: ({ report }: Ids) => `${of(report)}/deliveries`, body: ({ recipient }: Ids) => ({ recipientIds: [recipient], note: null }) },
      { route: 'POST /api/v1/reports/{id}/amendment', about, path: ({ report }: Ids) => `${of(report)}/amendment`, body: () => ({ reason }) },
    ] as const;
  }),
  { route: 'GET /api/v1/report-calendar', about: '', path: () => '/api/v1/report-calendar', marks: ['"H1"', '"H1"'] },
  { route: 'GET /api/v1/report-calendar/progress', about: 'none', path: () => '/api/v1/report-calendar/progress' },
  { route: 'POST /api/v1/report-calendar/{id}/retry', about: 'none', path: () => `/api/v1/report-calendar/${NOBODY}/retry`, body: () => ({}) },
  { route: 'GET /api/v1/report-schedules', about: '', path: () => '/api/v1/report-schedules' },
  { route: 'PUT /api/v1/report-schedules/{period}', about: '', path: () => '/api/v1/report-schedules/H1', body: () => ({ cutoffs: 'decree-09-2019', afterDays: 1, at: '06:00', remindDays: 14, active: true }) },
  { route: 'GET /api/v1/report-recipients', about: '', path: () => '/api/v1/report-recipients', marks: ['thu@tinh.example', 'thu@tinh.example'] },
  // An address that is taken; and one that stands again for the next caller.
  { route: 'POST /api/v1/report-recipients', about: '', path: () => '/api/v1/report-recipients', body: () => ({ name: 'thử', address: 'thu@tinh.example' }) },
  { route: 'DELETE /api/v1/report-recipients/{id}', about: 'town', path: ({ recipient }) => `/api/v1/report-recipients/${recipient}` },
  { route: 'DELETE /api/v1/report-recipients/{id}', about: 'none', path: () => `/api/v1/report-recipients/${NOBODY}` },
  { route: 'POST /api/v1/reports', about: '', path: () => '/api/v1/reports', body: () => ({ year: 2024, period: 'H1' }) },
  { route: 'GET /api/v1/accounts', about: '', path: () => '/api/v1/accounts', marks: ['nguoi-nha', 'nguoi-khac'] },
  { route: 'GET /api/v1/accounts/{id}', about: 'own', path: ({ account }) => `/api/v1/accounts/${account}` },
  { route: 'GET /api/v1/accounts/{id}', about: 'other', path: ({ otherAccount }) => `/api/v1/accounts/${otherAccount}` },
  { route: 'GET /api/v1/accounts/{id}', about: 'none', path: () => `/api/v1/accounts/${NOBODY}` },
  // A name that is taken: allowed and refused callers differ, nothing is made.
  {
    route: 'POST /api/v1/accounts', about: '', path: () => '/api/v1/accounts',
    body: ({ unit }) => ({ username: 'nguoi-nha', displayName: 'Người thử', email: null, roles: ['commune-officer'], unitIds: [unit] }),
  },
  { route: 'PUT /api/v1/accounts/{id}', about: 'own', path: ({ account }) => `/api/v1/accounts/${account}`, body: ({ unit }) => ({ ...change, unitIds: [unit] }) },
  { route: 'PUT /api/v1/accounts/{id}', about: 'other', path: ({ otherAccount }) => `/api/v1/accounts/${otherAccount}`, body: ({ otherUnit }) => ({ ...change, unitIds: [otherUnit] }) },
  { route: 'PUT /api/v1/accounts/{id}', about: 'none', path: () => `/api/v1/accounts/${NOBODY}`, body: ({ unit }) => ({ ...change, unitIds: [unit] }) },
  { route: 'POST /api/v1/accounts/{id}/link', about: 'own', path: ({ account }) => `/api/v1/accounts/${account}/link`, body: () => ({ resetSecondFactor: false, reason }) },
  { route: 'POST /api/v1/accounts/{id}/link', about: 'other', path: ({ otherAccount }) => `/api/v1/accounts/${otherAccount}/link`, body: () => ({ resetSecondFactor: false, reason }) },
  { route: 'POST /api/v1/accounts/{id}/link', about: 'none', path: () => `/api/v1/accounts/${NOBODY}/link`, body: () => ({ resetSecondFactor: false, reason }) },
  { route: 'DELETE /api/v1/accounts/{id}/sessions', about: 'own', path: ({ account }) => `/api/v1/accounts/${account}/sessions` },
  { route: 'DELETE /api/v1/accounts/{id}/sessions', about: 'other', path: ({ otherAccount }) => `/api/v1/accounts/${otherAccount}/sessions` },
  { route: 'DELETE /api/v1/accounts/{id}/sessions', about: 'none', path: () => `/api/v1/accounts/${NOBODY}/sessions` },
  { route: 'GET /api/v1/audit', about: '', path: () => '/api/v1/audit?action=report-created', marks: ['report-created', 'report-created'] },
  { route: 'GET /api/v1/audit/check', about: '', path: () => '/api/v1/audit/check' },
  { route: 'GET /api/v1/audit/export', about: '', path: () => '/api/v1/audit/export?format=csv', marks: ['1227/KH-UBND', '1227/KH-UBND'] },
  { route: 'GET /api/v1/session', about: '', path: () => '/api/v1/session' },
  { route: 'POST /api/v1/session', about: '', path: () => '/api/v1/session', body: () => ({ username: 'khong-co-ai', password: weak }) },
  { route: 'POST /api/v1/session/second-factor', about: '', path: () => '/api/v1/session/second-factor', body: () => ({ code: '000000' }) },
  { route: 'GET /api/v1/account', about: '', path: () => '/api/v1/account' },
  { route: 'PUT /api/v1/account/password', about: '', path: () => '/api/v1/account/password', body: () => ({ currentPassword: weak, newPassword: 'chiec non bai tho' }) },
  { route: 'POST /api/v1/account/second-factor', about: '', path: () => '/api/v1/account/second-factor', body: () => ({ password: weak }) },
  { route: 'PUT /api/v1/account/second-factor', about: '', path: () => '/api/v1/account/second-factor', body: () => ({ code: '000000' }) },
  { route: 'POST /api/v1/account/second-factor/off', about: '', path: () => '/api/v1/account/second-factor/off', body: () => ({ password: weak }) },
  { route: 'POST /api/v1/account/recovery-codes', about: '', path: () => '/api/v1/account/recovery-codes', body: () => ({ password: weak }) },
  { route: 'POST /api/v1/account/sessions/{id}/end', about: 'other', path: ({ otherSession }) => `/api/v1/account/sessions/${otherSession}/end`, body: () => ({ password: null }) },
  { route: 'POST /api/v1/account/sessions/{id}/end', about: 'none', path: () => '/api/v1/account/sessions/00000000-0000-4000-8000-000000000000/end', body: () => ({ password: null }) },
  { route: 'POST /api/v1/account/sessions/end', about: '', path: () => '/api/v1/account/sessions/end', body: () => ({ password: null }) },
  { route: 'POST /api/v1/account-links/open', about: 'none', path: () => '/api/v1/account-links/open', body: ({ token }) => ({ token }) },
  { route: 'POST /api/v1/account-links/use', about: 'none', path: () => '/api/v1/account-links/use', body: ({ token }) => ({ token, password: 'chiec non bai tho' }) },
  // Last: it ends the session of who asks.
  { route: 'DELETE /api/v1/session', about: '', path: () => '/api/v1/session' },
];
