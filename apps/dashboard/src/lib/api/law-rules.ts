import { lawRuleListSchema, receiptSchema, type Annulment, type NewLawRule } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson } from './request.js';

/** Provisions of the law by their day, annulled ones too. */
export const listLawRulesOptions = () =>
  queryOptions({ queryKey: ['law-rules'], queryFn: ({ signal }) => getJson('law-rules', {}, lawRuleListSchema, signal) });

export const addLawRule = (body: NewLawRule) => sendJson('POST', 'law-rules', body, receiptSchema);
export const annulLawRule = (id: number) => (body: Annulment) => sendJson('POST', `law-rules/${id}/annulment`, body, receiptSchema);
