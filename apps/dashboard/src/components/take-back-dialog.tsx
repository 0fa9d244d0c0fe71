import type { Receipt } from '@ocop/contracts';
import { useState, type FormEvent } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { refusalOf } from '../lib/api/api-error.js';
import { useProgrammeChange } from '../lib/api/programme-change.js';
import { useLanguage } from '../lib/language.js';
import { FormRefusal } from './form-refusal.js';
import { TextInput } from './text-input.js';

interface TakeBackDialogProps {
  heading: string;
  explained: string;
  send: (reason: string) => Promise<Receipt>;
  onDone: () => void;
  onCancel: () => void;
}

/** Asks why a fact entered by mistake is taken back. */
export function TakeBackDialog({ heading, explained, send, onDone, onCancel }: TakeBackDialogProps) {
  const { messages } = useLanguage();
  const [reason, setReason] = useState('');
  const change = useProgrammeChange(send);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(reason, { onSuccess: onDone });
  };
  return (
    <ModalOverlay className="dialog-ground" isOpen isDismissable onOpenChange={(open) => !open && onCancel()}>
      <Modal className="dialog">
        <Dialog aria-label={heading}>
          <h2>{heading}</h2>
          <p>{explained}</p>
          <form className="form" onSubmit={submit} noValidate>
            <FormRefusal error={change.isPending ? null : change.error} />
            <TextInput label={messages.entry.reason} name="reason" autoFocus value={reason} onChange={(event) => setReason(event.target.value)} refusal={refusalOf(change.error, 'reason')} />
            <p className="form-actions">
              <button type="submit" className="button" disabled={change.isPending}>
                {messages.entry.undo.confirm}
              </button>
              <button type="button" className="text-button" onClick={onCancel}>
                {messages.entry.cancel}
              </button>
            </p>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
