import { expect } from '@jest/globals';
import { indicatorRowsSchema, type Indicator, type IndicatorRow } from '@ocop/contracts';
import { ratioPercent, type Day } from '@ocop/domain';
import type { TestApp } from './test-app.js';

const sum = (rows: readonly IndicatorRow[], role: IndicatorRow['role']): bigint =>
  rows.filter((row) => row.role === role).reduce((total, { contribution }) => total + BigInt(contribution), 0n);

/** Follows a figure's own `rowsUrl` and adds its rows up: parts, or parts ÷ wholes for a rate; null has no rows. */
export async function expectRowsToAddUp(app: TestApp, asOf: Day, { id, unit, value, rowsUrl }: Indicator): Promise<void> {
  const answer = await app.read(indicatorRowsSchema, rowsUrl);
  const rows = answer.items;
  expect({ id: answer.id, asOf: answer.asOf, value: answer.value, total: answer.total }).toEqual({ id, asOf, value, total: rows.length });
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  if (unit !== 'percent') expect(rows.filter(({ role }) => role === 'whole')).toEqual([]);
  const added = unit === 'percent' ? ratioPercent(sum(rows, 'part'), sum(rows, 'whole')) : sum(rows, 'part');
  expect({ id, asOf, added: value === null ? rows.length : String(added) }).toEqual({ id, asOf, added: value ?? 0 });
}
