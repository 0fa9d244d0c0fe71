import { useId, type InputHTMLAttributes } from 'react';
import './form.css';

interface TextInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> {
  label: string;
  name: string;
  hint?: string;
  /** What is wrong with it; null = nothing known. */
  refusal?: string | null;
}

/** A line to type in, with what it asks for above and what is wrong with it below. */
export function TextInput({ label, hint, refusal = null, ...input }: TextInputProps) {
  const id = useId();
  const described = [hint === undefined ? null : `${id}-hint`, refusal === null ? null : `${id}-refusal`].filter((one) => one !== null).join(' ');
  return (
    <p className="form-field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="muted">
          {hint}
        </span>
      )}
      <input
        {...input}
        id={id}
        aria-invalid={refusal !== null}
        {...(described === '' ? {} : { 'aria-describedby': described })}
      />
      {refusal !== null && (
        <span id={`${id}-refusal`} className="form-refusal">
          {refusal}
        </span>
      )}
    </p>
  );
}
