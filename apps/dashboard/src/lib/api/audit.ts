import { auditCheckSchema, auditListSchema } from '@ocop/contracts';
import { keepPreviousData, queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { getJson, type Query } from './request.js';

export const AUDIT_KEY = ['audit'];

const listAuditOptions = (query: Query) =>
  queryOptions({
    queryKey: [...AUDIT_KEY, query],
    queryFn: ({ signal }) => getJson('audit', query, auditListSchema, signal),
    placeholderData: keepPreviousData,
    // A trail grows by itself.
    staleTime: 0,
  });

/** A page of the audit trail, newest first. */
export const useListAudit = (query: Query) => useQuery(listAuditOptions(query));

/** Re-reads the whole trail. */
export const useCheckAudit = () =>
  useMutation({ mutationFn: () => getJson('audit/check', {}, auditCheckSchema, AbortSignal.timeout(600_000)) });
