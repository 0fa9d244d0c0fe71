import { describe, expect, it } from '@jest/globals';
import { apiUrl } from './request.js';

describe('the address of a question', () => {
  it('names the locality that the page names', () => {
    expect(apiUrl('plans/2024', { asOf: '2024-06-01' }, '?locality=7&year=2024')).toBe('/api/v1/plans/2024?locality=7&asOf=2024-06-01');
    expect(apiUrl('products', undefined, '?locality=7')).toBe('/api/v1/products?locality=7');
  });

  it('names none where the page names none', () => {
    expect(apiUrl('plans/2024', { asOf: '2024-06-01', search: '', unit: undefined }, '?year=2024')).toBe('/api/v1/plans/2024?asOf=2024-06-01');
    expect(apiUrl('products', {}, '')).toBe('/api/v1/products');
  });

  it('names none of what is asked of no locality', () => {
    expect(apiUrl('plans', { locality: undefined }, '?locality=7')).toBe('/api/v1/plans');
  });
});
