import type { AddReportRecipient, ReportRecipient } from '@ocop/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EntryForm } from '../../components/entry-form.js';
import { FailurePanel } from '../../components/failure-panel.js';
import { FormRefusal } from '../../components/form-refusal.js';
import { Skeleton } from '../../components/skeleton.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { useProgrammeChange } from '../../lib/api/programme-change.js';
import { addReportRecipient, removeReportRecipient, reportRecipientsOptions } from '../../lib/api/report-deliveries.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import type { FormReader, Reading } from '../../lib/reading.js';
import { useMay } from '../../lib/session.js';
import './report-delivery.css';

function RecipientForm({ onEnd }: { onEnd: () => void }) {
  const { messages } = useLanguage();
  const words = messages.reportDelivery.recipients;
  const read = ({ name, address }: AddReportRecipient, reader: FormReader): Reading<AddReportRecipient> => reader.as({ name: name.trim(), address: address.trim() });
  const entry = useEntryForm({ record: 'recipient of reports', initial: { name: '', address: '' }, read, send: addReportRecipient, onDone: onEnd });
  const { state, set } = entry;
  return (
    <EntryForm heading={words.add} submit={words.add} entry={entry} onCancel={onEnd}>
      <TextInput label={words.name} hint={words.nameExample} name="name" value={state.name} onChange={(event) => set({ name: event.target.value })} refusal={entry.refusal('name')} />
      <TextInput label={words.address} name="address" type="email" autoComplete="off" value={state.address} onChange={(event) => set({ address: event.target.value })} refusal={entry.refusal('address')} />
    </EntryForm>
  );
}

function Table({ recipients, onRemove }: { recipients: readonly ReportRecipient[]; onRemove: ((recipient: ReportRecipient) => void) | null }) {
  const { messages, locale } = useLanguage();
  const words = messages.reportDelivery.recipients;
  const { columns } = words;
  return (
    <table role="table" className="ruled report-list">
      <caption className="visually-hidden">{words.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['name', 'address', 'added'] as const).map((column) => (
            <th key={column} role="columnheader" scope="col">
              {columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {recipients.map((recipient) => (
          <tr key={recipient.id} role="row">
            <th role="rowheader" scope="row">
              {recipient.name}
            </th>
            <td role="cell" data-label={columns.address} className="delivery-address">
              {recipient.address}
            </td>
            <td role="cell" data-label={columns.added}>
              {words.addedBy(momentText(recipient.addedAt, locale), recipient.addedBy ?? messages.reports.nobody)}{' '}
              {onRemove !== null && (
                <button type="button" className="text-button" aria-label={words.removeOf(recipient.name)} onClick={() => onRemove(recipient)}>
                  {words.remove}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who gets issued reports by mail. */
export function ReportRecipients() {
  const { messages } = useLanguage();
  const words = messages.reportDelivery.recipients;
  const asked = useQuery(reportRecipientsOptions());
  const mayChange = useMay('reports.create');
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<string | null>(null);
  const remove = useProgrammeChange(({ id }: ReportRecipient) => removeReportRecipient(id));
  const take = (recipient: ReportRecipient) => remove.mutateAsync(recipient).then(() => setRemoved(recipient.name), () => undefined);
  const content = () => {
    if (asked.error !== null) return <FailurePanel error={asked.error} retry={() => void asked.refetch()} />;
    if (asked.data === undefined) return <Skeleton lines={2} />;
    const { configured, items } = asked.data;
    return (
      <>
        <p className="muted delivery-explained">{configured ? words.explained : words.notConfigured}</p>
        {items.length === 0 ? <p>{words.empty}</p> : <Table recipients={items} onRemove={mayChange ? (one) => void take(one) : null} />}
        <FormRefusal error={remove.error} />
        <p className="report-outcome" role="status">
          {removed !== null && words.removed(removed)}
        </p>
        {adding && <RecipientForm onEnd={() => setAdding(false)} />}
        {!adding && mayChange && (
          <p className="form-actions">
            <button type="button" className="text-button" onClick={() => { setRemoved(null); setAdding(true); }}>
              {words.add}
            </button>
          </p>
        )}
      </>
    );
  };
  return (
    <section id="noi-nhan">
      <h2>{words.heading}</h2>
      {content()}
    </section>
  );
}
