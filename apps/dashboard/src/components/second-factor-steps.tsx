import type { SecondFactorSetup } from '@ocop/contracts';
import { type FormEvent } from 'react';
import { encode } from 'uqr';
import { FormRefusal } from './form-refusal.js';
import { typedIn } from './typed-in.js';
import { TextInput } from './text-input.js';
import { refusalOf } from '../lib/api/api-error.js';
import { useTurnOnSecondFactor } from '../lib/api/own-account.js';
import { useLanguage } from '../lib/language.js';
import './second-factor.css';

/** The picture an authenticator scans: dark squares on white in either theme, as cameras need it. */
function QrPicture({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

interface SecondFactorStepsProps {
  setup: SecondFactorSetup;
  onDone: (codes: readonly string[]) => void;
  onCancel: () => void;
}

/** Scan the key, then prove by a code that it arrived. */
export function SecondFactorSteps({ setup, onDone, onCancel }: SecondFactorStepsProps) {
  const { messages } = useLanguage();
  const words = messages.account.secondFactor;
  const turnOn = useTurnOnSecondFactor();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = typedIn(event.currentTarget, 'code').trim();
    turnOn.mutate({ code }, { onSuccess: ({ codes }) => onDone(codes) });
  };
  return (
    <div className="second-factor-steps">
      <p>{words.scan}</p>
      <QrPicture text={setup.uri} label={words.picture} />
      <p>
        {words.typeIt} <code className="key">{setup.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <form className="form" onSubmit={submit}>
        <FormRefusal error={turnOn.isPending ? null : turnOn.error} />
        <TextInput label={words.confirm} name="code" inputMode="numeric" autoComplete="one-time-code" pattern="\d{6}" maxLength={6} required autoFocus refusal={refusalOf(turnOn.error, 'code')} />
        <p className="form-actions">
          <button type="submit" className="button" disabled={turnOn.isPending}>
            {words.turnOn}
          </button>
          <button type="button" className="text-button" onClick={onCancel}>
            {words.cancel}
          </button>
        </p>
      </form>
    </div>
  );
}
