import type { Registration } from '@ocop/contracts';
import { domainMessages, formatInteger, type Locale } from '@ocop/domain';
import { dayText, decimalText } from '../../lib/figure-text.js';

/** Every column of the product list in its order; `productName` names the row and is always shown. */
export const COLUMN_IDS = [
  'position',
  'productName',
  'producerName',
  'producerKind',
  'unitName',
  'addressAsWritten',
  'kind',
  'stage',
  'stageOn',
  'roundNo',
  'points',
  'stars',
  'note',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'position',
  'productName',
  'producerName',
  'unitName',
  'kind',
  'stage',
  'stageOn',
  'points',
  'stars',
];

const FIGURES: ReadonlySet<ColumnId> = new Set<ColumnId>(['position', 'stageOn', 'roundNo', 'points', 'stars']);

/** Whether a column holds figures, which stand on the right. */
export const isFigure = (id: ColumnId): boolean => FIGURES.has(id);

/** A cell's words; null = missing. */
export function cellText(row: Registration, id: ColumnId, locale: Locale): string | null {
  const words = domainMessages[locale];
  switch (id) {
    case 'position':
      return formatInteger(row.position);
    case 'producerKind':
      return words.producerKindNames[row.producerKind];
    case 'kind':
      return words.registrationKindShortNames[row.kind];
    case 'stage':
      return words.stageNames[row.stage];
    case 'stageOn':
      return dayText(row.stageOn, locale);
    case 'roundNo':
      return row.roundNo === null ? null : formatInteger(row.roundNo);
    case 'points':
      return row.points === null ? null : decimalText(row.points, 2, locale);
    case 'stars':
      return row.stars === null ? null : formatInteger(row.stars);
    case 'productName':
    case 'producerName':
    case 'unitName':
    case 'addressAsWritten':
    case 'note':
      return row[id];
    default:
      return id satisfies never;
  }
}
