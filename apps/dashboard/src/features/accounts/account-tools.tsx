import type { Account } from '@ocop/contracts';
import { useState, type FormEvent } from 'react';
import { FormRefusal } from '../../components/form-refusal.js';
import { TextInput } from '../../components/text-input.js';
import { useEndAccountSessions, useMakeAccountLink } from '../../lib/api/accounts.js';
import { refusalOf } from '../../lib/api/api-error.js';
import { useLanguage } from '../../lib/language.js';
import { LinkShown } from './link-shown.js';

/** A new link for somebody locked out, and the end of all sessions. */
export function AccountTools({ account }: { account: Account }) {
  const { messages } = useLanguage();
  const { link, sessions, form } = messages.accounts;
  const make = useMakeAccountLink(account.id);
  const end = useEndAccountSessions(account.id);
  const [reset, setReset] = useState(false);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ resetSecondFactor: reset, reason });
  };
  return (
    <section>
      <h2>{link.make}</h2>
      <p className="muted">{link.makeExplained}</p>
      {make.data !== undefined ? (
        <LinkShown link={make.data} />
      ) : (
        <form className="form form-wide" onSubmit={submit} noValidate aria-label={link.make}>
          <FormRefusal error={make.isPending ? null : make.error} />
          <label className="form-check">
            <input type="checkbox" checked={reset} onChange={(event) => setReset(event.target.checked)} />
            {link.reset}
          </label>
          <TextInput label={form.reason} name="link-reason" value={reason} onChange={(event) => setReason(event.target.value)} refusal={refusalOf(make.error, 'reason')} />
          <p className="form-actions">
            <button type="submit" className="button" disabled={make.isPending || account.status === 'disabled'}>
              {link.make}
            </button>
            <button type="button" className="text-button" disabled={end.isPending} onClick={() => end.mutate()}>
              {sessions.end}
            </button>
            <span role="status">{end.isSuccess ? sessions.ended : ''}</span>
          </p>
          <FormRefusal error={end.error} />
        </form>
      )}
    </section>
  );
}
