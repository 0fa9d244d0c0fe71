import type { PlanForm } from '@ocop/contracts';
import { domainMessages, PERIOD_KINDS, TARGET_IDS, type TargetId } from '@ocop/domain';
import { SelectInput } from '../../components/select-input.js';
import { TextArea } from '../../components/text-area.js';
import { TextInput } from '../../components/text-input.js';
import type { EntryForm as Entry } from '../../components/use-entry-form.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { PlanRows } from './plan-rows.js';
import { onOneLine, type BasisState, type PlanState, type ReportState, type RoundState, type TargetState } from './plan-state.js';

const NEW_TARGET: TargetState = { indicatorId: null, clause: '', text: '', minimum: '' };
const NEW_ROUND: RoundState = { clause: '', townRecognitionBefore: '', dossiersToProvinceBefore: '' };
const NEW_REPORT: ReportState = { period: null, name: '', clause: '', dueBefore: '' };
const NEW_BASIS: BasisState = { number: '', date: '', issuer: '' };
const MOST_ROUNDS = 9;
const MOST_BASES = 30;
const MOST_RECIPIENTS = 50;

interface ListProps {
  state: PlanState;
  set: (changes: Partial<PlanState>) => void;
  entry: Entry<object>;
  /** The plan the form goes on from; null = it puts this one right. */
  before: PlanForm | null;
}

export function TargetRows({ state, set, entry, before }: ListProps) {
  const { messages, locale } = useLanguage();
  const words = messages.planEntry;
  const names: Readonly<Record<TargetId, string>> = { ...domainMessages[locale].indicatorNames, 'annual-cycle-maintained': words.cycle };
  const asked = (id: TargetId | null) => {
    if (before === null) return {};
    const target = before.targets.find(({ indicatorId }) => indicatorId === id);
    return { hint: target === undefined ? words.minimumHint : words.was(before.year, target.minimum === null ? words.noNumber : String(target.minimum)) };
  };
  return (
    <PlanRows legend={words.targets} intro={words.targetsIntro} rows={state.targets} path="targets" most={TARGET_IDS.length} fresh={NEW_TARGET} onChange={(targets) => set({ targets })} entry={entry} words={words.target}>
      {(row, change, at) => (
        <>
          <div className="plan-target-fields">
            <SelectInput
              label={words.indicator}
              value={row.indicatorId ?? ''}
              none={messages.entry.none}
              choices={TARGET_IDS.map((id) => ({ value: id, name: names[id] }))}
              onChoose={(value) => change({ ...row, indicatorId: TARGET_IDS.find((id) => id === value) ?? null })}
              {...at('indicatorId')}
            />
            <TextInput label={words.clause} value={row.clause} onChange={(event) => change({ ...row, clause: event.target.value })} {...at('clause')} />
            <TextInput label={words.minimum} {...asked(row.indicatorId)} inputMode="numeric" value={row.minimum} onChange={(event) => change({ ...row, minimum: event.target.value })} {...at('minimum')} />
          </div>
          <TextArea label={words.text} rows={2} value={row.text} onChange={(event) => change({ ...row, text: onOneLine(event.target.value) })} {...at('text')} />
        </>
      )}
    </PlanRows>
  );
}

export function RoundRows({ state, set, entry, before }: ListProps) {
  const { messages, locale } = useLanguage();
  const words = messages.planEntry;
  return (
    <PlanRows legend={words.rounds} intro={words.beforeIntro} rows={state.rounds} path="rounds" most={MOST_ROUNDS} fresh={NEW_ROUND} onChange={(rounds) => set({ rounds })} entry={entry} words={words.round}>
      {(row, change, at, index) => {
        const earlier = before?.rounds[index];
        const day = (name: 'townRecognitionBefore' | 'dossiersToProvinceBefore') => (
          <TextInput
            label={words[name]}
            placeholder={messages.entry.dayExample}
            {...(before === null || earlier === undefined ? {} : { hint: words.was(before.year, dayText(earlier[name], locale)) })}
            value={row[name]}
            onChange={(event) => change({ ...row, [name]: event.target.value })}
            {...at(name)}
          />
        );
        return (
          <div className="form-pair">
            {day('townRecognitionBefore')}
            {day('dossiersToProvinceBefore')}
            <TextInput label={words.clause} value={row.clause} onChange={(event) => change({ ...row, clause: event.target.value })} {...at('clause')} />
          </div>
        );
      }}
    </PlanRows>
  );
}

export function ReportRows({ state, set, entry, before }: ListProps) {
  const { messages, locale } = useLanguage();
  const words = messages.planEntry;
  const due = (period: ReportState['period']) => {
    if (before === null) return {};
    const report = before.reports.find((one) => one.period === period);
    return { hint: report === undefined ? words.dueHint : words.was(before.year, report.dueBefore === null ? words.noDay : dayText(report.dueBefore, locale)) };
  };
  return (
    <PlanRows legend={words.reports} intro={words.reportsIntro} rows={state.reports} path="reports" most={PERIOD_KINDS.length} fresh={NEW_REPORT} onChange={(reports) => set({ reports })} entry={entry} words={words.report}>
      {(row, change, at) => (
        <div className="form-pair">
          <SelectInput
            label={words.period}
            value={row.period ?? ''}
            none={messages.entry.none}
            choices={PERIOD_KINDS.map((period) => ({ value: period, name: domainMessages[locale].periodNames[period] }))}
            onChoose={(value) => change({ ...row, period: PERIOD_KINDS.find((period) => period === value) ?? null })}
            {...at('period')}
          />
          <TextInput label={words.reportName} value={row.name} onChange={(event) => change({ ...row, name: event.target.value })} {...at('name')} />
          <TextInput label={words.clause} value={row.clause} onChange={(event) => change({ ...row, clause: event.target.value })} {...at('clause')} />
          <TextInput label={words.dueBefore} {...due(row.period)} placeholder={messages.entry.dayExample} value={row.dueBefore} onChange={(event) => change({ ...row, dueBefore: event.target.value })} {...at('dueBefore')} />
        </div>
      )}
    </PlanRows>
  );
}

export function BasisRows({ state, set, entry, before }: ListProps) {
  const { messages } = useLanguage();
  const words = messages.planEntry;
  return (
    <PlanRows legend={words.legalBasis} {...(before === null ? {} : { intro: words.legalBasisIntro(before.year) })} rows={state.legalBasis} path="legalBasis" most={MOST_BASES} fresh={NEW_BASIS} onChange={(legalBasis) => set({ legalBasis })} entry={entry} words={words.basis}>
      {(row, change, at) => (
        <div className="form-pair">
          <TextInput label={words.basisNumber} value={row.number} onChange={(event) => change({ ...row, number: event.target.value })} {...at('number')} />
          <TextInput label={words.basisDate} placeholder={messages.entry.dayExample} value={row.date} onChange={(event) => change({ ...row, date: event.target.value })} {...at('date')} />
          <TextInput label={words.basisIssuer} value={row.issuer} onChange={(event) => change({ ...row, issuer: event.target.value })} {...at('issuer')} />
        </div>
      )}
    </PlanRows>
  );
}

export function RecipientRows({ state, set, entry }: Omit<ListProps, 'before'>) {
  const { messages } = useLanguage();
  const words = messages.planEntry;
  return (
    <PlanRows legend={words.recipients} rows={state.recipients} path="recipients" single most={MOST_RECIPIENTS} fresh="" onChange={(recipients) => set({ recipients })} entry={entry} words={words.recipient}>
      {(row, change, at, index) => <TextInput label={words.recipient.row(index + 1)} value={row} onChange={(event) => change(event.target.value)} {...at()} />}
    </PlanRows>
  );
}
