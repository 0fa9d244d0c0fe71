import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSessionOver, isWorthRetrying } from './api-error.js';
import { SESSION_KEY } from './get-session.js';
import { PLANS_KEY } from './list-plans.js';

const MINUTE = 60_000;

/** Whoever learns that the session is over tells the gate, which asks for signing in again. */
const onError = (error: Error): void => {
  if (isSessionOver(error)) queryClient.setQueryData(SESSION_KEY, null);
};

/** `networkMode: always`: a lost line must be told, not waited for in silence. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: MINUTE,
      gcTime: 30 * MINUTE,
      retry: (failures, error) => failures < 1 && isWorthRetrying(error),
      retryDelay: 500,
    },
    mutations: { networkMode: 'always' },
  },
});

/**
 * Forgets whatever was answered of a locality. Keys do not name the locality: a loaded page stays with one, another is loaded anew (`useGoToLocality`).
 * Only an address that named none yet is put right without loading; what was answered before may be of another locality.
 */
export function forgetAnswers(): void {
  const ofNoLocality: readonly unknown[] = [SESSION_KEY[0], PLANS_KEY[0]];
  queryClient.removeQueries({ predicate: ({ queryKey }) => !ofNoLocality.includes(queryKey[0]) });
}
