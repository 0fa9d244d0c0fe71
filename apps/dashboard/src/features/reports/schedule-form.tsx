import { CUTOFFS, type Cutoffs, type PeriodKind, type ReportSchedule } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { EntryForm } from '../../components/entry-form.js';
import { SelectInput } from '../../components/select-input.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { reportSchedulesOptions, setReportSchedule } from '../../lib/api/report-calendar.js';
import { useLanguage } from '../../lib/language.js';
import { numberOf, type FormReader, type Reading } from '../../lib/reading.js';

interface ScheduleState {
  cutoffs: Cutoffs;
  afterDays: string;
  at: string;
  remindDays: string;
  active: 'yes' | 'no';
}

const readSchedule = ({ cutoffs, afterDays, at, remindDays, active }: ScheduleState, reader: FormReader): Reading<ReportSchedule> =>
  reader.as({ cutoffs, afterDays: numberOf(afterDays), at: at.trim(), remindDays: numberOf(remindDays), active: active === 'yes' });

function Fields({ period, schedule, onEnd }: { period: PeriodKind; schedule: ReportSchedule; onEnd: () => void }) {
  const { messages } = useLanguage();
  const words = messages.reports.calendar;
  const { cutoffs, afterDays, at, remindDays, active } = schedule;
  const initial: ScheduleState = { cutoffs, afterDays: String(afterDays), at, remindDays: String(remindDays), active: active ? 'yes' : 'no' };
  const entry = useEntryForm({ record: `schedule of ${period}`, initial, read: readSchedule, send: setReportSchedule(period), onDone: onEnd });
  const { state, set } = entry;
  const text = (field: 'afterDays' | 'at' | 'remindDays') => (
    <TextInput label={words.fields[field]} name={field} value={state[field]} onChange={(event) => set({ [field]: event.target.value })} refusal={entry.refusal(field)} />
  );
  return (
    <EntryForm heading={words.changeHeading(messages.reports.periodChoices[period])} submit={words.save} entry={entry} onCancel={onEnd}>
      <SelectInput
        label={words.fields.cutoffs}
        name="cutoffs"
        value={state.cutoffs}
        choices={CUTOFFS.map((value) => ({ value, name: words.cutoffs[value] }))}
        onChoose={(value) => set({ cutoffs: value as Cutoffs })}
        refusal={entry.refusal('cutoffs')}
      />
      <div className="form-pair">
        {text('afterDays')}
        {text('at')}
      </div>
      <div className="form-pair">
        {text('remindDays')}
        <SelectInput
          label={words.fields.active}
          name="active"
          value={state.active}
          choices={[{ value: 'yes', name: words.on }, { value: 'no', name: words.off }]}
          onChoose={(value) => set({ active: value === 'no' ? 'no' : 'yes' })}
          refusal={entry.refusal('active')}
        />
      </div>
    </EntryForm>
  );
}

/** When a kind of report makes itself. */
export function ScheduleForm({ period, onEnd }: { period: PeriodKind; onEnd: () => void }) {
  const asked = useQuery(reportSchedulesOptions());
  return asked.data === undefined ? null : <Fields period={period} schedule={asked.data[period]} onEnd={onEnd} />;
}
