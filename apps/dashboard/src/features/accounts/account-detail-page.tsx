import { Link, useParams } from '@tanstack/react-router';
import { AuditList } from '../../components/audit-list.js';
import { FailurePanel } from '../../components/failure-panel.js';
import { PageSkeleton, Skeleton } from '../../components/skeleton.js';
import { useGetAccount } from '../../lib/api/accounts.js';
import { useListAudit } from '../../lib/api/audit.js';
import { useLanguage } from '../../lib/language.js';
import { useMay } from '../../lib/session.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { AccountForm } from './account-form.js';
import { AccountTools } from './account-tools.js';
import './accounts.css';

function History({ id }: { id: number }) {
  const { messages } = useLanguage();
  const { data, error, refetch } = useListAudit({ subject: 'account', subjectId: String(id), pageSize: 100 });
  return (
    <section>
      <h2>{messages.accounts.history}</h2>
      {error !== null && <FailurePanel error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={3} />}
      {data !== undefined && <AuditList entries={data.items} />}
    </section>
  );
}

/** One account: what an administrator decides of it, and what was done to it. */
export function AccountDetailPage() {
  const { messages } = useLanguage();
  const words = messages.accounts;
  const { id } = useParams({ strict: false });
  const { data: account, error, refetch } = useGetAccount(id ?? '');
  const mayManage = useMay('accounts.manage');
  const mayAudit = useMay('audit.read');
  usePageTitle(account?.displayName ?? words.heading);
  return (
    <div className="accounts">
      <p>
        <Link to="/quan-tri/tai-khoan">{words.back}</Link>
      </p>
      {error !== null && account === undefined && <FailurePanel error={error} retry={() => void refetch()} />}
      {account === undefined && error === null && <PageSkeleton />}
      {account !== undefined && (
        <>
          <h1>{account.displayName}</h1>
          <p className="muted">
            {account.username} · {words.statuses[account.status]}
          </p>
          <AccountForm key={account.id} account={account} readOnly={!mayManage} />
          {mayManage && <AccountTools account={account} />}
          {mayAudit && <History id={account.id} />}
        </>
      )}
    </div>
  );
}
