import type { Permission, PlanSummary, Registration, Unit } from '@ocop/contracts';
import { compareVietnamese, domainMessages, PERIOD_KINDS, searchKey, type Locale, type PeriodKind } from '@ocop/domain';
import type { Messages } from '../messages/index.js';

export const PALETTE_GROUPS = ['pages', 'actions', 'products', 'units'] as const;
type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** Where an entry leads; year and day go along. */
export type PaletteGoal =
  | { to: '/' | '/viec-can-xu-ly' | '/kha-nang' }
  | { to: '/san-pham'; search?: string; unit?: string }
  | { to: '/bao-cao'; period?: PeriodKind }
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
  registrations: readonly Registration[];
  units: readonly Unit[];
  /** What the person signed in may do; the rest is not offered. */
  permissions: readonly Permission[];
  messages: Messages;
  locale: Locale;
}

/** Everything that can be found: pages, making a report, products with their producers, communes. */
export function paletteEntries({ plan, registrations, units, permissions, messages, locale }: PaletteSources): PaletteEntry[] {
  const { attention, forecast, pages, palette, signIn } = messages;
  const may = <T>(permission: Permission, entries: readonly T[]): readonly T[] => (permissions.includes(permission) ? entries : []);
  const page = (id: string, label: string, goal: PaletteGoal): PaletteEntry => ({ id, group: 'pages', label, detail: '', goal });
  return [
    ...may('indicators.read', [
      page('overview', pages.overview, { to: '/' }),
      page('attention', attention.page.heading, { to: '/viec-can-xu-ly' }),
      page('forecast', forecast.heading, { to: '/kha-nang' }),
    ]),
    ...may('products.read', [page('products', pages.products, { to: '/san-pham' })]),
    ...may('reports.read', [page('reports', pages.reports, { to: '/bao-cao' })]),
    ...may('accounts.read', [page('accounts', pages.accounts, { to: '/quan-tri/tai-khoan' })]),
    ...may('audit.read', [page('audit', pages.audit, { to: '/quan-tri/nhat-ky' })]),
    page('own-account', signIn.own, { to: '/tai-khoan' }),
    page('permissions', signIn.whoMayWhat, { to: '/quan-tri/quyen' }),
    ...may('reports.create', PERIOD_KINDS).map((period): PaletteEntry => {
      const label = palette.makeReport(domainMessages[locale].periodNames[period], plan.year);
      return { id: `report-${period}`, group: 'actions', label, detail: '', goal: { to: '/bao-cao', period } };
    }),
    ...registrations.map(({ id, productName, producerName, unitName }): PaletteEntry => {
      const detail = `${producerName}, ${unitName}`;
      return { id: `product-${id}`, group: 'products', label: productName, detail, goal: { to: '/san-pham', search: productName } };
    }),
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
