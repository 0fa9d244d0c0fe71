import type { FundingWarning } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { EntryForm } from '../../components/entry-form.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { resolveWarning } from '../../lib/api/ledger.js';
import { dayText, moneyText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import { searchOf } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import type { FormReader } from '../../lib/reading.js';
import { useMay } from '../../lib/session.js';

const readNote = ({ note }: { note: string }, reader: FormReader) => reader.as({ note: reader.text('note', note) });

function ResolutionForm({ warning, onDone, onCancel }: { warning: FundingWarning; onDone: () => void; onCancel: () => void }) {
  const { messages } = useLanguage();
  const words = messages.funding.warnings;
  const entry = useEntryForm({ record: `warning ${warning.id}`, initial: { note: '' }, read: readNote, send: resolveWarning(warning.id), onDone });
  return (
    <EntryForm heading={words.resolveOf(messages.funding.entry.entryNo(warning.entry.id))} submit={words.resolve} entry={entry} onCancel={onCancel}>
      <TextInput label={words.note} hint={words.noteHint} name="note" value={entry.state.note} onChange={(event) => entry.set({ note: event.target.value })} refusal={entry.refusal('note')} />
    </EntryForm>
  );
}

/** A warning: what is doubtful, about which entry, why it was entered all the same, and how it was resolved. */
export function WarningItem({ warning, onResolved }: { warning: FundingWarning; onResolved: () => void }) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.warnings;
  const view = usePlanView();
  const mayWrite = useMay('funding.write');
  const [resolving, setResolving] = useState(false);
  const { entry, resolved } = warning;
  const nobody = messages.funding.entry.system;
  return (
    <li className="warning" data-open={resolved === null}>
      <h2>{warning.sentence}</h2>
      <p>
        <Link to="/kinh-phi/so" search={{ ...searchOf(view), entry: String(entry.id) }} aria-label={`${words.entry}: ${messages.funding.entry.entryNo(entry.id)}`}>
          {words.about(dayText(entry.occurredOn, locale), entry.sourceName, domainMessages[locale].fundingStageNames[entry.stage])}
        </Link>
        : <strong>{moneyText(BigInt(entry.amount), 'dong', locale)}</strong>
      </p>
      <p className="muted">{words.reason(warning.raisedBy ?? nobody, momentText(warning.raisedAt, locale), warning.reason)}</p>
      {resolved !== null && <p>{words.resolved(resolved.by ?? nobody, momentText(resolved.at, locale), resolved.note)}</p>}
      {resolved === null &&
        mayWrite &&
        (resolving ? (
          <ResolutionForm
            warning={warning}
            onDone={() => {
              setResolving(false);
              onResolved();
            }}
            onCancel={() => setResolving(false)}
          />
        ) : (
          <button type="button" className="text-button" aria-label={words.resolveOf(warning.sentence)} onClick={() => setResolving(true)}>
            {words.resolve}
          </button>
        ))}
    </li>
  );
}
