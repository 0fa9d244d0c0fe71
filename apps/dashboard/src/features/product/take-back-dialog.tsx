import { domainMessages } from '@ocop/domain';
import { useState, type FormEvent } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { FormRefusal } from '../../components/form-refusal.js';
import { TextInput } from '../../components/text-input.js';
import { refusalOf } from '../../lib/api/api-error.js';
import { annul } from '../../lib/api/products.js';
import { useProgrammeChange } from '../../lib/api/programme-change.js';
import { undoStep } from '../../lib/api/registration-facts.js';
import { useLanguage } from '../../lib/language.js';
import type { Taking } from './event-actions.js';
import type { Done } from './form-props.js';

interface TakeBackDialogProps {
  taking: Taking;
  onDone: (done: Done) => void;
  onCancel: () => void;
}

/** Asks why a fact entered by mistake is taken back. */
export function TakeBackDialog({ taking, onDone, onCancel }: TakeBackDialogProps) {
  const { messages, locale } = useLanguage();
  const words = messages.entry.undo;
  const [reason, setReason] = useState('');
  const change = useProgrammeChange((why: string) =>
    taking.kind === 'step' ? undoStep(taking.registrationId)({ version: taking.version, reason: why }) : annul(taking.what, taking.id)({ reason: why }),
  );
  const heading = taking.kind === 'step' ? words.stepHeading(domainMessages[locale].stageNames[taking.stage]) : words.factHeading;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(reason, { onSuccess: () => onDone({ text: words.cancelled }) });
  };
  return (
    <ModalOverlay className="dialog-ground" isOpen isDismissable onOpenChange={(open) => !open && onCancel()}>
      <Modal className="dialog">
        <Dialog aria-label={heading}>
          <h2>{heading}</h2>
          <p>{taking.kind === 'step' ? words.stepExplained : words.factExplained}</p>
          <form className="form" onSubmit={submit} noValidate>
            <FormRefusal error={change.isPending ? null : change.error} />
            <TextInput label={messages.entry.reason} name="reason" autoFocus value={reason} onChange={(event) => setReason(event.target.value)} refusal={refusalOf(change.error, 'reason')} />
            <p className="form-actions">
              <button type="submit" className="button" disabled={change.isPending}>
                {words.confirm}
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
