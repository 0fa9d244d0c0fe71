import { describe, expect, it } from '@jest/globals';
import { apiUrl } from './request.js';

describe('the address of a question', () => {
  it('names the place that the page names', () => {
    expect(apiUrl('plans/2024', { asOf: '2024-06-01' }, '?place=7&year=2024')).toBe('/api/v1/plans/2024?place=7&asOf=2024-06-01');
    expect(apiUrl('products', undefined, '?place=7')).toBe('/api/v1/products?place=7');
  });

  it('names none where the page names none', () => {
    expect(apiUrl('plans/2024', { asOf: '2024-06-01', search: '', unit: undefined }, '?year=2024')).toBe('/api/v1/plans/2024?asOf=2024-06-01');
    expect(apiUrl('products', {}, '')).toBe('/api/v1/products');
  });

  it('names none of what is asked of no place', () => {
    expect(apiUrl('plans', { place: undefined }, '?place=7')).toBe('/api/v1/plans');
  });
});
