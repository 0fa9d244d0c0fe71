import { useState, type FormEvent } from 'react';
import { FormRefusal } from '../../components/form-refusal.js';
import { PasswordInput } from '../../components/password-input.js';
import { RecoveryCodes } from '../../components/recovery-codes.js';
import { SecondFactorSteps } from '../../components/second-factor-steps.js';
import { typedIn } from '../../components/typed-in.js';
import { refusalOf } from '../../lib/api/api-error.js';
import { useBeginSecondFactor } from '../../lib/api/own-account.js';
import { useSessionAnew } from '../../lib/api/sign-in.js';
import { useSignOut } from '../../lib/api/sign-out.js';
import { useLanguage } from '../../lib/language.js';

/** Where the second factor is required and there is none yet: password, key, code, recovery codes, and one is in. */
export function SecondFactorSetUp() {
  const { messages } = useLanguage();
  const words = messages.signIn;
  const begin = useBeginSecondFactor();
  const signOut = useSignOut();
  const goOn = useSessionAnew();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const startAgain = () => signOut.mutate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    begin.mutate({ password: typedIn(event.currentTarget, 'password') });
  };
  if (codes !== null) return <RecoveryCodes codes={codes} heading="h2" onKept={goOn} />;
  if (begin.data !== undefined) return <SecondFactorSteps setup={begin.data} onDone={setCodes} onCancel={startAgain} />;
  return (
    <form className="form" onSubmit={submit} aria-label={words.setUp}>
      <p>{words.setUpExplained}</p>
      <FormRefusal error={begin.isPending ? null : begin.error} />
      <PasswordInput
        label={messages.account.secondFactor.needsPassword}
        name="password"
        autoComplete="current-password"
        autoFocus
        refusal={refusalOf(begin.error, 'password')}
      />
      <p className="form-actions">
        <button type="submit" className="button" disabled={begin.isPending}>
          {words.confirm}
        </button>
        <button type="button" className="text-button" onClick={startAgain}>
          {words.startAgain}
        </button>
      </p>
    </form>
  );
}
