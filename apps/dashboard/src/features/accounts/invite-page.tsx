import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { FormRefusal } from '../../components/form-refusal.js';
import { TextInput } from '../../components/text-input.js';
import { useInviteAccount } from '../../lib/api/accounts.js';
import { refusalOf } from '../../lib/api/api-error.js';
import { useLanguage } from '../../lib/language.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { RightsFields, type Rights } from './account-fields.js';
import { LinkShown } from './link-shown.js';
import { suggestUsername } from './suggest-username.js';
import './accounts.css';

/** Invites somebody: who, in which roles, over which places; gives the link to send. */
export function InvitePage() {
  const { messages } = useLanguage();
  const words = messages.accounts;
  const { form } = words;
  const invite = useInviteAccount();
  const [displayName, setDisplayName] = useState('');
  const [username, setUsername] = useState<string | null>(null);
  const [email, setEmail] = useState('');
  const [rights, setRights] = useState<Rights>({ roles: [], unitIds: null });
  usePageTitle(form.inviteHeading);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({
      username: username ?? suggestUsername(displayName),
      displayName,
      email: email.trim() === '' ? null : email.trim(),
      roles: [...rights.roles],
      unitIds: rights.unitIds === null ? null : [...rights.unitIds],
    });
  };
  return (
    <div className="accounts">
      <p>
        <Link to="/quan-tri/tai-khoan">{words.back}</Link>
      </p>
      <h1>{form.inviteHeading}</h1>
      {invite.data !== undefined ? (
        <LinkShown link={invite.data} />
      ) : (
        <form className="form form-wide" onSubmit={submit} noValidate aria-label={form.inviteHeading}>
          <FormRefusal error={invite.isPending ? null : invite.error} />
          <TextInput
            label={form.displayName}
            hint={form.displayNameHint}
            name="displayName"
            value={displayName}
            onChange={(event) => setDisplayName(event.target.value)}
            autoFocus
            refusal={refusalOf(invite.error, 'displayName')}
          />
          <TextInput
            label={form.username}
            hint={form.usernameHint}
            name="new-username"
            autoComplete="off"
            value={username ?? suggestUsername(displayName)}
            onChange={(event) => setUsername(event.target.value)}
            refusal={refusalOf(invite.error, 'username')}
          />
          <TextInput label={form.email} name="email" type="email" value={email} onChange={(event) => setEmail(event.target.value)} refusal={refusalOf(invite.error, 'email')} />
          <RightsFields rights={rights} onChange={setRights} error={invite.error} />
          <p className="form-actions">
            <button type="submit" className="button" disabled={invite.isPending}>
              {form.submitInvite}
            </button>
          </p>
        </form>
      )}
    </div>
  );
}
