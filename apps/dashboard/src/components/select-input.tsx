import { useId, type ReactNode } from 'react';
import './form.css';

interface Choice {
  value: string;
  name: string;
  /** Options of one heading stand together. */
  group?: string | null;
}

interface SelectInputProps {
  label: string;
  name: string;
  value: string;
  choices: readonly Choice[];
  onChoose: (value: string) => void;
  /** What stands for no choice; without it the first choice counts. */
  none?: string;
  hint?: ReactNode;
  refusal?: string | null;
}

const option = ({ value, name }: Choice) => (
  <option key={value} value={value}>
    {name}
  </option>
);

/** One of some values, with what it asks for above and what is wrong with it below. */
export function SelectInput({ label, name, value, choices, onChoose, none, hint, refusal = null }: SelectInputProps) {
  const id = useId();
  const groups = [...new Set(choices.map(({ group }) => group ?? null))];
  const described = [hint === undefined ? null : `${id}-hint`, refusal === null ? null : `${id}-refusal`].filter((one) => one !== null).join(' ');
  return (
    <p className="form-field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="muted">
          {hint}
        </span>
      )}
      <select
        id={id}
        name={name}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        aria-invalid={refusal !== null}
        {...(described === '' ? {} : { 'aria-describedby': described })}
      >
        {none !== undefined && <option value="">{none}</option>}
        {groups.map((group) => {
          const own = choices.filter((choice) => (choice.group ?? null) === group);
          return group === null ? own.map(option) : <optgroup key={group} label={group}>{own.map(option)}</optgroup>;
        })}
      </select>
      {refusal !== null && (
        <span id={`${id}-refusal`} className="form-refusal">
          {refusal}
        </span>
      )}
    </p>
  );
}
