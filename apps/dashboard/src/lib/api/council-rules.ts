import { councilRuleListSchema, receiptSchema, type SetCouncilRule } from '@ocop/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getJson, sendJson } from './request.js';

const KEY = ['council-rules'];

/** What the councils of a year decided for themselves; one that set nothing is not in the list. */
export const useListCouncilRules = (year: number) =>
  useQuery({ queryKey: [...KEY, year], queryFn: ({ signal }) => getJson('council-rules', { year }, councilRuleListSchema, signal) });

export function useSetCouncilRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rule: SetCouncilRule) => sendJson('PUT', 'council-rules', rule, receiptSchema),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
