import { useState } from 'react';
import { useLanguage } from '../lib/language.js';
import { TextInput } from './text-input.js';

interface PasswordInputProps {
  label: string;
  name: string;
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
  refusal?: string | null;
  autoFocus?: boolean;
  minLength?: number;
}

/** A password to type or paste, that can be looked at. */
export function PasswordInput(props: PasswordInputProps) {
  const { messages } = useLanguage();
  const { showPassword } = messages.signIn;
  const [shown, setShown] = useState(false);
  return (
    <div className="form-password">
      <TextInput {...props} type={shown ? 'text' : 'password'} required maxLength={200} spellCheck={false} autoCapitalize="off" />
      <label className="form-check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {showPassword}
      </label>
    </div>
  );
}
