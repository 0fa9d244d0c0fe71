import { signInWaysSchema } from '@ocop/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getJson } from './request.js';

const getSignInWaysOptions = () =>
  queryOptions({ queryKey: ['sign-in-ways'], queryFn: ({ signal }) => getJson('sign-in-ways', {}, signInWaysSchema, signal) });

/** How one can sign in here besides name and password. */
export const useGetSignInWays = () => useQuery(getSignInWaysOptions());
