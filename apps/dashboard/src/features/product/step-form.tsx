import type { RegistrationDetail } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { EntryForm } from '../../components/entry-form.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { addStep } from '../../lib/api/registration-facts.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { useSession } from '../../lib/session.js';
import { typedDay } from '../../lib/typed-day.js';
import type { FormProps } from './form-props.js';
import { presentRegistration, seenOf } from './registration-seen.js';
import { RoundInput } from './round-input.js';
import { ownMoves, readStep, type StepState } from './step-state.js';
import { useSeenWords } from './use-seen-words.js';

/** Enters a step of a registration: only where it may go from here, and why where a step is left out. */
export function StepForm({ detail, today, onDone, onCancel, onOpen }: FormProps & { detail: RegistrationDetail }) {
  const { messages, locale } = useLanguage();
  const words = messages.entry.step;
  const { stageNames } = domainMessages[locale];
  const { registration } = detail;
  const moves = ownMoves(detail, useSession().permissions);
  const initial: StepState = { seen: seenOf(registration), to: null, happenedOn: typedDay(today), round: '', paper: '', reason: '' };
  const entry = useEntryForm({
    record: `step ${registration.id}`, initial, read: readStep, send: addStep(registration.id), present: presentRegistration,
    onDone: ({ version }, { stage }) => onDone({ text: words.done(stageNames[stage]), undo: { registrationId: registration.id, version } }),
  });
  const { state, set } = entry;
  const kind = moves.find(({ stage }) => stage === state.to)?.kind ?? 'next';
  const refusal = entry.refusal('stage');
  return (
    <EntryForm heading={words.heading} submit={words.submit} entry={entry} onCancel={onCancel} say={useSeenWords()}>
      <p className="muted">{words.from(stageNames[registration.stage], dayText(registration.stageOn, locale))}</p>
      <fieldset className="form-group">
        <legend>{words.to}</legend>
        {moves.map(({ stage, kind: how, form }) =>
          form !== null ? (
            <p key={stage} className="form-elsewhere">
              <button type="button" className="text-button" onClick={() => onOpen(form.action, registration.id)}>
                {stageNames[stage]}
              </button>{' '}
              <span className="muted">{words.ownForm(stage)}</span>
            </p>
          ) : (
            <label key={stage} className="form-check">
              <input
                type="radio"
                name="stage"
                checked={state.to === stage}
                aria-invalid={refusal !== null}
                onChange={() => set({ to: stage })}
              />
              <span>
                {stageNames[stage]} {how !== 'next' && <span className="muted">{words.kinds[how]}</span>}
              </span>
            </label>
          ),
        )}
        {refusal !== null && <p className="form-refusal">{refusal}</p>}
      </fieldset>
      <div className="form-pair">
        <TextInput label={words.on} placeholder={messages.entry.dayExample} name="happenedOn" value={state.happenedOn} onChange={(event) => set({ happenedOn: event.target.value })} refusal={entry.refusal('happenedOn')} />
        <RoundInput year={detail.year} value={state.round} onChoose={(round) => set({ round })} refusal={entry.refusal('roundNo')} />
      </div>
      <TextInput label={messages.entry.paper} hint={messages.entry.paperHint} name="paper" value={state.paper} onChange={(event) => set({ paper: event.target.value })} refusal={entry.refusal('paper')} />
      {(kind !== 'next' || state.reason !== '' || entry.refusal('reason') !== null) && (
        <TextInput label={messages.entry.reason} hint={words.reasonNeeded} name="reason" value={state.reason} onChange={(event) => set({ reason: event.target.value })} refusal={entry.refusal('reason')} />
      )}
    </EntryForm>
  );
}
