import type { FormEvent } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { refusalOf } from '../lib/api/api-error.js';
import { useLanguage } from '../lib/language.js';
import { FormRefusal } from './form-refusal.js';
import { typedIn } from './typed-in.js';
import { PasswordInput } from './password-input.js';

interface PasswordDialogProps {
  title: string;
  working: boolean;
  error: Error | null;
  onConfirm: (password: string) => void;
  onCancel: () => void;
}

/** Asks for the password once more before something weighty. */
export function PasswordDialog({ title, working, error, onConfirm, onCancel }: PasswordDialogProps) {
  const { messages } = useLanguage();
  const words = messages.account.secondFactor;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onConfirm(typedIn(event.currentTarget, 'password'));
  };
  return (
    <ModalOverlay className="dialog-ground" isOpen isDismissable onOpenChange={(open) => !open && onCancel()}>
      <Modal className="dialog">
        <Dialog aria-label={title}>
          <h2>{title}</h2>
          <form className="form" onSubmit={submit}>
            <FormRefusal error={working ? null : error} />
            <PasswordInput label={words.needsPassword} name="password" autoComplete="current-password" autoFocus refusal={refusalOf(error, 'password')} />
            <p className="form-actions">
              <button type="submit" className="button" disabled={working}>
                {words.continue}
              </button>
              <button type="button" className="text-button" onClick={onCancel}>
                {words.cancel}
              </button>
            </p>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
