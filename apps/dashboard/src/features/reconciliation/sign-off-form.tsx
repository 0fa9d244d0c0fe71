import type { CommuneReconciliation, Reconciliation } from '@ocop/contracts';
import { EntryForm } from '../../components/entry-form.js';
import { TextArea } from '../../components/text-area.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { signReconciliation } from '../../lib/api/reconciliation.js';
import { useLanguage } from '../../lib/language.js';
import { optional, type FormReader } from '../../lib/reading.js';

interface SignOffFormProps {
  all: Reconciliation;
  commune: CommuneReconciliation;
  onDone: () => void;
  onCancel: () => void;
}

/** Signs the figures as they stand on the page; others that came meanwhile are shown first. */
export function SignOffForm({ all: { year, period }, commune: { unitId, unitName, seen }, onDone, onCancel }: SignOffFormProps) {
  const { messages } = useLanguage();
  const words = messages.reconciliation;
  const read = ({ note }: { note: string }, reader: FormReader) => reader.as({ year, period, unitId, seen, note: optional(note) });
  const entry = useEntryForm({ record: `reconciliation ${year} ${period} ${unitId}`, initial: { note: '' }, read, send: signReconciliation, onDone });
  return (
    <EntryForm heading={words.signOf(unitName)} submit={words.sign} entry={entry} onCancel={onCancel}>
      <p className="muted">{words.noteHint}</p>
      <TextArea label={words.note} name="note" value={entry.state.note} onChange={(event) => entry.set({ note: event.target.value })} refusal={entry.refusal('note')} />
    </EntryForm>
  );
}
