import type { AccountLink } from '@ocop/contracts';
import { CopyField } from '../../components/copy-field.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';

/** A link to choose a password, shown once. */
export function LinkShown({ link }: { link: AccountLink }) {
  const { messages, locale } = useLanguage();
  const words = messages.accounts.link;
  const url = `${location.origin}${link.url}`;
  return (
    <section className="link-shown" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p>{words.explained(link.account.displayName, momentText(link.expiresAt, locale))}</p>
      <CopyField label={words.label} text={url} copy={words.copy} copied={words.copied} />
    </section>
  );
}
