import type { IssueReport, Report } from '@ocop/contracts';
import type { Day } from '@ocop/domain';
import { EntryForm } from '../../components/entry-form.js';
import { TextArea } from '../../components/text-area.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { issueReport } from '../../lib/api/report-steps.js';
import { useLanguage } from '../../lib/language.js';
import type { FormReader, Reading } from '../../lib/reading.js';
import { typedDay } from '../../lib/typed-day.js';

interface IssueState {
  number: string;
  issuedOn: string;
  signatureLines: string;
  signatoryName: string;
}

const readIssue = ({ number, issuedOn, signatureLines, signatoryName }: IssueState, reader: FormReader): Reading<IssueReport> =>
  reader.as({
    number: number.trim(),
    issuedOn: reader.day('issuedOn', issuedOn),
    signatureLines: signatureLines.split('\n').map((line) => line.trim()).filter((line) => line !== ''),
    signatoryName: signatoryName.trim(),
  });

/** Number, day and signature of the paper that was signed; who signs by the plan is proposed. */
export function IssueForm({ report, today, onDone, onCancel }: { report: Report; today: Day; onDone: () => void; onCancel: () => void }) {
  const { messages } = useLanguage();
  const words = messages.reports;
  const initial: IssueState = { number: '', issuedOn: typedDay(today), signatureLines: report.signatureLines.join('\n'), signatoryName: report.signatoryName ?? '' };
  const entry = useEntryForm({ record: `issue of report ${report.id}`, initial, read: readIssue, send: issueReport(report.id), onDone });
  const { state, set } = entry;
  return (
    <EntryForm heading={words.issueHeading} submit={words.issue} entry={entry} onCancel={onCancel}>
      <p className="muted">{words.issueExplained}</p>
      <div className="form-pair">
        <TextInput label={words.number} hint={words.numberExample} name="number" autoComplete="off" value={state.number} onChange={(event) => set({ number: event.target.value })} refusal={entry.refusal('number')} />
        <TextInput label={words.issuedOn} hint={messages.entry.dayExample} name="issuedOn" value={state.issuedOn} onChange={(event) => set({ issuedOn: event.target.value })} refusal={entry.refusal('issuedOn')} />
      </div>
      <TextArea label={words.signatureLines} name="signatureLines" rows={3} value={state.signatureLines} onChange={(event) => set({ signatureLines: event.target.value })} refusal={entry.refusal('signatureLines')} />
      <TextInput label={words.signatoryName} name="signatoryName" value={state.signatoryName} onChange={(event) => set({ signatoryName: event.target.value })} refusal={entry.refusal('signatoryName')} />
    </EntryForm>
  );
}
