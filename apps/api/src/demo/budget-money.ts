import type { FundingStage } from '@ocop/domain';
import { inParts, MILLION, roundDown } from './amounts.js';
import { COMMUNE_CODES, type CommuneCode, type DemoYear, type UnnumberedEntry } from './demo-data.js';
import type { Random } from './random.js';
import { workingDay, type Span } from './working-days.js';

const PRODUCT_DEVELOPMENT = 2;

/** What a source pays for in a year: work area of the plan (III.1–III.6) and the span of its estimate in million đồng. */
const budgetSources: readonly { code: string; areas: readonly { no: number; millions: readonly [number, number] }[] }[] = [
  {
    code: 'ntm-2021-2025',
    areas: [
      { no: 1, millions: [60, 90] },
      { no: PRODUCT_DEVELOPMENT, millions: [140, 200] },
      { no: 5, millions: [80, 120] },
      { no: 6, millions: [15, 25] },
    ],
  },
  { code: 'nq-20-2020', areas: [{ no: PRODUCT_DEVELOPMENT, millions: [70, 110] }, { no: 3, millions: [40, 60] }] },
  { code: 'nq-30-2021', areas: [{ no: 4, millions: [60, 90] }, { no: 5, millions: [80, 140] }] },
  { code: 'integrated-industry-promotion', areas: [{ no: PRODUCT_DEVELOPMENT, millions: [60, 110] }] },
  { code: 'integrated-science-technology', areas: [{ no: PRODUCT_DEVELOPMENT, millions: [30, 50] }, { no: 4, millions: [30, 50] }] },
];

interface Course {
  planned: Span;
  allocated: Span;
  payingMonths: readonly number[];
}

const usualCourse: Course = { planned: ['01-08', '01-24'], allocated: ['03-10', '04-20'], payingMonths: [5, 6, 7, 8, 9, 10, 11, 12] };
// The first year of a resolution of the province's council: its money comes at the year's end.
const firstYearCourse: Course = { planned: ['09-10', '09-20'], allocated: ['10-10', '10-24'], payingMonths: [11, 12] };

const ADJUSTED_SOURCE = 'ntm-2021-2025';

const startsLate = (code: string, year: DemoYear) => code === 'nq-30-2021' && year === 2021;
const nothingPaidYet = (code: string, year: DemoYear) => code === 'integrated-science-technology' && year === 2024;

/** Money of the budget and of integrated programmes in a year: estimate, allocation, one adjustment, payments by month. */
export function generateBudgetMoney(random: Random, year: DemoYear): UnnumberedEntry[] {
  return budgetSources.flatMap(({ code, areas }) =>
    areas.flatMap(({ no, millions }): UnnumberedEntry[] => {
      const course = startsLate(code, year) ? firstYearCourse : usualCourse;
      const entry = (stage: FundingStage, amount: bigint, span: Span, commune: CommuneCode | null = null): UnnumberedEntry => ({
        year, sourceCode: code, stage, amount, occurredOn: workingDay(random, year, span), commune, workAreaNo: no,
      });
      const planned = BigInt(random.between(...millions)) * MILLION;
      const allocated = roundDown((planned * BigInt(random.between(85, 100))) / 100n, MILLION / 10n);
      const entries = [entry('planned', planned, course.planned), entry('allocated', allocated, course.allocated)];

      let limit = allocated;
      if (code === ADJUSTED_SOURCE && no === PRODUCT_DEVELOPMENT) {
        const tenth = roundDown(allocated / 10n, MILLION);
        const adjustment = random.pick([tenth, -tenth]);
        entries.push(entry('adjusted', adjustment, ['08-10', '08-28']));
        if (adjustment < 0n) limit += adjustment;
      }
      if (nothingPaidYet(code, year)) return entries;

      const paid = roundDown((limit * BigInt(random.between(72, 97))) / 100n, 1000n);
      const months = random.shuffle(course.payingMonths).slice(0, random.between(2, 5));
      for (const [index, amount] of inParts(random, paid, months.length).entries()) {
        const month = String(months[index] ?? 12).padStart(2, '0');
        const commune = no === PRODUCT_DEVELOPMENT ? random.pick(COMMUNE_CODES) : null;
        entries.push(entry('disbursed', amount, [`${month}-06`, `${month}-24`], commune));
      }
      return entries;
    }),
  );
}
