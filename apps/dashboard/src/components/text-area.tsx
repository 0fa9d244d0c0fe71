import { useId, type TextareaHTMLAttributes } from 'react';
import './form.css';

interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'> {
  label: string;
  name: string;
  refusal?: string | null;
}

/** Several lines to type in, with what is wrong with them below. */
export function TextArea({ label, refusal = null, ...input }: TextAreaProps) {
  const id = useId();
  return (
    <p className="form-field">
      <label htmlFor={id}>{label}</label>
      <textarea {...input} id={id} aria-invalid={refusal !== null} {...(refusal === null ? {} : { 'aria-describedby': `${id}-refusal` })} />
      {refusal !== null && (
        <span id={`${id}-refusal`} className="form-refusal">
          {refusal}
        </span>
      )}
    </p>
  );
}
