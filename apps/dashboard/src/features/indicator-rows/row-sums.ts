import type { IndicatorRow } from '@ocop/contracts';
import { ratioPercent } from '@ocop/domain';

function scaled(decimal: string, decimals: number): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(`${whole}${fraction.padEnd(decimals, '0')}`);
}

/** The exact sum of decimal figures, written without superfluous zeros; '0' for none. */
export function sumExactly(figures: readonly string[]): string {
  const decimals = Math.max(0, ...figures.map((figure) => figure.split('.')[1]?.length ?? 0));
  const sum = figures.reduce((total, figure) => total + scaled(figure, decimals), 0n);
  const digits = String(sum < 0n ? -sum : sum).padStart(decimals + 1, '0');
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, digits.length - decimals)}${decimals === 0 || fraction === '' ? '' : `.${fraction}`}`;
}

/** What the rows behind a figure come to. `total`: they add up; `rate`: parts ÷ wholes in percent. */
export type RowSum =
  | { kind: 'total'; sum: string; agrees: boolean }
  | { kind: 'rate'; part: string; whole: string; agrees: boolean };

const contributions = (rows: readonly IndicatorRow[], role: IndicatorRow['role']): string[] =>
  rows.flatMap((row) => (row.role === role ? [row.contribution] : []));

const sameFigure = (a: string, b: string): boolean => sumExactly([a]) === sumExactly([b]);

/** Adds the rows up and compares with the figure; wholes among them make it a rate. */
export function sumRows(rows: readonly IndicatorRow[], value: string): RowSum {
  const part = sumExactly(contributions(rows, 'part'));
  const wholes = contributions(rows, 'whole');
  if (wholes.length === 0) return { kind: 'total', sum: part, agrees: sameFigure(part, value) };
  const whole = sumExactly(wholes);
  const percent = ratioPercent(BigInt(part), BigInt(whole));
  return { kind: 'rate', part, whole, agrees: percent !== null && sameFigure(String(percent), value) };
}
