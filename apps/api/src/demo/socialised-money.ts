import { inParts, MILLION, roundDown } from './amounts.js';
import { COMMUNE_CODES, type DemoYear, type UnnumberedEntry } from './demo-data.js';
import type { Random } from './random.js';
import { workingDay, type Span } from './working-days.js';

/** Socialised money of a year, the principal source (plan 1227, IV.1): pledged by producers of a commune, then paid in by month. */
export function generateSocialisedMoney(random: Random, year: DemoYear): UnnumberedEntry[] {
  const pledges = random.shuffle(COMMUNE_CODES).slice(0, random.between(6, 8));
  return pledges.flatMap((commune, index): UnnumberedEntry[] => {
    // The work areas that producers pay for: standardising products, digital trade, trade promotion.
    const workAreaNo = random.pick([2, 2, 4, 5]);
    const entry = (stage: UnnumberedEntry['stage'], amount: bigint, span: Span): UnnumberedEntry => ({
      year, sourceCode: 'socialised', stage, amount, occurredOn: workingDay(random, year, span), commune, workAreaNo,
    });
    const pledged = BigInt(random.between(80, 240)) * (MILLION / 2n);
    const registered = entry('registered', pledged, ['02-15', '05-20']);
    // The last pledge of the year is still unpaid.
    if (index === pledges.length - 1) return [registered];
    const paid = roundDown((pledged * BigInt(random.between(60, 100))) / 100n, 1000n);
    const months = random.shuffle([6, 7, 8, 9, 10, 11, 12]).slice(0, random.between(1, 3));
    const payments = inParts(random, paid, months.length).map((amount, part) => {
      const month = String(months[part] ?? 12).padStart(2, '0');
      return entry('contributed', amount, [`${month}-06`, `${month}-24`]);
    });
    return [registered, ...payments];
  });
}
