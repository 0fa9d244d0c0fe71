import type { OwnSession } from '@ocop/contracts';
import { FormRefusal } from '../../components/form-refusal.js';
import { useEndSession } from '../../lib/api/own-account.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import { deviceName } from './device-name.js';

/** Where the account is signed in. */
export function SessionsSection({ sessions }: { sessions: readonly OwnSession[] }) {
  const { messages, locale } = useLanguage();
  const words = messages.account.sessions;
  const end = useEndSession();
  return (
    <section>
      <h2>{words.heading}</h2>
      <p className="muted">{words.explained}</p>
      <table className="ruled list-table">
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.device}</th>
            <th scope="col">{words.address}</th>
            <th scope="col">{words.signedInAt}</th>
            <th scope="col">{words.lastSeenAt}</th>
            <th>
              <span className="visually-hidden">{words.end}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, current, device, address, signedInAt, lastSeenAt }) => {
            const name = deviceName(device, words);
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td data-label={words.address}>{address}</td>
                <td data-label={words.signedInAt}>{momentText(signedInAt, locale)}</td>
                <td data-label={words.lastSeenAt}>{momentText(lastSeenAt, locale)}</td>
                <td>
                  {current ? (
                    <span className="muted">{words.current}</span>
                  ) : (
                    <button
                      type="button"
                      className="text-button"
                      aria-label={words.endOf(name, momentText(signedInAt, locale))}
                      disabled={end.isPending}
                      onClick={() => end.mutate(id)}
                    >
                      {words.end}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <FormRefusal error={end.error} />
      {sessions.length > 1 && (
        <p className="form-actions">
          <button type="button" className="button" disabled={end.isPending} onClick={() => end.mutate(null)}>
            {words.endOthers}
          </button>
        </p>
      )}
    </section>
  );
}
