import type { LedgerEntry, NewReversal } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { EntryForm } from '../../components/entry-form.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { reverseEntry } from '../../lib/api/ledger.js';
import { dayText, moneyText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';
import { typedDay } from '../../lib/typed-day.js';

interface ReversalState {
  key: string;
  occurredOn: string;
  reason: string;
  paperNumber: string;
  paperOn: string;
}

const readReversal = ({ key, occurredOn, reason, paperNumber, paperOn }: ReversalState, reader: FormReader): Reading<NewReversal> =>
  reader.as({
    key,
    occurredOn: reader.day('occurredOn', occurredOn),
    reason: reader.text('reason', reason),
    paperNumber: optional(paperNumber),
    paperOn: reader.optionalDay('paperOn', paperOn),
  });

interface ReversalDialogProps {
  entry: LedgerEntry;
  onDone: () => void;
  onCancel: () => void;
}

/** Takes an entry back by another of the same amount the other way; both stay. */
export function ReversalDialog({ entry, onDone, onCancel }: ReversalDialogProps) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.reversal;
  // The day that the page shows: the correction is seen there, and lies in the year while the year is looked at.
  const { asOf } = usePlanView();
  const form = useEntryForm({
    record: `reversal ${entry.id}`,
    initial: { key: crypto.randomUUID(), occurredOn: typedDay(asOf), reason: '', paperNumber: '', paperOn: '' },
    read: readReversal,
    send: reverseEntry(entry.id),
    onDone,
  });
  const { state, set } = form;
  const { posting } = messages.funding;
  return (
    <ModalOverlay className="dialog-ground" isOpen isDismissable onOpenChange={(open) => !open && onCancel()}>
      <Modal className="dialog">
        <Dialog aria-label={words.heading(entry.id)}>
          <EntryForm heading={words.heading(entry.id)} submit={words.submit} entry={form} onCancel={onCancel}>
            <p>
              {messages.funding.warnings.about(dayText(entry.occurredOn, locale), entry.sourceName, domainMessages[locale].fundingStageNames[entry.stage])}:{' '}
              <strong>{moneyText(BigInt(entry.amount), 'dong', locale)}</strong>
            </p>
            <p className="muted">{words.explained}</p>
            <TextInput label={messages.entry.reason} name="reason" value={state.reason} onChange={(event) => set({ reason: event.target.value })} refusal={form.refusal('reason')} />
            <TextInput label={words.on} placeholder={messages.entry.dayExample} name="occurredOn" value={state.occurredOn} onChange={(event) => set({ occurredOn: event.target.value })} refusal={form.refusal('occurredOn')} />
            <div className="form-pair">
              <TextInput label={posting.paperNumber} name="paperNumber" value={state.paperNumber} onChange={(event) => set({ paperNumber: event.target.value })} refusal={form.refusal('paperNumber')} />
              <TextInput label={posting.paperOn} placeholder={messages.entry.dayExample} name="paperOn" value={state.paperOn} onChange={(event) => set({ paperOn: event.target.value })} refusal={form.refusal('paperOn')} />
            </div>
          </EntryForm>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
