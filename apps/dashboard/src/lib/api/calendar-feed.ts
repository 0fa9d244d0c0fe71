import { calendarFeedSchema, newCalendarFeedSchema } from '@ocop/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getJson, sendDelete, sendJson } from './request.js';

const KEY = ['calendar-feed'];

/** Whether the own account has a calendar address; the address itself is never told again. */
export const useGetCalendarFeed = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => getJson('calendar-feed', {}, calendarFeedSchema, signal) });

function useFeedChange<Out>(mutationFn: () => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: KEY }) });
}

/** A new address; the one before ends. */
export const useMakeCalendarFeed = () => useFeedChange(() => sendJson('POST', 'calendar-feed', {}, newCalendarFeedSchema));
export const useEndCalendarFeed = () => useFeedChange(() => sendDelete('calendar-feed'));
