import type { AccountLink } from '@ocop/contracts';
import { useState } from 'react';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';

/** A link to choose a password, shown once. */
export function LinkShown({ link }: { link: AccountLink }) {
  const { messages, locale } = useLanguage();
  const words = messages.accounts.link;
  const [copied, setCopied] = useState(false);
  const url = `${location.origin}${link.url}`;
  return (
    <section className="link-shown" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p>{words.explained(link.account.displayName, momentText(link.expiresAt, locale))}</p>
      <p className="form-field">
        <label htmlFor="account-link">{words.label}</label>
        <input id="account-link" type="text" readOnly value={url} onFocus={(event) => event.target.select()} />
      </p>
      <p className="form-actions">
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}>
          {words.copy}
        </button>
        <span role="status">{copied ? words.copied : ''}</span>
      </p>
    </section>
  );
}
