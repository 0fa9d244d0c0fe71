import { registrationListSchema, type RegistrationQuery } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from './request.js';

/** Most rows that one request may bring. */
export const LARGEST_PAGE = 200;

export const listRegistrationsOptions = (query: RegistrationQuery) =>
  queryOptions({
    queryKey: ['registrations', query],
    queryFn: ({ signal }) => getJson('registrations', query, registrationListSchema, signal),
  });
