import { useEffect, useRef, useState, type FormEvent } from 'react';
import { FormRefusal } from '../../components/form-refusal.js';
import { PasswordInput } from '../../components/password-input.js';
import { TextInput } from '../../components/text-input.js';
import { typedIn } from '../../components/typed-in.js';
import { refusalOf } from '../../lib/api/api-error.js';
import { useGetSignInWays } from '../../lib/api/get-sign-in-ways.js';
import { usePassSecondFactor, useSignIn } from '../../lib/api/sign-in.js';
import { useSignOut } from '../../lib/api/sign-out.js';
import { useLanguage } from '../../lib/language.js';
import { SecondFactorSetUp } from './second-factor-set-up.js';

function OtherWay() {
  const { messages } = useLanguage();
  const { data } = useGetSignInWays();
  const way = data?.openIdConnect ?? null;
  if (way === null) return null;
  const back = `${location.pathname}${location.search}`;
  return (
    <p>
      <a className="button" href={`${way.startUrl}?${new URLSearchParams({ tiep: back }).toString()}`}>
        {messages.signIn.through(way.name)}
      </a>
    </p>
  );
}

/** Name and password; `username` when it is known whose session has ended. */
function PasswordForm({ username }: { username: string | undefined }) {
  const { messages } = useLanguage();
  const words = messages.signIn;
  const signIn = useSignIn();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    signIn.mutate({ username: typedIn(event.currentTarget, 'username'), password: typedIn(event.currentTarget, 'password') });
  };
  return (
    <form className="form" onSubmit={submit} aria-label={words.heading}>
      <FormRefusal error={signIn.isPending ? null : signIn.error} />
      <TextInput
        label={words.username}
        name="username"
        defaultValue={username ?? ''}
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        autoFocus={username === undefined}
        required
        refusal={refusalOf(signIn.error, 'username')}
      />
      <PasswordInput label={words.password} name="password" autoComplete="current-password" autoFocus={username !== undefined} refusal={refusalOf(signIn.error, 'password')} />
      <p className="form-actions">
        <button type="submit" className="button" disabled={signIn.isPending}>
          {words.submit}
        </button>
        <span role="status">{signIn.isPending ? words.working : ''}</span>
      </p>
      <OtherWay />
      <p className="muted">{words.noAccount}</p>
    </form>
  );
}

/** The code of the authenticator, or one of the recovery codes. */
function SecondFactorForm() {
  const { messages } = useLanguage();
  const words = messages.signIn;
  const pass = usePassSecondFactor();
  const signOut = useSignOut();
  const [recovery, setRecovery] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.querySelector('input')?.focus(), [recovery]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    pass.mutate({ code: typedIn(event.currentTarget, 'code').trim().toLowerCase() });
  };
  return (
    <form className="form" onSubmit={submit} aria-label={words.secondFactor}>
      <FormRefusal error={pass.isPending ? null : pass.error} />
      <div ref={field}>
        <TextInput
          key={String(recovery)}
          label={recovery ? words.recoveryCode : words.code}
          hint={recovery ? words.recoveryHint : words.codeHint}
          name="code"
          autoComplete="one-time-code"
          inputMode={recovery ? 'text' : 'numeric'}
          spellCheck={false}
          required
          refusal={refusalOf(pass.error, 'code')}
        />
      </div>
      <p className="form-actions">
        <button type="submit" className="button" disabled={pass.isPending}>
          {words.confirm}
        </button>
        <button type="button" className="text-button" onClick={() => setRecovery(!recovery)}>
          {recovery ? words.useAuthenticator : words.useRecovery}
        </button>
        <button type="button" className="text-button" onClick={() => signOut.mutate()}>
          {words.startAgain}
        </button>
      </p>
    </form>
  );
}

/** What is still missing of a session; `set-up`: the second factor is required here and there is none yet. */
export type SignInStep = 'password' | 'second-factor' | 'set-up';

/** The form of that step; `username` when it is known whose session has ended. */
export function SignInForm({ step, username }: { step: SignInStep; username?: string }) {
  switch (step) {
    case 'password':
      return <PasswordForm username={username} />;
    case 'second-factor':
      return <SecondFactorForm />;
    case 'set-up':
      return <SecondFactorSetUp />;
  }
}
