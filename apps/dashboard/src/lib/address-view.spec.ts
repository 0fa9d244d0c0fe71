import { describe, expect, it } from '@jest/globals';
import { productQuerySchema } from '@ocop/contracts';
import { readAddress } from './address-view.js';

describe('the address of a list', () => {
  it('is judged by the contract of its query; what cannot be read is left out and named', () => {
    const search = { year: '2024', search: 'huong', certificate: 'expiring', unit: 'x', page: '2', columns: 'name' };
    expect(readAddress(search, productQuerySchema.shape)).toEqual({
      query: { search: 'huong', certificate: 'expiring', page: 2 }, filters: { search: 'huong', certificate: 'expiring' }, page: 2, refused: ['unit'],
    });
  });
});
