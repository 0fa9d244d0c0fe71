import { activityListSchema, receiptSchema, type ActivityQuery, type Annulment, type NewActivity } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson } from './request.js';

/** A page of what was done in the work areas, newest first. */
export const listActivitiesOptions = (query: ActivityQuery) =>
  queryOptions({ queryKey: ['activities', query], queryFn: ({ signal }) => getJson('activities', query, activityListSchema, signal) });

export const addActivity = (body: NewActivity) => sendJson('POST', 'activities', body, receiptSchema);
export const annulActivity = (id: number) => (body: Annulment) => sendJson('POST', `activities/${id}/annulment`, body, receiptSchema);
