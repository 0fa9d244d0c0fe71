import type { NewStep, RegistrationDetail } from '@ocop/contracts';
import { domainMessages, type Day } from '@ocop/domain';
import { useState, type FormEvent } from 'react';
import { FormRefusal } from '../../components/form-refusal.js';
import { SelectInput } from '../../components/select-input.js';
import { TextInput } from '../../components/text-input.js';
import { refusalOf } from '../../lib/api/api-error.js';
import { useLanguage } from '../../lib/language.js';
import { optional } from '../../lib/reading.js';
import { readTypedDay, typedDay } from '../../lib/typed-day.js';
import { firstGuessOfDay, firstGuessOfRound, type MoveChoice } from './move-choices.js';

interface MoveFormProps {
  detail: RegistrationDetail;
  choices: readonly MoveChoice[];
  rounds: readonly number[];
  asOf: Day;
  /** What was typed before the API refused it. */
  draft: NewStep | null;
  error: Error | null;
  onSubmit: (step: NewStep) => void;
  onCancel: () => void;
}

/** Which stage, on which day, in which round, by which paper, and why when a step is left out or gone back. */
export function MoveForm({ detail: { registration }, choices, rounds, asOf, draft, error, onSubmit, onCancel }: MoveFormProps) {
  const { messages, locale } = useLanguage();
  const { entry } = messages;
  const { panel } = messages.board;
  const { stageNames } = domainMessages[locale];
  const [stage, setStage] = useState(choices.find((one) => one.stage === draft?.stage)?.stage ?? choices[0]?.stage ?? null);
  const [happenedOn, setHappenedOn] = useState(typedDay(draft?.happenedOn ?? firstGuessOfDay(registration, asOf)));
  const [notADay, setNotADay] = useState(false);
  // Undefined = not chosen by hand, so it follows the stage.
  const [chosenRound, setChosenRound] = useState<number | null | undefined>(draft?.roundNo);
  const [paper, setPaper] = useState(draft?.paper ?? '');
  const [reason, setReason] = useState(draft?.reason ?? '');
  if (stage === null) {
    return (
      <>
        <p className="board-elsewhere">{panel.nowhere}</p>
        <button type="button" className="text-button" onClick={onCancel}>
          {messages.board.outcome.close}
        </button>
      </>
    );
  }
  const roundNo = chosenRound === undefined ? firstGuessOfRound(stage, registration.roundNo, rounds) : chosenRound;
  const needsReason = choices.some((one) => one.stage === stage && one.kind !== 'next');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = readTypedDay(happenedOn);
    setNotADay(day === null);
    if (day === null) return;
    onSubmit({ version: registration.version, stage, happenedOn: day, roundNo, paper: optional(paper), reason: needsReason ? optional(reason) : null });
  };
  const refused = (field: string) => refusalOf(error, field);
  const stageRefusal = refused('stage');
  return (
    <form className="form board-form" onSubmit={submit} noValidate>
      <FormRefusal error={error} />
      <fieldset className="form-group">
        <legend>{panel.to}</legend>
        {choices.map((choice) => (
          <label key={choice.stage} className="form-check">
            <input type="radio" name="stage" checked={choice.stage === stage} onChange={() => setStage(choice.stage)} />
            <span>
              {stageNames[choice.stage]} {choice.kind !== 'next' && <span className="muted">{entry.step.kinds[choice.kind]}</span>}
            </span>
          </label>
        ))}
        {stageRefusal !== null && <p className="form-refusal">{stageRefusal}</p>}
      </fieldset>
      <div className="form-pair">
        <TextInput
          label={panel.day}
          placeholder={entry.dayExample}
          name="happenedOn"
          value={happenedOn}
          onChange={(event) => setHappenedOn(event.target.value)}
          refusal={notADay ? entry.faults.day : refused('happenedOn')}
        />
        <SelectInput
          label={entry.round}
          name="roundNo"
          value={String(roundNo ?? '')}
          none={entry.noRound}
          choices={rounds.map((no) => ({ value: String(no), name: String(no) }))}
          onChoose={(value) => setChosenRound(value === '' ? null : Number(value))}
          refusal={refused('roundNo')}
        />
      </div>
      <TextInput label={entry.paper} hint={entry.paperHint} name="paper" value={paper} onChange={(event) => setPaper(event.target.value)} refusal={refused('paper')} />
      {needsReason && (
        <TextInput label={entry.reason} hint={entry.step.reasonNeeded} name="reason" value={reason} onChange={(event) => setReason(event.target.value)} refusal={refused('reason')} />
      )}
      <p className="form-actions">
        <button type="submit" className="button">
          {panel.submit}
        </button>
        <button type="button" className="text-button" onClick={onCancel}>
          {entry.cancel}
        </button>
      </p>
    </form>
  );
}
