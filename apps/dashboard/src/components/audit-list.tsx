import type { AuditEntry } from '@ocop/contracts';
import { useLanguage } from '../lib/language.js';
import { momentText } from '../lib/moment-text.js';
import './audit-list.css';

type Facts = NonNullable<AuditEntry['before']>;

/** Words of a value that was written down. */
function useFactWords() {
  const { messages } = useLanguage();
  const { audit, permissions } = messages;
  const one = (key: string, value: unknown): string => {
    if (value === null || value === undefined) return '–';
    if (typeof value === 'boolean') return value ? audit.yes : audit.no;
    if (Array.isArray(value)) return value.map((each) => one(key, each)).join(typeof value[0] === 'object' ? '; ' : ', ');
    if (typeof value === 'object') return Object.values(value).map((each: unknown) => one(key, each)).join(', ');
    if (typeof value !== 'string') return JSON.stringify(value);
    return (key === 'roles' ? permissions.roles[value as keyof typeof permissions.roles] : audit.values[key]?.[value]) ?? value;
  };
  return one;
}

function FactsTable({ before, after }: { before: Facts | null; after: Facts | null }) {
  const { messages } = useLanguage();
  const words = messages.audit;
  const say = useFactWords();
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (keys.length === 0) return null;
  return (
    <table className="audit-facts">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          {before !== null && <th scope="col">{words.before}</th>}
          {after !== null && <th scope="col">{words.after}</th>}
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key}>
            <th scope="row">{words.fields[key] ?? key}</th>
            {before !== null && <td>{say(key, before[key])}</td>}
            {after !== null && <td>{say(key, after[key])}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Details({ entry }: { entry: AuditEntry }) {
  const { messages } = useLanguage();
  const words = messages.audit;
  const facts = [
    [words.reason, entry.reason],
    [words.requestId, entry.requestId],
    [words.hash, entry.hash],
  ] as const;
  return (
    <details>
      <summary>{words.details}</summary>
      <FactsTable before={entry.before} after={entry.after} />
      <dl className="facts">
        <div>
          <dt>{words.line(entry.no)}</dt>
          <dd>{words.subjects[entry.subject]}{entry.subjectId === null ? '' : ` ${entry.subjectId}`}</dd>
        </div>
        {facts.flatMap(([name, value]) =>
          value === null
            ? []
            : [
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>,
              ],
        )}
      </dl>
    </details>
  );
}

/** Lines of the audit trail as sentences: when, who, what, from where; what changed opens below. */
export function AuditList({ entries }: { entries: readonly AuditEntry[] }) {
  const { messages, locale } = useLanguage();
  const words = messages.audit;
  const { columns } = words;
  if (entries.length === 0) return <p>{words.empty}</p>;
  return (
    <table className="ruled list-table audit-list">
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.at}</th>
          <th scope="col">{columns.who}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.address}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.no}>
            <td className="audit-at">{momentText(entry.happenedAt, locale)}</td>
            <td>{entry.accountName ?? words.origins[entry.origin]}</td>
            <th scope="row">
              {words.actions[entry.action]} {entry.subjectName ?? ''}
              {entry.reason !== null && <span className="muted"> ({entry.reason})</span>}
              <Details entry={entry} />
            </th>
            <td data-label={columns.address}>{entry.address ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
