import type { Permission, Session } from '@ocop/contracts';
import { createContext, use } from 'react';

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext;

/** Who is signed in. Throws outside the session gate. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('The session gate is missing');
  return session;
}

/** Whether the person signed in may do this. The API refuses it anyway. */
export const useMay = (permission: Permission): boolean => useSession().permissions.includes(permission);
