import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, deadlineState, type Day, type IndicatorId } from '@ocop/domain';
import { loadData } from '../load-data.js';
import { EXPIRING_WITHIN_DAYS } from '../modules/indicators/figures.js';
import { IndicatorsService } from '../modules/indicators/indicators.service.js';
import { localViewer } from '../platform/access/viewer.js';
import { withRowScope } from '../platform/database/row-scope.js';
import { openEmptyApp } from '../testing/test-database.js';
import type { DemoData } from './demo-data.js';
import { generateDemo } from './generate-demo.js';

/** The days on which something happened that a figure of 2024 is made of, told from the invented facts and not from the database. */
function daysOf(data: DemoData): Record<'registrations' | 'decisions' | 'certificates' | 'reports' | 'money', ReadonlySet<Day>> {
  const of = <T>(rows: readonly T[], days: (row: T) => readonly (Day | null)[]) => new Set(rows.flatMap(days).filter((day): day is Day => day !== null));
  const decided = of(data.recognitions, ({ decidedOn, revokedOn }) => [decidedOn, revokedOn]);
  const lasts = data.recognitions.map(({ decidedOn }) => `${Number(decidedOn.slice(0, 4)) + 3}${decidedOn.slice(4)}`.replace(/(?<=-02-)29$/, '28'));
  return {
    registrations: of(data.steps, ({ happenedOn }) => [happenedOn]),
    decisions: decided,
    // A certificate enters the last 180 days, and leaves them when it lapses; another decision or a revocation takes it out.
    certificates: new Set([...decided, ...lasts.flatMap((last) => [addDays(last, -EXPIRING_WITHIN_DAYS), addDays(last, 1)])]),
    reports: of(data.communeReports, ({ receivedOn }) => [receivedOn]),
    money: of(data.fundingEntries, ({ occurredOn }) => [occurredOn]),
  };
}

const MOVED_BY: Readonly<Record<IndicatorId, keyof ReturnType<typeof daysOf>>> = {
  'newly-recognised-products': 'decisions',
  're-recognised-products': 'decisions',
  'upgraded-products': 'decisions',
  'registrations-by-stage': 'registrations',
  'dossiers-sent-to-province': 'registrations',
  'certificates-expiring': 'certificates',
  'commune-reports-on-time': 'reports',
  'funding-planned': 'money',
  'funding-allocated': 'money',
  'funding-disbursed': 'money',
  'disbursement-rate': 'money',
  'socialised-share': 'money',
};

describe('a year replayed day by day', () => {
  let app: NestFastifyApplication;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ app, close } = await openEmptyApp('2025-01-15'));
    await withRowScope('all', () => loadData(app, true));
  }, 60_000);
  afterAll(() => close());

  it('shows figures that move on the days of the events that move them, and on no other', async () => {
    const days = daysOf(generateDemo(1227));
    const figuresOn = async (asOf: Day) => {
      const { items } = await withRowScope('all', () => app.get(IndicatorsService).listIndicators(localViewer('system'), { year: 2024, asOf }));
      return new Map(items.map(({ id, value }) => [id, value]));
    };
    let before = await figuresOn('2024-04-09');
    const moves = new Map<IndicatorId, number>();
    for (let day = '2024-04-10'; day <= '2024-12-31'; day = addDays(day, 1)) {
      const figures = await figuresOn(day);
      for (const [id, value] of figures) {
        if (value === before.get(id)) continue;
        // A deadline of reports brings its period into the count of those in time.
        const deadline = id === 'commune-reports-on-time' && ['2024-06-15', '2024-12-15'].some((due) => deadlineState(due, day).daysLate === 1);
        expect({ id, day, moved: deadline || days[MOVED_BY[id]].has(day) }).toEqual({ id, day, moved: true });
        moves.set(id, (moves.get(id) ?? 0) + 1);
      }
      before = figures;
    }
    // The year is lived: otherwise nothing would have been seen.
    expect(moves.get('newly-recognised-products')).toBeGreaterThan(1);
    expect(moves.get('certificates-expiring')).toBeGreaterThan(3);
    expect(moves.get('funding-disbursed')).toBeGreaterThan(5);
  }, 120_000);
});
