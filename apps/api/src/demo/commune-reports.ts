import type { PeriodKind } from '@ocop/domain';
import { COMMUNE_CODES, DEMO_YEARS, type DemoCommuneReport } from './demo-data.js';
import { messages } from './messages.js';
import type { Random } from './random.js';
import { workingDay, type Span } from './working-days.js';

// The plan sets no day (V.4); the usual ones are before 15/6 and before 15/12.
const spans: Readonly<Record<PeriodKind, Readonly<Record<'inTime' | 'late', Span>>>> = {
  H1: { inTime: ['06-03', '06-14'], late: ['06-18', '06-28'] },
  FY: { inTime: ['12-02', '12-14'], late: ['12-18', '12-27'] },
};

/** For every year and period: one commune has sent nothing, one or two are late, the others in time. */
export function generateCommuneReports(random: Random): DemoCommuneReport[] {
  return DEMO_YEARS.flatMap((year) =>
    (['H1', 'FY'] as const).flatMap((period) => {
      const lateOnes = random.between(1, 2);
      const [, ...reporting] = random.shuffle(COMMUNE_CODES);
      return reporting.map((commune, index) => ({
        year,
        commune,
        period,
        receivedOn: workingDay(random, year, spans[period][index < lateOnes ? 'late' : 'inTime']),
        paper: messages.communeReport(index + (period === 'H1' ? 11 : 31), year),
      }));
    }),
  );
}
