import {
  ownAccountSchema, recoveryCodesSchema, secondFactorSetupSchema, type ChangePassword, type ConfirmPassword, type EndSessions, type SecondFactor,
} from '@ocop/contracts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getJson, nothing, sendJson } from './request.js';

const KEY = ['own-account'];

const getOwnAccountOptions = () =>
  queryOptions({ queryKey: KEY, queryFn: ({ signal }) => getJson('account', {}, ownAccountSchema, signal) });

/** The own account with its open sessions. */
export const useGetOwnAccount = () => useQuery(getOwnAccountOptions());

/** A change of the own account, after which it is asked for anew. */
function useOwnChange<In, Out>(mutationFn: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: KEY }) });
}

export const useChangePassword = () => useOwnChange((body: ChangePassword) => sendJson('PUT', 'account/password', body, nothing));
/** One session, or (null) every other one. */
export const useEndSession = () =>
  useOwnChange(({ id, ...body }: EndSessions & { id: string | null }) => sendJson('POST', id === null ? 'account/sessions/end' : `account/sessions/${id}/end`, body, nothing));
export const useBeginSecondFactor = () => useOwnChange((body: ConfirmPassword) => sendJson('POST', 'account/second-factor', body, secondFactorSetupSchema));
export const useTurnOnSecondFactor = () => useOwnChange((body: SecondFactor) => sendJson('PUT', 'account/second-factor', body, recoveryCodesSchema));
export const useTurnOffSecondFactor = () => useOwnChange((body: ConfirmPassword) => sendJson('POST', 'account/second-factor/off', body, nothing));
export const useRenewRecoveryCodes = () => useOwnChange((body: ConfirmPassword) => sendJson('POST', 'account/recovery-codes', body, recoveryCodesSchema));
