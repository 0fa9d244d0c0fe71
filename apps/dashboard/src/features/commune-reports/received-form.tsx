import type { NewCommuneReport } from '@ocop/contracts';
import type { Day, PeriodKind } from '@ocop/domain';
import { EntryForm } from '../../components/entry-form.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { addCommuneReport } from '../../lib/api/commune-reports.js';
import { useLanguage } from '../../lib/language.js';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';
import { typedDay } from '../../lib/typed-day.js';

interface ReceivedFormProps {
  heading: string;
  year: number;
  period: PeriodKind;
  unitId: number;
  today: Day;
  onDone: (receivedOn: Day) => void;
  onCancel: () => void;
}

/** Enters that a commune's report was received. */
export function ReceivedForm({ heading, year, period, unitId, today, onDone, onCancel }: ReceivedFormProps) {
  const { messages } = useLanguage();
  const words = messages.communeReports;
  const read = ({ receivedOn, paper }: { receivedOn: string; paper: string }, reader: FormReader): Reading<NewCommuneReport> =>
    reader.as({ year, period, unitId, receivedOn: reader.day('receivedOn', receivedOn), paper: optional(paper) });
  const entry = useEntryForm({
    record: `commune-report ${year} ${period} ${unitId}`,
    // Of a year gone by it was hardly today.
    initial: { receivedOn: today.startsWith(String(year)) ? typedDay(today) : '', paper: '' },
    read,
    send: addCommuneReport,
    onDone: (_, body) => onDone(body.receivedOn),
  });
  const { state, set } = entry;
  return (
    <EntryForm heading={heading} submit={words.submit} entry={entry} onCancel={onCancel}>
      <div className="form-pair">
        <TextInput label={words.columns.receivedOn} placeholder={messages.entry.dayExample} name="receivedOn" value={state.receivedOn} onChange={(event) => set({ receivedOn: event.target.value })} refusal={entry.refusal('receivedOn')} />
        <TextInput label={messages.entry.paper} placeholder={words.paperExample} name="paper" value={state.paper} onChange={(event) => set({ paper: event.target.value })} refusal={entry.refusal('paper')} />
      </div>
    </EntryForm>
  );
}
