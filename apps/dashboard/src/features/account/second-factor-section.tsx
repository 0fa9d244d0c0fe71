import type { OwnAccount, SecondFactorSetup } from '@ocop/contracts';
import { useState } from 'react';
import { PasswordDialog } from '../../components/password-dialog.js';
import { RecoveryCodes } from '../../components/recovery-codes.js';
import { SecondFactorSteps } from '../../components/second-factor-steps.js';
import { useBeginSecondFactor, useRenewRecoveryCodes, useTurnOffSecondFactor } from '../../lib/api/own-account.js';
import { useLanguage } from '../../lib/language.js';

type Asked = 'turnOn' | 'turnOff' | 'renew';

/** Turns the second factor on and off; each asks for the password first. */
export function SecondFactorSection({ account }: { account: OwnAccount }) {
  const { messages } = useLanguage();
  const words = messages.account.secondFactor;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [setup, setSetup] = useState<SecondFactorSetup | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const begin = useBeginSecondFactor();
  const turnOff = useTurnOffSecondFactor();
  const renew = useRenewRecoveryCodes();
  const working = { turnOn: begin, turnOff, renew } as const;
  const ask = (what: Asked) => {
    working[what].reset();
    setAsked(what);
  };
  const done = () => setAsked(null);
  const confirm = (password: string) => {
    if (asked === 'turnOn') begin.mutate({ password }, { onSuccess: (made) => (done(), setSetup(made)) });
    if (asked === 'turnOff') turnOff.mutate({ password }, { onSuccess: done });
    if (asked === 'renew') renew.mutate({ password }, { onSuccess: (made) => (done(), setCodes(made.codes)) });
  };
  const current = asked === null ? null : working[asked];
  return (
    <section>
      <h2>{words.heading}</h2>
      <p>{account.secondFactor ? words.on(account.recoveryCodesLeft) : words.off}</p>
      {account.secondFactorRequired && <p className="muted">{words.required}</p>}
      {codes !== null && <RecoveryCodes codes={codes} heading="h3" onKept={() => setCodes(null)} />}
      {codes === null && setup !== null && (
        <SecondFactorSteps setup={setup} onDone={(made) => (setSetup(null), setCodes(made))} onCancel={() => setSetup(null)} />
      )}
      {codes === null && setup === null && (
        <p className="form-actions">
          {account.secondFactor ? (
            <>
              <button type="button" className="button" onClick={() => ask('renew')}>
                {words.renew}
              </button>
              {!account.secondFactorRequired && (
                <button type="button" className="text-button" onClick={() => ask('turnOff')}>
                  {words.turnOff}
                </button>
              )}
            </>
          ) : (
            <button type="button" className="button" onClick={() => ask('turnOn')}>
              {words.turnOn}
            </button>
          )}
        </p>
      )}
      {asked !== null && current !== null && (
        <PasswordDialog title={words[asked]} working={current.isPending} error={current.error} onConfirm={confirm} onCancel={done} />
      )}
    </section>
  );
}
