import { lawRuleListSchema, receiptSchema, type NewLawRule } from '@ocop/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getJson, sendJson } from './request.js';

/** Every provision of the law on record, annulled ones too. */
export const useListLawRules = () =>
  useQuery({ queryKey: ['law-rules'], queryFn: ({ signal }) => getJson('law-rules', {}, lawRuleListSchema, signal) });

/** A change of the law, after which everything judged by it is asked for anew. */
function useLawChange<In, Out>(mutationFn: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries() });
}

export const useAddLawRule = () => useLawChange((rule: NewLawRule) => sendJson('POST', 'law-rules', rule, receiptSchema));
export const useAnnulLawRule = (id: number) => useLawChange((reason: string) => sendJson('POST', `law-rules/${id}/annulment`, { reason }, receiptSchema));
