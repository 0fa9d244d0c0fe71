import type { Session } from '@ocop/contracts';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useLanguage } from '../../lib/language.js';
import { SignInForm, type SignInStep } from './sign-in-form.js';
import './sign-in.css';

/** Over the page whose session has ended: what was typed there is still there afterwards. */
export function SignInAgain({ before, step }: { before: Session; step: SignInStep }) {
  const { messages } = useLanguage();
  const words = messages.signIn;
  return (
    <ModalOverlay className="dialog-ground sign-in-again" isOpen isKeyboardDismissDisabled>
      <Modal className="dialog">
        <Dialog aria-label={words.again}>
          <h2>{words.again}</h2>
          <p>{words.againExplained}</p>
          <SignInForm step={step} username={before.username} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
