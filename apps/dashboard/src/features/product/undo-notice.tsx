import { useState, type FormEvent } from 'react';
import { FormRefusal } from '../../components/form-refusal.js';
import { useProgrammeChange } from '../../lib/api/programme-change.js';
import { undoStep } from '../../lib/api/registration-facts.js';
import { useLanguage } from '../../lib/language.js';
import type { Done } from './form-props.js';

interface UndoNoticeProps {
  done: Done;
  onUndone: (done: Done) => void;
  onClose: () => void;
}

/** What was just entered, and the way to take it back at once: the reason is filled in and can be changed. */
export function UndoNotice({ done, onUndone, onClose }: UndoNoticeProps) {
  const { messages } = useLanguage();
  const words = messages.entry.undo;
  const [reason, setReason] = useState(words.defaultReason);
  const [changing, setChanging] = useState(false);
  const undo = useProgrammeChange(undoStep(done.undo?.registrationId ?? 0));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (done.undo === undefined) return;
    undo.mutate({ version: done.undo.version, reason }, { onSuccess: () => onUndone({ text: words.done }) });
  };
  return (
    <form className="undo-notice" onSubmit={submit}>
      <p role="status">{done.text}</p>
      {done.undo !== undefined && (
        <>
          <button type="submit" className="text-button" disabled={undo.isPending}>
            {words.undo}
          </button>
          {changing ? (
            <input type="text" aria-label={messages.entry.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
          ) : (
            <button type="button" className="text-button undo-quiet" onClick={() => setChanging(true)}>
              {words.changeReason}
            </button>
          )}
        </>
      )}
      <button type="button" className="text-button undo-quiet" onClick={onClose}>
        {words.dismiss}
      </button>
      <FormRefusal error={undo.isPending ? null : undo.error} />
    </form>
  );
}
