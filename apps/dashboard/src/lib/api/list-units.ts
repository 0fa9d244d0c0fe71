import { unitListSchema, type UnitQuery } from '@ocop/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getJson } from './request.js';

const listUnitsOptions = (query: UnitQuery) =>
  queryOptions({
    queryKey: ['units', query],
    queryFn: ({ signal }) => getJson('units', query, unitListSchema, signal),
  });

/** Administrative units valid on a day. */
export const useListUnits = (query: UnitQuery) => useQuery(listUnitsOptions(query));
