import type { ReconciliationSignOff } from '@ocop/contracts';
import { statusShape } from '../../components/status-word.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';

/** Whether the newest signature still stands for the figures on the page. */
export function SignedWord({ signOffs: [newest] }: { signOffs: readonly ReconciliationSignOff[] }) {
  const { messages } = useLanguage();
  const words = messages.reconciliation;
  const status = newest === undefined ? 'tracking' : newest.matches ? 'achieved' : 'late';
  return (
    <span className={`status status-${status}`}>
      {statusShape(status)}
      {newest === undefined ? words.unsigned : newest.matches ? words.matches : words.stale}
    </span>
  );
}

function SignOffLine({ signOff: { signedBy, signedAt, note } }: { signOff: ReconciliationSignOff }) {
  const { messages, locale } = useLanguage();
  return (
    <>
      {messages.reconciliation.signOff(signedBy ?? messages.funding.entry.system, momentText(signedAt, locale))}
      {note !== null && `: ${note}`}
    </>
  );
}

/** Who signed, when and with which note; earlier signatures stay. */
export function SignOffs({ signOffs: [newest, ...earlier] }: { signOffs: readonly ReconciliationSignOff[] }) {
  const { messages } = useLanguage();
  if (newest === undefined) return null;
  return (
    <div className="reconciliation-signed">
      <p>
        <SignOffLine signOff={newest} />
      </p>
      {earlier.length > 0 && (
        <details>
          <summary>{messages.reconciliation.earlier(earlier.length)}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.id}>
                <SignOffLine signOff={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
