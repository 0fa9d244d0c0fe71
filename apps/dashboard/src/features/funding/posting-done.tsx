import { laterOf } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormRefusal } from '../../components/form-refusal.js';
import { reverseEntry } from '../../lib/api/ledger.js';
import { useProgrammeChange } from '../../lib/api/programme-change.js';
import { moneyText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { readTypedDay } from '../../lib/typed-day.js';
import type { Posted } from './posting-form.js';
import { sumOfParts } from './posting-state.js';

/** What was written, the way on, and the way back: undone, each part has its reversal in the ledger. */
export function PostingDone({ posted: { receipt, state }, onNext }: { posted: Posted; onNext: () => void }) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.posting;
  const view = usePlanView();
  const occurredOn = readTypedDay(state.occurredOn) ?? view.asOf;
  // Made once: pressed twice, it takes back once.
  const [keys] = useState(() => receipt.entries.map(() => crypto.randomUUID()));
  const undo = useProgrammeChange(async (entries: readonly number[]) => {
    for (const [index, id] of entries.entries()) {
      await reverseEntry(id)({
        key: keys[index] ?? '', occurredOn, reason: messages.entry.undo.defaultReason, paperNumber: null, paperOn: null,
      });
    }
  });
  return (
    <div className="posting-done">
      <p role="status">
        {undo.isSuccess ? words.undone : words.done(receipt.entries.length, moneyText(sumOfParts(state.parts) ?? 0n, 'dong', locale))}{' '}
        {!undo.isSuccess && receipt.warnings.length > 0 && words.doneWarned(receipt.warnings.length)}
      </p>
      <button type="button" className="button" onClick={onNext}>
        {words.next}
      </button>
      <Link to="/kinh-phi/so" search={{ ...searchOf({ year: view.year, asOf: laterOf(view.asOf, occurredOn) }), posting: receipt.posting }}>
        {words.see}
      </Link>
      {!undo.isSuccess && (
        <button type="button" className="text-button" disabled={undo.isPending} onClick={() => undo.mutate(receipt.entries)}>
          {messages.entry.undo.undo}
        </button>
      )}
      <FormRefusal error={undo.isPending ? null : undo.error} />
    </div>
  );
}
