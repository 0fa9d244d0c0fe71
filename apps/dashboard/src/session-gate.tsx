import { isHalfSignedIn, type Session } from '@ocop/contracts';
import { useEffect, useState } from 'react';
import { AppShell } from './app-shell.js';
import { FailurePanel } from './components/failure-panel.js';
import { PageSkeleton } from './components/skeleton.js';
import { SignInAgain } from './features/sign-in/sign-in-again.js';
import type { SignInStep } from './features/sign-in/sign-in-form.js';
import { SignInPage } from './features/sign-in/sign-in-page.js';
import { useGetSession } from './lib/api/get-session.js';
import { SessionProvider } from './lib/session.js';

const stepOf = (session: Session | null | undefined): SignInStep =>
  session === null || session === undefined ? 'password' : session.secondFactor === 'to-set-up' ? 'set-up' : 'second-factor';

/** Lets nobody through unasked. When a session ends in the middle of work, the work stays where it is. */
export function SessionGate() {
  const { data: session, error, refetch } = useGetSession();
  const [before, setBefore] = useState<Session | null>(null);
  const whole = session && !isHalfSignedIn(session.secondFactor) ? session : null;
  const another = whole !== null && before !== null && whole.accountId !== before.accountId;
  useEffect(() => {
    // Of what one person was answered another sees nothing: all is loaded anew, as for another locality.
    if (another) location.reload();
    else if (whole !== null) setBefore(whole);
  }, [whole, another]);
  if (another) return <PageSkeleton />;
  const shown = whole ?? before;
  if (shown === null) {
    if (error !== null) return <FailurePanel error={error} retry={() => void refetch()} />;
    if (session === undefined) return <PageSkeleton />;
  }
  const step = stepOf(session);
  if (shown === null) return <SignInPage step={step} />;
  return (
    <SessionProvider value={shown}>
      <AppShell />
      {whole === null && <SignInAgain before={shown} step={step} />}
    </SessionProvider>
  );
}
