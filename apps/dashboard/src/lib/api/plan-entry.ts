import { planFormSchema, receiptSchema, type ChangePlan, type NewPlan } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson } from './request.js';

/** All that the plan of a year says, to be put right or for the next one to go on from. */
export const getPlanFormOptions = (year: number) =>
  queryOptions({ queryKey: ['plan-form', year], queryFn: ({ signal }) => getJson(`plans/${year}/form`, {}, planFormSchema, signal) });

export const enterPlan = (body: NewPlan) => sendJson('POST', 'plans', body, receiptSchema);
export const changePlan = (year: number) => (body: ChangePlan) => sendJson('PUT', `plans/${year}`, body, receiptSchema);
