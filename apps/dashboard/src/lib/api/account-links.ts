import { linkOwnerSchema, type UseLink } from '@ocop/contracts';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { nothing, sendJson } from './request.js';

const openLinkOptions = (token: string) =>
  queryOptions({ queryKey: ['account-link', token], queryFn: () => sendJson('POST', 'account-links/open', { token }, linkOwnerSchema), retry: false });

/** Whose link it is; looking does not use it up. */
export const useOpenLink = (token: string) => useQuery(openLinkOptions(token));

/** Sets the password and uses the link up. */
export const useUseLink = () => useMutation({ mutationFn: (body: UseLink) => sendJson('POST', 'account-links/use', body, nothing) });
