import type { NewStep, RegistrationDetail } from '@ocop/contracts';
import { domainMessages, type Day } from '@ocop/domain';
import { useState, type FormEvent } from 'react';
import { DayField } from '../../components/day-field.js';
import { FormRefusal } from '../../components/form-refusal.js';
import { SelectInput } from '../../components/select-input.js';
import { TextInput } from '../../components/text-input.js';
import { refusalOf } from '../../lib/api/api-error.js';
import { useLanguage } from '../../lib/language.js';
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

const typed = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Which stage, on which day, in which round, by which paper, and why when a step is left out or gone back. */
export function MoveForm({ detail: { registration }, choices, rounds, asOf, draft, error, onSubmit, onCancel }: MoveFormProps) {
  const { messages, locale } = useLanguage();
  const { panel } = messages.board;
  const { stageNames } = domainMessages[locale];
  const [stage, setStage] = useState(choices.find((one) => one.stage === draft?.stage)?.stage ?? choices[0]?.stage ?? null);
  const [happenedOn, setHappenedOn] = useState(draft?.happenedOn ?? firstGuessOfDay(registration, asOf));
  // Undefined = not chosen by hand, so it follows the stage.
  const [chosenRound, setChosenRound] = useState<number | null | undefined>(draft?.roundNo);
  const [paper, setPaper] = useState(draft?.paper ?? '');
  const [reason, setReason] = useState(draft?.reason ?? '');
  if (stage === null) return <p>{panel.nowhere}</p>;
  const roundNo = chosenRound === undefined ? firstGuessOfRound(stage, registration.roundNo, rounds) : chosenRound;
  const needsReason = choices.some((one) => one.stage === stage && one.kind !== 'next');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ version: registration.version, stage, happenedOn, roundNo, paper: typed(paper), reason: needsReason ? typed(reason) : null });
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
              {stageNames[choice.stage]} {choice.kind !== 'next' && <span className="muted">({panel.kinds[choice.kind]})</span>}
            </span>
          </label>
        ))}
        {stageRefusal !== null && <p className="form-refusal">{stageRefusal}</p>}
      </fieldset>
      <div className="form-pair">
        <DayField label={panel.day} day={happenedOn} onChoose={setHappenedOn} refusal={refused('happenedOn')} />
        <SelectInput
          label={panel.round}
          value={String(roundNo ?? '')}
          options={[['', panel.noRound], ...rounds.map((no) => [String(no), String(no)] as const)]}
          onChoose={(value) => setChosenRound(value === '' ? null : Number(value))}
          refusal={refused('roundNo')}
        />
      </div>
      <TextInput label={panel.paper} hint={panel.paperHint} name="paper" value={paper} onChange={(event) => setPaper(event.target.value)} refusal={refused('paper')} />
      {needsReason && (
        <TextInput label={panel.reason} hint={panel.reasonHint} name="reason" value={reason} onChange={(event) => setReason(event.target.value)} refusal={refused('reason')} />
      )}
      <p className="form-actions">
        <button type="submit" className="button">
          {panel.submit}
        </button>
        <button type="button" className="text-button" onClick={onCancel}>
          {panel.cancel}
        </button>
      </p>
    </form>
  );
}
