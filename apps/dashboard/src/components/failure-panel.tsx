import { ApiError } from '../lib/api/api-error.js';
import { useLanguage } from '../lib/language.js';

/** Why figures are not here, in the API's own words, with the request id and a way to ask again. */
export function FailurePanel({ error, retry }: { error: Error; retry: () => void }) {
  const { messages } = useLanguage();
  const { states } = messages;
  const known = error instanceof ApiError ? error : null;
  const offline = known?.kind === 'offline';
  const text = offline ? states.offline : (known?.problem?.detail ?? states.unexpected);
  // A single fault is the sentence above already.
  const faults = (known?.problem?.errors ?? []).filter(({ message }) => message !== text);
  return (
    <section className="failure" role="alert">
      <h2>{offline ? states.offlineTitle : (known?.problem?.title ?? states.errorTitle)}</h2>
      <p>{text}</p>
      {faults.length > 0 && (
        <ul>
          {faults.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {known?.requestId && <p className="muted">{states.requestId(known.requestId)}</p>}
      <button type="button" className="button" onClick={retry}>
        {states.retry}
      </button>
    </section>
  );
}
