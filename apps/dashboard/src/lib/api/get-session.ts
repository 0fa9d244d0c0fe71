import { sessionSchema, type Session } from '@ocop/contracts';
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
  });

/** Who is signed in; null = nobody. */
export const useGetSession = () => useQuery(getSessionOptions());
