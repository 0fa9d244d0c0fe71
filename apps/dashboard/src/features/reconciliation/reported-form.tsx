import type { CommuneReconciliation, Reconciliation } from '@ocop/contracts';
import { REPORTED_MEASURES } from '@ocop/domain';
import { useMemo } from 'react';
import { AmountInput } from '../../components/amount-input.js';
import { EntryForm } from '../../components/entry-form.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { reportMoney } from '../../lib/api/reconciliation.js';
import { useLanguage } from '../../lib/language.js';
import { figureKey, presentReported, readReported, reportedOf, type TypedFigures } from './reported-state.js';

interface ReportedFormProps {
  all: Reconciliation;
  commune: CommuneReconciliation;
  onDone: () => void;
  onCancel: () => void;
}

/** All figures a commune reports for a period, at once. */
export function ReportedForm({ all, commune, onDone, onCancel }: ReportedFormProps) {
  const { messages } = useLanguage();
  const words = messages.reconciliation;
  const { amountFaults } = messages.funding.posting;
  const { year, period, sources } = all;
  const { unitId, unitName } = commune;
  const read = useMemo(() => readReported({ year, period, sources }, unitId, amountFaults), [year, period, sources, unitId, amountFaults]);
  const entry = useEntryForm({ record: `reported money ${year} ${period} ${unitId}`, initial: reportedOf(commune), read, send: reportMoney, present: presentReported, onDone });
  const { state, set } = entry;
  const name = (code: string) => sources.find((source) => source.code === code)?.name ?? code;
  const figure = (code: string, measure: (typeof REPORTED_MEASURES)[number]) => `${name(code)}, ${messages.funding.columns[measure].toLowerCase()}`;
  const say = (field: string, value: unknown) =>
    field !== 'figures'
      ? null
      : sources
          .flatMap(({ code }) => REPORTED_MEASURES.map((measure) => ({ what: figure(code, measure), amount: (value as TypedFigures)[figureKey(code, measure)] ?? '' })))
          .filter(({ amount }) => amount !== '')
          .map(({ what, amount }) => `${what}: ${amount}`)
          .join('; ');
  return (
    <EntryForm heading={words.reportOf(unitName)} submit={words.submit} entry={entry} onCancel={onCancel} say={say}>
      <TextInput label={words.paper} hint={words.paperHint} name="paper" value={state.paper} onChange={(event) => set({ paper: event.target.value })} refusal={entry.refusal('paper')} />
      <p className="muted">{words.figuresHint}</p>
      {sources.map(({ code, name: source }) => (
        <fieldset key={code} className="form-group">
          <legend>{source}</legend>
          <div className="form-pair">
            {REPORTED_MEASURES.map((measure) => {
              const key = figureKey(code, measure);
              return (
                <AmountInput
                  key={measure}
                  label={messages.funding.columns[measure]}
                  name={key}
                  zero
                  value={state.figures[key] ?? ''}
                  refusal={entry.refusal(`figures.${key}`)}
                  onType={(typed) => set({ figures: { ...state.figures, [key]: typed } })}
                />
              );
            })}
          </div>
        </fieldset>
      ))}
      {commune.version > 1 && (
        <TextInput label={messages.entry.changeReason} hint={words.reasonHint} name="reason" value={state.reason} onChange={(event) => set({ reason: event.target.value })} refusal={entry.refusal('reason')} />
      )}
    </EntryForm>
  );
}
