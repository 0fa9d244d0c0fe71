import { receiptSchema, registrationDetailSchema, type NewStep, type UndoStep } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson } from './request.js';

/** A registration as it stands today, and where it may go from here; asked anew each time, since a move rests on it. */
export const getRegistrationOptions = (id: number) =>
  queryOptions({
    queryKey: ['registration', id],
    queryFn: ({ signal }) => getJson(`registrations/${id}`, {}, registrationDetailSchema, signal),
    staleTime: 0,
  });

export const addStep = (id: number, step: NewStep) => sendJson('POST', `registrations/${id}/steps`, step, receiptSchema);
export const undoStep = (id: number, body: UndoStep) => sendJson('POST', `registrations/${id}/undo`, body, receiptSchema);
