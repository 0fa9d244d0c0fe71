import type { Permission, PlanSummary, Producer, Product, Unit } from '@ocop/contracts';
import { compareVietnamese, domainMessages, PERIOD_KINDS, searchKey, type Locale, type PeriodKind } from '@ocop/domain';
import type { Locality } from '../lib/locality.js';
import type { Messages } from '../messages/index.js';

export const PALETTE_GROUPS = ['pages', 'actions', 'localities', 'products', 'producers', 'units'] as const;
type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** Where an entry leads; year and day go along. */
export type PaletteGoal =
  | { to: '/' | '/viec-can-xu-ly' | '/kha-nang' }
  | { to: '/san-pham'; unit?: string }
  | { to: '/san-pham/$id' | '/so-chu-the/$id'; params: { id: string } }
  | { to: '/so-san-pham' | '/so-san-pham/moi' | '/so-chu-the' | '/so-chu-the/moi' | '/san-pham/dang-ky' }
  | { to: '/bao-cao'; period?: PeriodKind }
  | { to: '/bao-cao-xa' | '/hoat-dong' | '/hoat-dong/ghi' }
  | { to: '/kinh-phi' | '/kinh-phi/so' | '/kinh-phi/ghi' | '/kinh-phi/canh-bao' | '/kinh-phi/doi-chieu' | '/kinh-phi/nguon' }
  | { to: '/bang' | '/dot' | '/quan-tri/quy-dinh' | '/quan-tri/ke-hoach-moi' }
  | { locality: number }
  | { to: '/tai-khoan' | '/quan-tri/tai-khoan' | '/quan-tri/quyen' | '/quan-tri/nhat-ky' };

export interface PaletteEntry {
  id: string;
  group: PaletteGroup;
  label: string;
  detail: string;
  goal: PaletteGoal;
}

interface PaletteSources {
  plan: PlanSummary;
  localities: readonly Locality[];
  products: readonly Product[];
  producers: readonly Producer[];
  units: readonly Unit[];
  /** What the person signed in may do; the rest is not offered. */
  permissions: readonly Permission[];
  messages: Messages;
  locale: Locale;
}

/** Everything that can be found: pages, what can be entered, other localities, products, producers, communes. */
export function paletteEntries({ plan, localities, products, producers, units, permissions, messages, locale }: PaletteSources): PaletteEntry[] {
  const { attention, forecast, funding, pages, palette, signIn, entry } = messages;
  const may = <T>(permission: Permission, entries: readonly T[]): readonly T[] => (permissions.includes(permission) ? entries : []);
  const action = (id: string, label: string, goal: PaletteGoal): PaletteEntry => ({ id, group: 'actions', label, detail: '', goal });
  const page = (id: string, label: string, goal: PaletteGoal): PaletteEntry => ({ id, group: 'pages', label, detail: '', goal });
  return [
    ...may('indicators.read', [
      page('overview', pages.overview, { to: '/' }),
      page('attention', attention.page.heading, { to: '/viec-can-xu-ly' }),
      page('forecast', forecast.heading, { to: '/kha-nang' }),
    ]),
    ...may('products.read', [
      page('products', pages.products, { to: '/san-pham' }),
      page('product-register', pages.productRegister, { to: '/so-san-pham' }),
      page('producers', pages.producers, { to: '/so-chu-the' }),
      page('board', pages.board, { to: '/bang' }),
      page('rounds', pages.rounds, { to: '/dot' }),
    ]),
    ...may('indicators.read', [page('activities', pages.activities, { to: '/hoat-dong' })]),
    ...may('funding.read', [
      page('funding', pages.funding, { to: '/kinh-phi' }),
      page('ledger', funding.ledger.heading, { to: '/kinh-phi/so' }),
      page('funding-warnings', funding.warnings.heading, { to: '/kinh-phi/canh-bao' }),
      page('reconciliation', messages.reconciliation.heading, { to: '/kinh-phi/doi-chieu' }),
      page('funding-sources', funding.sections.sources, { to: '/kinh-phi/nguon' }),
    ]),
    ...may('indicators.read', [page('commune-reports', pages.communeReports, { to: '/bao-cao-xa' })]),
    ...may('reports.read', [page('reports', pages.reports, { to: '/bao-cao' })]),
    ...may('plans.read', [page('rules', pages.rules, { to: '/quan-tri/quy-dinh' })]),
    ...may('accounts.read', [page('accounts', pages.accounts, { to: '/quan-tri/tai-khoan' })]),
    ...may('audit.read', [page('audit', pages.audit, { to: '/quan-tri/nhat-ky' })]),
    page('own-account', signIn.own, { to: '/tai-khoan' }),
    page('permissions', signIn.whoMayWhat, { to: '/quan-tri/quyen' }),
    ...may('registrations.write', [action('register', entry.registration.add, { to: '/san-pham/dang-ky' })]),
    ...may('products.write', [action('new-product', entry.product.add, { to: '/so-san-pham/moi' })]),
    ...may('activities.write', [action('new-activity', messages.activities.add, { to: '/hoat-dong/ghi' })]),
    ...may('funding.write', [action('new-posting', funding.posting.add, { to: '/kinh-phi/ghi' })]),
    ...may('producers.write', [action('new-producer', entry.producer.add, { to: '/so-chu-the/moi' })]),
    ...may('plans.write', [action('new-plan', messages.planEntry.heading, { to: '/quan-tri/ke-hoach-moi' })]),
    ...may('reports.create', PERIOD_KINDS).map((period): PaletteEntry => {
      const label = palette.makeReport(domainMessages[locale].periodNames[period], plan.year);
      return action(`report-${period}`, label, { to: '/bao-cao', period });
    }),
    ...localities
      .filter(({ id }) => id !== plan.unitId)
      .map(({ id, name }): PaletteEntry => ({ id: `locality-${id}`, group: 'localities', label: name, detail: '', goal: { locality: id } })),
    ...products.map(({ id, name, producerName, unitName }): PaletteEntry => {
      const detail = `${producerName}, ${unitName}`;
      return { id: `product-${id}`, group: 'products', label: name, detail, goal: { to: '/san-pham/$id', params: { id: String(id) } } };
    }),
    ...producers.map(({ id, name, unitName }): PaletteEntry => (
      { id: `producer-${id}`, group: 'producers', label: name, detail: unitName, goal: { to: '/so-chu-the/$id', params: { id: String(id) } } }
    )),
    ...units
      .filter(({ level }) => level === 'commune')
      .toSorted((a, b) => compareVietnamese(a.name, b.name))
      .map(({ id, fullName, aliases }): PaletteEntry => {
        const goal: PaletteGoal = { to: '/san-pham', unit: String(id) };
        return { id: `unit-${id}`, group: 'units', label: fullName, detail: aliases.join(', '), goal };
      }),
  ];
}

/** Whether every word typed occurs in the entry's text, diacritics or not. */
export function paletteMatches(text: string, typed: string): boolean {
  const key = searchKey(text);
  return searchKey(typed)
    .split(' ')
    .every((word) => key.includes(word));
}
