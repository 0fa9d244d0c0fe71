import { useLanguage } from '../lib/language.js';
import { differences, type Looking, type Seen } from '../lib/record-difference.js';

interface MeanwhilePanelProps {
  seen: Seen;
  now: Seen;
  /** What would be sent: what was typed, over the record as it is now. */
  merged: Looking;
  /** The form is the whole page. */
  page: boolean;
  say?: ((field: string, value: unknown) => string | null) | undefined;
  working: boolean;
  onSendAgain: () => void;
}

/** Somebody else changed the record: what it was when the person began to type, what it is now, and what would be written. */
export function MeanwhilePanel({ seen, now, merged, page, say, working, onSendAgain }: MeanwhilePanelProps) {
  const { messages } = useLanguage();
  const words = messages.entry.meanwhile;
  const names: Readonly<Record<string, string>> = words.fields;
  const told = differences(seen, now).filter(({ field }) => names[field] !== undefined);
  const text = (field: string, value: unknown) => {
    if (value === null || value === undefined || value === '') return words.empty;
    return say?.(field, value) ?? (typeof value === 'string' ? value : JSON.stringify(value));
  };
  const written = merged as unknown as Readonly<Record<string, unknown>>;
  const writes = told.some(({ field }) => field in written);
  return (
    <div className="failure entry-meanwhile" role="alert">
      {page ? <h2>{words.heading}</h2> : <h3>{words.heading}</h3>}
      <p>{told.length > 0 ? words.explained : words.onlyHistory}</p>
      {told.length > 0 && (
        <table className="ruled list-table">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.now}</th>
              {writes && <th scope="col">{words.willWrite}</th>}
            </tr>
          </thead>
          <tbody>
            {told.map(({ field, before, now: present }) => (
              <tr key={field}>
                <th scope="row">{names[field]}</th>
                <td data-label={words.before}>{text(field, before)}</td>
                <td data-label={words.now}>{text(field, present)}</td>
                {writes && <td data-label={words.willWrite}>{field in written ? text(field, written[field]) : ''}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button type="button" className="button" disabled={working} onClick={onSendAgain}>
        {words.sendAgain}
      </button>
    </div>
  );
}
