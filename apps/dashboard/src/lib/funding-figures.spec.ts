import { describe, expect, it } from '@jest/globals';
import { fundingFigures } from './funding-figures.js';

const row = (source: string, stage: 'planned' | 'disbursed' | 'registered' | 'contributed' | 'allocated', month: string, amount: string) => ({
  source,
  stage,
  month,
  amount,
  entries: 1,
});

describe('the figures of the funding section (plan 1227, IV)', () => {
  it('are missing, not 0, when the ledger is empty', () => {
    const figures = fundingFigures([], 2024, '2024-06-30');
    expect(figures).toMatchObject({ planned: null, disbursed: null });
    expect(figures.cumulative).toEqual(Array.from({ length: 12 }, () => null));
  });

  it('count pledged money as planned and contributed money as disbursed', () => {
    const figures = fundingFigures(
      [row('socialised', 'registered', '2024-04', '900'), row('socialised', 'contributed', '2024-05', '300')],
      2024,
      '2024-06-30',
    );
    expect(figures.bySource.get('socialised')).toEqual({ planned: 900n, disbursed: 300n });
  });

  it('leave what was never entered missing beside what was', () => {
    const figures = fundingFigures([row('nq-20-2020', 'planned', '2024-04', '500')], 2024, '2024-06-30');
    expect(figures.bySource.get('nq-20-2020')).toEqual({ planned: 500n, disbursed: null });
  });

  it('add up month by month to the month of the day asked, corrections included', () => {
    const rows = [
      row('a', 'disbursed', '2023-12', '5'),
      row('a', 'disbursed', '2024-02', '100'),
      row('b', 'disbursed', '2024-03', '50'),
      row('a', 'disbursed', '2024-03', '-20'),
    ];
    const { cumulative, disbursed } = fundingFigures(rows, 2024, '2024-04-09');
    expect(cumulative.slice(0, 5)).toEqual([5n, 105n, 135n, 135n, null]);
    expect(disbursed).toBe(135n);
  });

  it('are exact beyond what a float can hold', () => {
    const { planned } = fundingFigures([row('a', 'planned', '2024-01', '90071992547409931'), row('b', 'planned', '2024-01', '1')], 2024, '2024-04-09');
    expect(planned).toBe(90071992547409932n);
  });
});
