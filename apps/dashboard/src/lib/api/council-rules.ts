import { councilRuleListSchema, receiptSchema, type SetCouncilRule } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson } from './request.js';

/** What the councils of a plan year decided for themselves. */
export const listCouncilRulesOptions = (year: number) =>
  queryOptions({ queryKey: ['council-rules', year], queryFn: ({ signal }) => getJson('council-rules', { year }, councilRuleListSchema, signal) });

export const setCouncilRule = (body: SetCouncilRule) => sendJson('PUT', 'council-rules', body, receiptSchema);
