import { reconciliationToleranceSchema, type Reconciliation, type ReconciliationTolerance } from '@ocop/contracts';
import { readDong, type DongFault } from '@ocop/domain';
import { useMemo, useState } from 'react';
import { AmountInput } from '../../components/amount-input.js';
import { EntryForm } from '../../components/entry-form.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { setTolerance } from '../../lib/api/reconciliation.js';
import { moneyText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import type { FormReader, Reading } from '../../lib/reading.js';
import type { Seen } from '../../lib/record-difference.js';
import { useMay } from '../../lib/session.js';

interface ToleranceState {
  seen: Seen;
  tolerance: string;
}

const currentSchema = reconciliationToleranceSchema.pick({ tolerance: true, version: true });
function present(current: unknown): Seen | null {
  const read = currentSchema.safeParse(current);
  return read.success ? read.data : null;
}

const readTolerance =
  (year: number, faults: Readonly<Record<DongFault, string>>) =>
  ({ seen, tolerance }: ToleranceState, reader: FormReader): Reading<ReconciliationTolerance> => {
    const read = readDong(tolerance, { zero: true });
    if ('fault' in read) reader.faults.push({ path: 'tolerance', message: faults[read.fault] });
    return reader.as({ year, tolerance: 'dong' in read ? String(read.dong) : '', version: seen.version });
  };

function ToleranceForm({ all: { year, tolerance, toleranceVersion }, onDone, onCancel }: { all: Reconciliation; onDone: () => void; onCancel: () => void }) {
  const { messages } = useLanguage();
  const words = messages.reconciliation.tolerance;
  const { amountFaults } = messages.funding.posting;
  const read = useMemo(() => readTolerance(year, amountFaults), [year, amountFaults]);
  const initial = { seen: { version: toleranceVersion, tolerance }, tolerance };
  const entry = useEntryForm({ record: `tolerance of ${year}`, initial, read, send: setTolerance, present, onDone });
  const { state, set } = entry;
  return (
    <EntryForm heading={words.heading} submit={words.submit} entry={entry} onCancel={onCancel}>
      <AmountInput label={words.label} hint={words.hint} name="tolerance" zero value={state.tolerance} refusal={entry.refusal('tolerance')} onType={(typed) => set({ tolerance: typed })} />
    </EntryForm>
  );
}

/** How far apart a figure of the plan may be; changed by whoever signs. */
export function ToleranceLine({ all }: { all: Reconciliation }) {
  const { messages, locale } = useLanguage();
  const words = messages.reconciliation.tolerance;
  const maySign = useMay('reconciliation.sign');
  const [changing, setChanging] = useState(false);
  const [saved, setSaved] = useState(false);
  const done = () => {
    setSaved(true);
    setChanging(false);
  };
  return (
    <div>
      <p>
        {words.label}: <strong>{moneyText(BigInt(all.tolerance), 'dong', locale)}</strong>{' '}
        {maySign && !changing && (
          <button type="button" className="text-button" aria-label={words.heading} onClick={() => setChanging(true)}>
            {words.change}
          </button>
        )}
      </p>
      {changing && <ToleranceForm all={all} onDone={done} onCancel={() => setChanging(false)} />}
      <p className="form-outcome" role="status">
        {saved ? words.saved : ''}
      </p>
    </div>
  );
}
