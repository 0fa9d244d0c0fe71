import { useMutation } from '@tanstack/react-query';
import { sendDelete } from './request.js';

/** Signs out; the page is loaded anew, so that nothing of the session stays in memory. */
export const useSignOut = () =>
  useMutation({ mutationFn: () => sendDelete('session'), onSuccess: () => location.assign('/') });
