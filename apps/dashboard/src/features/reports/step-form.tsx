import type { Report, ReportAmendment, ReportReturn, ReportStep } from '@ocop/contracts';
import { EntryForm } from '../../components/entry-form.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { approveReport, returnReport, submitReport } from '../../lib/api/report-steps.js';
import { amendReport } from '../../lib/api/report-texts.js';
import { useLanguage } from '../../lib/language.js';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';

interface StepFormProps {
  report: Report;
  onDone: () => void;
  onCancel: () => void;
}

/** Hands a report on, with a remark for who gets it. */
export function HandOnForm({ report, to, onDone, onCancel }: StepFormProps & { to: 'in-review' | 'approved' }) {
  const { messages } = useLanguage();
  const words = messages.reports;
  const heading = to === 'approved' ? words.approve : words.submitReport;
  const read = ({ note }: { note: string }, reader: FormReader): Reading<ReportStep> => reader.as({ note: optional(note) });
  const entry = useEntryForm({ record: `${to} of report ${report.id}`, initial: { note: '' }, read, send: (to === 'approved' ? approveReport : submitReport)(report.id), onDone });
  return (
    <EntryForm heading={heading} submit={heading} entry={entry} onCancel={onCancel}>
      <TextInput label={words.note} name="note" value={entry.state.note} onChange={(event) => entry.set({ note: event.target.value })} refusal={entry.refusal('note')} />
    </EntryForm>
  );
}

/** Back to who drafted it, with the reason. */
export function ReturnForm({ report, onDone, onCancel }: StepFormProps) {
  const { messages } = useLanguage();
  const words = messages.reports;
  const read = ({ reason }: { reason: string }, reader: FormReader): Reading<ReportReturn> => reader.as({ reason: reader.text('reason', reason) });
  const entry = useEntryForm({ record: `return of report ${report.id}`, initial: { reason: '' }, read, send: returnReport(report.id), onDone });
  return (
    <EntryForm heading={words.returnHeading} submit={words.returnReport} entry={entry} onCancel={onCancel}>
      <TextInput label={words.reason} name="reason" value={entry.state.reason} onChange={(event) => entry.set({ reason: event.target.value })} refusal={entry.refusal('reason')} />
    </EntryForm>
  );
}

/** A draft that is to take the place of an issued report, with the reason; gives it when it is made. */
export function AmendForm({ report, onMade, onCancel }: { report: Report; onMade: (made: Report) => void; onCancel: () => void }) {
  const { messages } = useLanguage();
  const words = messages.reports;
  const read = ({ reason }: { reason: string }, reader: FormReader): Reading<ReportAmendment> => reader.as({ reason: reader.text('reason', reason) });
  const entry = useEntryForm({ record: `amendment of report ${report.id}`, initial: { reason: '' }, read, send: amendReport(report.id), onDone: onMade });
  return (
    <EntryForm heading={words.amendHeading} submit={words.amend} entry={entry} onCancel={onCancel}>
      <p className="muted">{words.amendExplained}</p>
      <TextInput label={words.amendReason} name="reason" value={entry.state.reason} onChange={(event) => entry.set({ reason: event.target.value })} refusal={entry.refusal('reason')} />
    </EntryForm>
  );
}
