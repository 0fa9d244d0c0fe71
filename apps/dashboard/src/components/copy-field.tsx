import { useId, useState } from 'react';

interface CopyFieldProps {
  label: string;
  text: string;
  /** what the button says, and what it says when done */
  copy: string;
  copied: string;
}

/** A text to take away, shown whole and one press from the clipboard. */
export function CopyField({ label, text, copy, copied }: CopyFieldProps) {
  const id = useId();
  const [done, setDone] = useState(false);
  return (
    <>
      <p className="form-field">
        <label htmlFor={id}>{label}</label>
        <input id={id} type="text" readOnly value={text} onFocus={(event) => event.target.select()} />
      </p>
      <p className="form-actions">
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(text).then(() => setDone(true))}>
          {copy}
        </button>
        <span role="status">{done ? copied : ''}</span>
      </p>
    </>
  );
}
