import {
  receiptSchema, registrationDetailSchema, type ChangeRegistration, type NewEvaluation, type NewRecognition, type NewRegistration,
  type NewRevocation, type NewStep, type UndoStep,
} from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson } from './request.js';

/** A registration with its history and where it may go from here. */
export const getRegistrationOptions = (id: number) =>
  queryOptions({ queryKey: ['registration', id], queryFn: ({ signal }) => getJson(`registrations/${id}`, {}, registrationDetailSchema, signal) });

export const addRegistration = (body: NewRegistration) => sendJson('POST', 'registrations', body, receiptSchema);
export const changeRegistration = (id: number) => (body: ChangeRegistration) => sendJson('PUT', `registrations/${id}`, body, receiptSchema);
export const addStep = (id: number) => (body: NewStep) => sendJson('POST', `registrations/${id}/steps`, body, receiptSchema);
export const enterEvaluation = (id: number) => (body: NewEvaluation) => sendJson('POST', `registrations/${id}/evaluations`, body, receiptSchema);
export const enterRecognition = (id: number) => (body: NewRecognition) => sendJson('POST', `registrations/${id}/recognitions`, body, receiptSchema);
export const undoStep = (id: number) => (body: UndoStep) => sendJson('POST', `registrations/${id}/undo`, body, receiptSchema);
export const revokeRecognition = (id: number) => (body: NewRevocation) => sendJson('POST', `recognitions/${id}/revocation`, body, receiptSchema);
