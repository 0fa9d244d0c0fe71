import { describe, expect, it } from '@jest/globals';
import { productQuerySchema } from '@ocop/contracts';
import { readRegister } from './register-view.js';

describe('the address of a register', () => {
  it('is judged by the contract of its query; what cannot be read is left out and named', () => {
    const search = { year: '2024', search: 'huong', certificate: 'expiring', unit: 'x', page: '2', columns: 'name' };
    expect(readRegister(search, productQuerySchema.shape)).toEqual({
      query: { search: 'huong', certificate: 'expiring', page: 2 }, filters: { search: 'huong', certificate: 'expiring' }, page: 2, refused: ['unit'],
    });
  });
});
