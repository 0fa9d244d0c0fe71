import type { OwnAccount } from '@ocop/contracts';
import { useState } from 'react';
import { FormRefusal } from '../../components/form-refusal.js';
import { PasswordDialog } from '../../components/password-dialog.js';
import { useEndSession } from '../../lib/api/own-account.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import { deviceName } from './device-name.js';

/** A session to end, or (null) every other one. */
interface Asked {
  id: string | null;
  title: string;
}

/** Where the account is signed in. Ending a session asks for the password, if there is one. */
export function SessionsSection({ account: { sessions, hasPassword } }: { account: OwnAccount }) {
  const { messages, locale } = useLanguage();
  const words = messages.account.sessions;
  const end = useEndSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (what: Asked) => {
    end.reset();
    if (hasPassword) setAsked(what);
    else end.mutate({ id: what.id, password: null });
  };
  const done = () => setAsked(null);
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
            const title = words.endOf(name, momentText(signedInAt, locale));
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
                      aria-label={title}
                      disabled={end.isPending}
                      onClick={() => ask({ id, title })}
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
      {asked === null && <FormRefusal error={end.error} />}
      {sessions.length > 1 && (
        <p className="form-actions">
          <button type="button" className="button" disabled={end.isPending} onClick={() => ask({ id: null, title: words.endOthers })}>
            {words.endOthers}
          </button>
        </p>
      )}
      {asked !== null && (
        <PasswordDialog
          title={asked.title}
          working={end.isPending}
          error={end.error}
          onConfirm={(password) => end.mutate({ id: asked.id, password }, { onSuccess: done })}
          onCancel={done}
        />
      )}
    </section>
  );
}
