import { describe, expect, it } from '@jest/globals';
import { isFiltered, NO_FILTERS, parseColumns, queryOf, readProductsView, writeProductsView } from './products-view.js';

const day = { year: 2024, asOf: '2024-04-09' };
const plain = readProductsView({}).view;

describe('readProductsView', () => {
  it('shows the plan’s own order and every product when the address says nothing', () => {
    expect(readProductsView({})).toEqual({
      view: {
        search: '',
        kind: null,
        stage: null,
        unit: null,
        round: null,
        supplement: null,
        sort: 'position',
        order: 'asc',
        page: 1,
        columns: null,
        density: null,
      },
      refused: [],
    });
  });

  it('reads a whole address and writes the same address again', () => {
    const address = {
      search: 'huong tra',
      kind: 're-evaluation',
      stage: 'scored-by-town',
      unit: '9',
      round: '2',
      supplement: 'late-supplement',
      sort: 'unitName',
      order: 'desc',
      page: '3',
      columns: 'productName,stage',
      density: 'compact',
    };
    const { view, refused } = readProductsView(address);
    expect(refused).toEqual([]);
    expect(view).toMatchObject({ kind: 're-evaluation', unit: 9, page: 3, columns: ['productName', 'stage'] });
    expect(writeProductsView(view)).toEqual(address);
  });

  it('leaves a view as it is by itself out of the address', () => {
    expect(writeProductsView(plain)).toEqual({});
  });

  it.each([
    ['kind', 'moi'],
    ['stage', 'done'],
    ['unit', '0'],
    ['unit', '-1'],
    ['round', '10'],
    ['supplement', 'later'],
    ['sort', 'points'],
    ['order', 'up'],
    ['page', '0'],
    ['page', '1.5'],
    ['columns', 'productName,price'],
    ['density', 'tight'],
    ['search', 'a'.repeat(201)],
  ] as const)('names %s when “%s” cannot be read and shows the rest', (name, text) => {
    const { view, refused } = readProductsView({ [name]: text });
    expect(refused).toEqual([name]);
    expect(view).toEqual(plain);
  });
});

describe('parseColumns', () => {
  it('keeps the list’s order and always the product’s name', () => {
    expect(parseColumns('stage,position')).toEqual(['position', 'productName', 'stage']);
  });

  it('refuses an unknown column and an empty text', () => {
    expect(parseColumns('stage,price')).toBeNull();
    expect(parseColumns('')).toBeNull();
  });
});

describe('queryOf', () => {
  it('asks the API only for what the view says, with year and day', () => {
    expect(queryOf(plain, day)).toEqual({ year: 2024, asOf: '2024-04-09', sort: 'position', order: 'asc' });
    expect(queryOf({ ...plain, search: '  bun ', unit: 12 }, day)).toMatchObject({ search: 'bun', unit: 12 });
  });
});

describe('NO_FILTERS', () => {
  it('clears search and filters and touches neither order, columns nor density', () => {
    const { view } = readProductsView({ search: 'x', kind: 'new', page: '2', sort: 'stage', density: 'compact' });
    const cleared = { ...view, ...NO_FILTERS };
    expect(isFiltered(view)).toBe(true);
    expect(isFiltered(cleared)).toBe(false);
    expect(cleared).toMatchObject({ sort: 'stage', density: 'compact', page: 1 });
  });

  it('does not count spaces as a search', () => {
    expect(isFiltered({ ...plain, search: '  ' })).toBe(false);
  });
});
