import { QueryClient } from '@tanstack/react-query';
import { isWorthRetrying } from './api-error.js';

const MINUTE = 60_000;

/** `networkMode: always`: a lost line must be told, not waited for in silence. */
export const queryClient = new QueryClient({
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
