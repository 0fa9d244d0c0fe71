import { isHalfSignedIn, sessionSchema, type Session } from '@ocop/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { isSessionOver } from './api-error.js';
import { getJson } from './request.js';

export const SESSION_KEY = ['session'] as const;

const getSessionOptions = () =>
  queryOptions({
    queryKey: SESSION_KEY,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        // Of no locality: which one is right is known only once somebody is signed in.
        return await getJson('session', { locality: undefined }, sessionSchema, signal);
      } catch (error) {
        if (isSessionOver(error)) return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    // In another tab somebody else may have signed in; while one signs in here nothing is looked up.
    refetchOnWindowFocus: ({ state: { data } }) => (data && !isHalfSignedIn(data.secondFactor) ? 'always' : false),
  });

/** Who is signed in; null = nobody. */
export const useGetSession = () => useQuery(getSessionOptions());
