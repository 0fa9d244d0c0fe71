import { Link } from '@tanstack/react-router';
import { useSignOut } from '../lib/api/sign-out.js';
import { useLanguage } from '../lib/language.js';
import { useSession } from '../lib/session.js';
import { Icon } from './icon.js';
import './account-menu.css';

const close = () => document.getElementById('account')?.hidePopover();

/** Who is signed in, in which roles and scope, and the way out. */
export function AccountMenu() {
  const { messages } = useLanguage();
  const { signIn, permissions } = messages;
  const { displayName, username, roles, units } = useSession();
  const signOut = useSignOut();
  return (
    <>
      <button type="button" className="icon-button account-button" popoverTarget="account" aria-label={`${signIn.menu}: ${displayName}`} title={displayName}>
        <Icon name="account" />
      </button>
      <div id="account" className="settings account-menu" popover="auto">
        <p>
          <strong>{displayName}</strong> <span className="muted">{username}</span>
        </p>
        <p className="muted">{roles.map((role) => permissions.roles[role]).join(', ')}</p>
        <p className="muted">{units === null ? signIn.scopeAll : signIn.scope(units.map(({ fullName }) => fullName))}</p>
        <ul>
          <li>
            <Link to="/tai-khoan" onClick={close}>
              {signIn.own}
            </Link>
          </li>
          <li>
            <Link to="/quan-tri/quyen" onClick={close}>
              {signIn.whoMayWhat}
            </Link>
          </li>
        </ul>
        <button type="button" className="button" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
          {signIn.signOut}
        </button>
      </div>
    </>
  );
}
