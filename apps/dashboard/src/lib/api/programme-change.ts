import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.js';
import { SESSION_KEY } from './get-session.js';

/** Whether somebody else changed the record meanwhile. */
export const isChangedMeanwhile = (error: Error | null): error is ApiError => error instanceof ApiError && error.problem?.code === 'changed-meanwhile';

/** Writes a fact of the programme. Every figure may follow from it, so all are asked for anew; also when the record turns out to be older than thought. */
export function useProgrammeChange<In, Out>(mutationFn: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  const afresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
  return useMutation({ mutationFn, onSuccess: afresh, onError: (error) => (isChangedMeanwhile(error) ? afresh() : undefined) });
}
