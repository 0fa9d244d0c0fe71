import { isHalfSignedIn, sessionSchema, type SecondFactor, type Session, type SignIn } from '@ocop/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SESSION_KEY } from './get-session.js';
import { sendJson } from './request.js';

const signIn = (body: SignIn) => sendJson('POST', 'session', body, sessionSchema);
const passSecondFactor = (body: SecondFactor) => sendJson('POST', 'session/second-factor', body, sessionSchema);

/** Takes the new session over; what was refused while nobody was signed in is asked again. */
function useTakeOver() {
  const client = useQueryClient();
  return (session: Session) => {
    client.setQueryData(SESSION_KEY, session);
    if (isHalfSignedIn(session.secondFactor)) return;
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
  };
}

/** Signs in by name and password. */
export const useSignIn = () => useMutation({ mutationFn: signIn, onSuccess: useTakeOver() });

/** The second step, with a code. */
export const usePassSecondFactor = () => useMutation({ mutationFn: passSecondFactor, onSuccess: useTakeOver() });

/** The session is whole now: who it is and what was refused before are asked again. */
export function useSessionAnew(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries();
}
