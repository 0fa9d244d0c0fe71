import {
  accountLinkSchema, accountListSchema, accountSchema, type ChangeAccount, type InviteAccount, type MakeLink,
} from '@ocop/contracts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AUDIT_KEY } from './audit.js';
import { SESSION_KEY } from './get-session.js';
import { getJson, sendDelete, sendJson } from './request.js';

const KEY = ['accounts'];

const listAccountsOptions = () =>
  queryOptions({ queryKey: KEY, queryFn: ({ signal }) => getJson('accounts', {}, accountListSchema, signal) });
const getAccountOptions = (id: string) =>
  queryOptions({ queryKey: [...KEY, id], queryFn: ({ signal }) => getJson(`accounts/${id}`, {}, accountSchema, signal) });

export const useListAccounts = () => useQuery(listAccountsOptions());
export const useGetAccount = (id: string) => useQuery(getAccountOptions(id));

/** A change of accounts, after which they, their history and the own name are asked for anew. */
function useAccountsChange<In, Out>(mutationFn: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: async () => {
      await Promise.all([KEY, AUDIT_KEY, SESSION_KEY].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}

export const useInviteAccount = () => useAccountsChange((body: InviteAccount) => sendJson('POST', 'accounts', body, accountLinkSchema));
export const useChangeAccount = (id: number) => useAccountsChange((body: ChangeAccount) => sendJson('PUT', `accounts/${id}`, body, accountSchema));
export const useMakeAccountLink = (id: number) => useAccountsChange((body: MakeLink) => sendJson('POST', `accounts/${id}/link`, body, accountLinkSchema));
export const useEndAccountSessions = (id: number) => useAccountsChange(() => sendDelete(`accounts/${id}/sessions`));
