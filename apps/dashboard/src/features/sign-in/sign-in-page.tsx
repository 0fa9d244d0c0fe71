import { useSearch } from '@tanstack/react-router';
import { SettingsMenu } from '../../components/settings-menu.js';
import { useLanguage } from '../../lib/language.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { SignInForm, type SignInStep } from './sign-in-form.js';
import './sign-in.css';

/** What stands before everything else while nobody is signed in. */
export function SignInPage({ step }: { step: SignInStep }) {
  const { messages } = useLanguage();
  const { app, signIn } = messages;
  const { loi } = useSearch({ strict: false }) as { loi?: string };
  const failure = loi === undefined ? null : (signIn.failures[loi as keyof typeof signIn.failures] ?? signIn.failures['that-bai']);
  const heading = { password: signIn.heading, 'second-factor': signIn.secondFactor, 'set-up': signIn.setUp }[step];
  usePageTitle(heading);
  return (
    <div className="sign-in">
      <header className="sign-in-top">
        <p>
          <strong>{app.programme}</strong>
        </p>
        <SettingsMenu />
      </header>
      <main id="content">
        <h1>{heading}</h1>
        {failure !== null && step === 'password' && (
          <p className="failure" role="alert">
            {failure}
          </p>
        )}
        <SignInForm step={step} />
      </main>
    </div>
  );
}
