import { PASSWORD_MIN, type OwnAccount } from '@ocop/contracts';
import { useState, type FormEvent } from 'react';
import { typedIn } from '../../components/typed-in.js';
import { FormRefusal } from '../../components/form-refusal.js';
import { PasswordInput } from '../../components/password-input.js';
import { refusalOf } from '../../lib/api/api-error.js';
import { useChangePassword } from '../../lib/api/own-account.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';

/** Changes the password; every other session ends with it. */
export function PasswordSection({ account }: { account: OwnAccount }) {
  const { messages, locale } = useLanguage();
  const words = messages.account.password;
  const change = useChangePassword();
  const [round, setRound] = useState(0);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = (name: string) => typedIn(event.currentTarget, name);
    // Emptied when it worked, kept when it did not.
    change.mutate({ currentPassword: text('currentPassword'), newPassword: text('newPassword') }, { onSuccess: () => setRound(round + 1) });
  };
  return (
    <section>
      <h2>{words.heading}</h2>
      {!account.hasPassword && <p>{words.none}</p>}
      {account.hasPassword && (
        <>
          {account.passwordChangedAt !== null && <p className="muted">{words.changedAt(momentText(account.passwordChangedAt, locale))}</p>}
          <form key={round} className="form" onSubmit={submit} aria-label={words.submit}>
            <FormRefusal error={change.isPending ? null : change.error} />
            <input type="text" name="username" autoComplete="username" defaultValue={account.username} hidden readOnly />
            <PasswordInput label={words.current} name="currentPassword" autoComplete="current-password" refusal={refusalOf(change.error, 'currentPassword')} />
            <PasswordInput
              label={words.chosen}
              name="newPassword"
              autoComplete="new-password"
              hint={words.hint(PASSWORD_MIN)}
              refusal={refusalOf(change.error, 'newPassword')}
            />
            <p className="form-actions">
              <button type="submit" className="button" disabled={change.isPending}>
                {words.submit}
              </button>
            </p>
          </form>
          <p className="form-outcome" role="status">
            {change.isSuccess ? words.done : ''}
          </p>
        </>
      )}
    </section>
  );
}
