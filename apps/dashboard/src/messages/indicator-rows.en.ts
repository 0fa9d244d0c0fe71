import type { IndicatorId } from '@ocop/domain';
import type { indicatorRowsVi } from './indicator-rows.vi.js';

const noDecision = 'No recognition decision is recorded. Enter each product’s decision number, day and stars.';

const whyMissing: Readonly<Record<IndicatorId, string>> = {
  'newly-recognised-products': noDecision,
  're-recognised-products': noDecision,
  'upgraded-products': noDecision,
  'registrations-by-stage': 'There is no list of registered products. A product is on it once it is registered.',
  'dossiers-sent-to-province': 'No dossier sent to the province is recorded. Enter each dossier’s day and covering paper.',
  'certificates-expiring':
    'No recognition of earlier years is recorded, so it is not known which certificates expire. Enter the decision number, day and stars of the products recognised before.',
  'commune-reports-on-time': 'The plan names no reporting period of the communes.',
  'funding-planned': 'The plan names the sources and sets no amounts. Enter each source’s planned amount with its paper.',
  'funding-allocated': 'No allocation is recorded. Enter each source’s allocation with its decision.',
  'funding-disbursed': 'No disbursement is recorded. Enter each payment’s amount, day and voucher.',
  'disbursement-rate': 'No allocation is recorded, so there is no rate. Enter each source’s allocation and disbursement.',
  'socialised-share': 'No disbursement is recorded, so there is no share. Enter each source’s disbursement.',
};

export const indicatorRowsEn: typeof indicatorRowsVi = {
  back: 'Back to the overview',
  communeReports: 'See each commune: in time, late, not sent',
  asOf: (day) => `as of ${day}`,
  target: (figure) => `target ${figure}`,
  noTarget: 'the plan sets no target in figures',
  missingHeading: 'Why there is no data yet',
  whyMissing,
  rowsHeading: (n) => `${n} source ${n === 1 ? 'row' : 'rows'}`,
  noRows: (day) => `By ${day} no row counts towards this indicator.`,
  columns: {
    label: 'Item',
    detail: 'Detail',
    unitName: 'Commune',
    happenedOn: 'Day',
    paper: 'Paper',
    contribution: 'Counts',
  },
  contributionIn: (unit) => `Counts (${unit})`,
  sum: 'Total',
  equalsValue: (sum) => `Total: ${sum} = the indicator`,
  differs: (sum, value) => `The rows add up to ${sum}, not to the indicator ${value}. Tell the administrator to check.`,
  parts: {
    'disbursement-rate': 'Disbursed (state budget and integrated funds)',
    'socialised-share': 'Socialised funds disbursed',
  },
  wholes: {
    'disbursement-rate': 'Allocated (state budget and integrated funds)',
    'socialised-share': 'All sources disbursed',
  },
  part: 'The part',
  whole: 'The whole',
  rate: (part, whole, value) => `${part} ÷ ${whole} = ${value}`,
  moneyUnit: 'Unit',
  unknownTitle: 'No such indicator',
  unknown: (id) => `There is no indicator “${id}”. Choose one of those below.`,
  all: 'Indicators',
};
