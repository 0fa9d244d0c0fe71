import { unitListSchema, type UnitQuery } from '@ocop/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getJson } from './request.js';

const listUnitsOptions = (query: UnitQuery & { locality?: undefined }) =>
  queryOptions({
    queryKey: ['units', query, 'locality' in query],
    queryFn: ({ signal }) => getJson('units', query, unitListSchema, signal),
  });

/** Administrative units of the locality looked at: those valid on a day, or all there ever were. */
export const useListUnits = (query: UnitQuery) => useQuery(listUnitsOptions(query));

/** Every unit there ever was, of whichever locality. */
export const useListAllUnits = () => useQuery(listUnitsOptions({ ever: 'true', locality: undefined }));
