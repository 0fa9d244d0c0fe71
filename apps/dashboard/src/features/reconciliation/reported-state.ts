import { communeReconciliationSchema, type CommuneReconciliation, type Reconciliation, type ReportedMoney } from '@ocop/contracts';
import { REPORTED_MEASURES, readDong, type DongFault, type ReportedMeasure } from '@ocop/domain';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';
import type { Seen } from '../../lib/record-difference.js';

/** Each figure as typed, by its source and measure; empty = not reported. */
export type TypedFigures = Readonly<Record<string, string>>;
export const figureKey = (source: string, measure: ReportedMeasure): string => `${source} ${measure}`;

export interface ReportedState {
  seen: Seen;
  paper: string;
  figures: TypedFigures;
  reason: string;
}

const fieldsOf = ({ cells, reported }: CommuneReconciliation) => ({
  paper: reported?.paper ?? '',
  figures: Object.fromEntries(cells.flatMap(({ source, measure, reported: amount }) => (amount === null ? [] : [[figureKey(source, measure), amount]]))) as TypedFigures,
});
const seenOf = (commune: CommuneReconciliation): Seen => ({ version: commune.version, ...fieldsOf(commune) });

export const reportedOf = (commune: CommuneReconciliation): ReportedState => ({ seen: seenOf(commune), ...fieldsOf(commune), reason: '' });

/** The figures as the API says they stand now. */
export function presentReported(current: unknown): Seen | null {
  const read = communeReconciliationSchema.safeParse(current);
  return read.success ? seenOf(read.data) : null;
}

/** Reads the figures of a commune; what is empty is not reported. */
export const readReported =
  ({ year, period, sources }: Pick<Reconciliation, 'year' | 'period' | 'sources'>, unitId: number, faults: Readonly<Record<DongFault, string>>) =>
  ({ seen, paper, figures, reason }: ReportedState, reader: FormReader): Reading<ReportedMoney> => {
    const read = sources.flatMap(({ code }) =>
      REPORTED_MEASURES.flatMap((measure) => {
        const key = figureKey(code, measure);
        const amount = readDong(figures[key] ?? '', { zero: true });
        if ('dong' in amount) return [{ source: code, measure, amount: String(amount.dong) }];
        if (amount.fault !== 'empty') reader.faults.push({ path: `figures.${key}`, message: faults[amount.fault] });
        return [];
      }),
    );
    return reader.as({ year, period, unitId, paper: optional(paper), figures: read, version: seen.version, reason: optional(reason) });
  };
