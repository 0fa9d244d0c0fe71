import type { Report, ReportRecipient, SendReport } from '@ocop/contracts';
import { EntryForm } from '../../components/entry-form.js';
import { TextArea } from '../../components/text-area.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { sendReport } from '../../lib/api/report-deliveries.js';
import { useLanguage } from '../../lib/language.js';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';

interface SendState {
  /** Ids of those it is not sent to. */
  left: readonly number[];
  note: string;
}

/** To whom an issued report is sent by mail: everybody who has not got it, unless one is left out. */
export function SendForm({ report, recipients, onEnd }: { report: Report; recipients: readonly ReportRecipient[]; onEnd: () => void }) {
  const { messages } = useLanguage();
  const words = messages.reportDelivery;
  const read = ({ left, note }: SendState, reader: FormReader): Reading<SendReport> =>
    reader.as({ recipientIds: recipients.map(({ id }) => id).filter((id) => !left.includes(id)), note: optional(note) });
  const initial: SendState = { left: [], note: '' };
  const entry = useEntryForm({ record: `mail of report ${report.id}`, initial, read, send: sendReport(report.id), onDone: onEnd });
  const { state, set } = entry;
  const refusal = entry.refusal('recipientIds');
  return (
    <EntryForm heading={words.sendHeading} submit={words.send} entry={entry} onCancel={onEnd}>
      <fieldset className="form-group">
        <legend>{words.to}</legend>
        {recipients.map(({ id, name, address }) => (
          <label key={id} className="form-check">
            <input
              type="checkbox"
              checked={!state.left.includes(id)}
              onChange={(event) => set({ left: event.target.checked ? state.left.filter((other) => other !== id) : [...state.left, id] })}
            />
            <span>
              {name} <span className="muted delivery-address">{address}</span>
            </span>
          </label>
        ))}
        {refusal !== null && <p className="form-refusal">{refusal}</p>}
      </fieldset>
      <TextArea label={words.note} name="note" rows={3} value={state.note} onChange={(event) => set({ note: event.target.value })} refusal={entry.refusal('note')} />
    </EntryForm>
  );
}
