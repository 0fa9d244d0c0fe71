import { FailurePanel } from '../../components/failure-panel.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { useGetOwnAccount } from '../../lib/api/own-account.js';
import { useLanguage } from '../../lib/language.js';
import { useSession } from '../../lib/session.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { CalendarSection } from './calendar-section.js';
import { PasswordSection } from './password-section.js';
import { SecondFactorSection } from './second-factor-section.js';
import { SessionsSection } from './sessions-section.js';
import './account.css';

/** The own account: data, password, second factor, calendar, sessions. */
export function AccountPage() {
  const { messages } = useLanguage();
  const words = messages.account;
  const { roles, units, permissions } = useSession();
  const { data: account, error, refetch } = useGetOwnAccount();
  usePageTitle(words.heading);
  if (error !== null && account === undefined) return <FailurePanel error={error} retry={() => void refetch()} />;
  if (account === undefined) return <PageSkeleton />;
  const facts = [
    [words.displayName, account.displayName],
    [words.username, account.username],
    [words.email, account.email ?? words.noEmail],
    [words.roles, roles.map((role) => messages.permissions.roles[role]).join(', ')],
    [words.scope, units === null ? words.scopeAll : units.map(({ fullName }) => fullName).join(', ')],
  ] as const;
  return (
    <div className="account">
      <h1>{words.heading}</h1>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <PasswordSection account={account} />
      {account.hasPassword && <SecondFactorSection account={account} />}
      {permissions.includes('indicators.read') && <CalendarSection />}
      <SessionsSection account={account} />
    </div>
  );
}
