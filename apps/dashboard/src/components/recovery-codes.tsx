import { useState } from 'react';
import { useLanguage } from '../lib/language.js';
import './second-factor.css';

/** Recovery codes, shown once: to copy, to save, or to print with the page. */
export function RecoveryCodes({ codes, heading: Heading, onKept }: { codes: readonly string[]; heading: 'h2' | 'h3'; onKept: () => void }) {
  const { messages } = useLanguage();
  const words = messages.account.secondFactor;
  const [copied, setCopied] = useState(false);
  const text = codes.join('\n');
  return (
    <section className="recovery" aria-label={words.codes}>
      <Heading>{words.codes}</Heading>
      <p>{words.codesExplained}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="form-actions">
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {words.copy}
        </button>
        <a className="button" href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download={words.fileName}>
          {words.save}
        </a>
        <button type="button" className="text-button" onClick={onKept}>
          {words.kept}
        </button>
        <span role="status">{copied ? words.copied : ''}</span>
      </p>
    </section>
  );
}
