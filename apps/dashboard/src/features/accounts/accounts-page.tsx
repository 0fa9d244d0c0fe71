import type { Account } from '@ocop/contracts';
import { searchKey } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { TextInput } from '../../components/text-input.js';
import { useListAccounts } from '../../lib/api/accounts.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import { useMay } from '../../lib/session.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import './accounts.css';

function useAccountWords() {
  const { messages, locale } = useLanguage();
  const words = messages.accounts;
  return {
    roles: ({ roles }: Account) => roles.map((role) => messages.permissions.roles[role]).join(', '),
    scope: ({ units }: Account) => (units === null ? words.scopeAll : units.map(({ fullName }) => fullName).join(', ')),
    lastSignIn: ({ lastSignInAt }: Account) => (lastSignInAt === null ? words.never : momentText(lastSignInAt, locale)),
  };
}

function AccountTable({ accounts }: { accounts: readonly Account[] }) {
  const { messages } = useLanguage();
  const words = messages.accounts;
  const { columns } = words;
  const say = useAccountWords();
  return (
    <table className="ruled list-table accounts-table">
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id} className={account.status === 'disabled' ? 'muted' : undefined}>
            <th scope="row">
              <Link to="/quan-tri/tai-khoan/$id" params={{ id: String(account.id) }}>
                {account.displayName}
              </Link>
            </th>
            <td data-label={columns.username}>{account.username}</td>
            <td data-label={columns.status}>{words.statuses[account.status]}</td>
            <td data-label={columns.roles}>{say.roles(account)}</td>
            <td data-label={columns.scope}>{say.scope(account)}</td>
            <td data-label={columns.secondFactor}>{account.secondFactor ? words.on : words.off}</td>
            <td data-label={columns.lastSignIn}>{say.lastSignIn(account)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every account, to search through, and the way to invite another. */
export function AccountsPage() {
  const { messages } = useLanguage();
  const words = messages.accounts;
  const { data, error, refetch } = useListAccounts();
  const [typed, setTyped] = useState('');
  const mayManage = useMay('accounts.manage');
  const say = useAccountWords();
  usePageTitle(words.heading);
  const text = (account: Account) =>
    searchKey([account.displayName, account.username, account.email ?? '', words.statuses[account.status], say.roles(account), say.scope(account)].join(' '));
  const found = data?.items.filter((account) => searchKey(typed).split(' ').every((word) => text(account).includes(word))) ?? [];
  return (
    <div className="accounts">
      <div className="accounts-top">
        <h1>{words.heading}</h1>
        {mayManage && (
          <Link className="button" to="/quan-tri/tai-khoan/moi">
            {words.invite}
          </Link>
        )}
        <Link to="/quan-tri/quyen">{messages.signIn.whoMayWhat}</Link>
      </div>
      {error !== null && <FailurePanel error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={6} />}
      {data !== undefined && (
        <>
          <div className="accounts-search">
            <TextInput label={words.search} name="search" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </div>
          <p className="muted" role="status">
            {words.total(found.length)}
          </p>
          {found.length === 0 ? <p>{words.nothingFound}</p> : <AccountTable accounts={found} />}
        </>
      )}
    </div>
  );
}
