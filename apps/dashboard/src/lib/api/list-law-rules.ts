import { lawRuleListSchema } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from './request.js';

/** Provisions of the law by their day, annulled ones too. */
export const listLawRulesOptions = () =>
  queryOptions({ queryKey: ['law-rules'], queryFn: ({ signal }) => getJson('law-rules', {}, lawRuleListSchema, signal) });
