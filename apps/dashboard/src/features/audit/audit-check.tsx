import { FormRefusal } from '../../components/form-refusal.js';
import { useCheckAudit } from '../../lib/api/audit.js';
import { useLanguage } from '../../lib/language.js';

/** Has the whole trail read again and says in words what was found. */
export function AuditCheckPanel() {
  const { messages } = useLanguage();
  const words = messages.audit;
  const check = useCheckAudit();
  const { data } = check;
  return (
    <div className="audit-check">
      <p className="form-actions">
        <button type="button" className="button" disabled={check.isPending} onClick={() => check.mutate()}>
          {words.check}
        </button>
        <span role="status">
          {check.isPending && words.checking}
          {data !== undefined && (data.faults.length === 0 ? words.whole(data.entries) : words.broken(data.entries, data.faults.length))}
        </span>
      </p>
      <FormRefusal error={check.error} />
      {data !== undefined && data.faults.length > 0 && (
        <ul className="failure">
          {data.faults.map(({ no, fault }) => (
            <li key={`${no} ${fault}`}>{words.faults[fault](no)}</li>
          ))}
        </ul>
      )}
      {data?.head && (
        <p className="muted">
          {words.head(data.head.no)} <code>{data.head.hash}</code>
        </p>
      )}
    </div>
  );
}
