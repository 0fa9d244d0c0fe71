import { describe, expect, it } from '@jest/globals';
import type { Registration } from '@ocop/contracts';
import { IncompleteListError, readAllPages } from './list-all-registrations.js';

const row = (id: number): Registration => ({
  id,
  position: id,
  productId: id,
  productName: `P${id}`,
  producerName: 'HTX',
  producerKind: 'cooperative',
  unitId: 1,
  unitName: 'Xã',
  addressAsWritten: 'Xã',
  kind: 'new',
  stage: 'registered',
  stageOn: '2024-04-09',
  roundNo: null,
  note: null,
  stars: null,
  points: null,
  awardedStars: null,
  resultOn: null,
  supplement: 'listed',
  version: 1,
});

const pagesOf = (ids: readonly number[], total: number) => (page: number) =>
  Promise.resolve({ items: ids.slice((page - 1) * 2, page * 2).map(row), total });

describe('readAllPages', () => {
  it('reads page after page until every row is there', async () => {
    const rows = await readAllPages(pagesOf([1, 2, 3, 4, 5], 5), 2);
    expect(rows.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives no rows for an empty list', async () => {
    expect(await readAllPages(pagesOf([], 0), 2)).toEqual([]);
  });

  it.each([
    ['fewer rows than the total come', [1, 2, 3]],
    ['a row comes twice', [1, 2, 2, 3, 4]],
  ])('refuses to pass a part off as the whole when %s', async (_why, ids) => {
    await expect(readAllPages(pagesOf(ids, 5), 2)).rejects.toThrow(IncompleteListError);
  });
});
