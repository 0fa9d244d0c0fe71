import type { Account } from '@ocop/contracts';
import { useState, type FormEvent } from 'react';
import { FormRefusal } from '../../components/form-refusal.js';
import { TextInput } from '../../components/text-input.js';
import { useChangeAccount } from '../../lib/api/accounts.js';
import { refusalOf } from '../../lib/api/api-error.js';
import { useLanguage } from '../../lib/language.js';
import { useSession } from '../../lib/session.js';
import { RightsFields, type Rights } from './account-fields.js';

/** Changes an account, with why; nobody changes the own rights. */
export function AccountForm({ account, readOnly }: { account: Account; readOnly: boolean }) {
  const { messages } = useLanguage();
  const { form } = messages.accounts;
  const own = useSession().accountId === account.id;
  const change = useChangeAccount(account.id);
  const [displayName, setDisplayName] = useState(account.displayName);
  const [email, setEmail] = useState(account.email ?? '');
  const [rights, setRights] = useState<Rights>({ roles: account.roles, unitIds: account.units?.map(({ id }) => id) ?? null });
  const [disabled, setDisabled] = useState(account.status === 'disabled');
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { displayName, email: email.trim() === '' ? null : email.trim(), disabled, reason };
    const unitIds = rights.unitIds === null ? null : [...rights.unitIds];
    change.mutate({ ...body, roles: [...rights.roles], unitIds }, { onSuccess: () => setReason('') });
  };
  return (
    <form className="form form-wide accounts-form" onSubmit={submit} noValidate>
      <FormRefusal error={change.isPending ? null : change.error} />
      <TextInput label={form.displayName} name="displayName" readOnly={readOnly} value={displayName} onChange={(event) => setDisplayName(event.target.value)} refusal={refusalOf(change.error, 'displayName')} />
      <TextInput label={form.email} name="email" type="email" readOnly={readOnly} value={email} onChange={(event) => setEmail(event.target.value)} refusal={refusalOf(change.error, 'email')} />
      <RightsFields rights={rights} onChange={setRights} error={change.error} disabled={readOnly || own} />
      <label className="form-check">
        <input type="checkbox" checked={disabled} disabled={readOnly || own} onChange={(event) => setDisabled(event.target.checked)} />
        {form.disabled}
      </label>
      {!readOnly && (
        <>
          <TextInput label={form.reason} name="reason" value={reason} onChange={(event) => setReason(event.target.value)} refusal={refusalOf(change.error, 'reason')} />
          <p className="form-actions">
            <button type="submit" className="button" disabled={change.isPending}>
              {form.submitChange}
            </button>
            <span role="status">{change.isSuccess ? form.saved : ''}</span>
          </p>
        </>
      )}
    </form>
  );
}
