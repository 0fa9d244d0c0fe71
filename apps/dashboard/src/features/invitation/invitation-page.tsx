import { PASSWORD_MIN } from '@ocop/contracts';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { FormRefusal } from '../../components/form-refusal.js';
import { Notice } from '../../components/notice.js';
import { PasswordInput } from '../../components/password-input.js';
import { typedIn } from '../../components/typed-in.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { useOpenLink, useUseLink } from '../../lib/api/account-links.js';
import { ApiError, refusalOf } from '../../lib/api/api-error.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import './invitation.css';

/** The secret of the link stands behind the # and is taken out of the address at once. */
function useToken(): string {
  const [token] = useState(() => location.hash.slice(1));
  useEffect(() => history.replaceState(history.state, '', location.pathname), []);
  return token;
}

function ChoosePassword({ token }: { token: string }) {
  const { messages, locale } = useLanguage();
  const { link, password: words } = messages.account;
  const owner = useOpenLink(token);
  const use = useUseLink();
  // Before the link, which is used up and by now no more valid.
  if (use.isSuccess) {
    return (
      <>
        <h1>{link.heading}</h1>
        <p role="status">{link.done}</p>
        <p>
          <Link className="button" to="/">
            {link.toSignIn}
          </Link>
        </p>
      </>
    );
  }
  if (owner.error !== null) {
    const gone = owner.error instanceof ApiError && owner.error.problem !== null;
    if (gone) return <Notice title={link.notValidTitle} text={owner.error.message} actions={<Link to="/">{link.toSignIn}</Link>} />;
    return <FailurePanel error={owner.error} retry={() => void owner.refetch()} />;
  }
  if (owner.data === undefined) return <PageSkeleton />;
  const { displayName, username, expiresAt } = owner.data;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    use.mutate({ token, password: typedIn(event.currentTarget, 'password') });
  };
  return (
    <>
      <h1>{link.heading}</h1>
      <p>{link.owner(displayName, username)}</p>
      <p className="muted">{link.until(momentText(expiresAt, locale))}</p>
      <form className="form" onSubmit={submit} aria-label={link.heading}>
        <FormRefusal error={use.isPending ? null : use.error} />
        <input type="text" name="username" autoComplete="username" defaultValue={username} hidden readOnly />
        <PasswordInput
          label={words.chosen}
          name="password"
          autoComplete="new-password"
          hint={words.hint(PASSWORD_MIN)}
          refusal={refusalOf(use.error, 'password')}
          autoFocus
        />
        <p className="form-actions">
          <button type="submit" className="button" disabled={use.isPending}>
            {link.submit}
          </button>
        </p>
      </form>
    </>
  );
}

/** Where an invited person, or one who lost the password, chooses one. */
export function InvitationPage() {
  const { messages } = useLanguage();
  const token = useToken();
  usePageTitle(messages.account.link.heading);
  return (
    <main id="content" className="invitation">
      <p className="invitation-top">
        <strong>{messages.app.programme}</strong>
      </p>
      <ChoosePassword token={token} />
    </main>
  );
}
