import type { CommuneReconciliation, Reconciliation } from '@ocop/contracts';
import { needsExplanation, type Day } from '@ocop/domain';
import { useState } from 'react';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import { useMay } from '../../lib/session.js';
import { CellsTable } from './cells-table.js';
import { ReportedForm } from './reported-form.js';
import { SignedWord, SignOffs } from './sign-offs.js';
import { SignOffForm } from './sign-off-form.js';

interface CommuneSectionProps {
  all: Reconciliation;
  commune: CommuneReconciliation;
  asOf: Day;
  onDone: (outcome: string) => void;
}

function Actions({ commune, onChoose }: { commune: CommuneReconciliation; onChoose: (doing: 'report' | 'sign') => void }) {
  const { messages } = useLanguage();
  const words = messages.reconciliation;
  const [mayReport, maySign] = [useMay('reportedMoney.write'), useMay('reconciliation.sign')];
  if (!mayReport && !maySign) return null;
  return (
    <p className="form-actions">
      {mayReport && (
        <button type="button" className="text-button" aria-label={words.reportOf(commune.unitName)} onClick={() => onChoose('report')}>
          {commune.reported === null ? words.report : words.correct}
        </button>
      )}
      {maySign && (
        <button type="button" className="text-button" aria-label={words.signOf(commune.unitName)} onClick={() => onChoose('sign')}>
          {words.sign}
        </button>
      )}
    </p>
  );
}

/** One commune: how its figures stand at a glance, and below every figure, who signed it, and what may be done. */
export function CommuneSection({ all, commune, asOf, onDone }: CommuneSectionProps) {
  const { messages, locale } = useLanguage();
  const words = messages.reconciliation;
  const { cells, reported, signOffs, unitName } = commune;
  const [doing, setDoing] = useState<'report' | 'sign' | null>(null);
  const agreeing = cells.filter(({ state }) => !needsExplanation(state)).length;
  const form = {
    all, commune,
    onDone: () => {
      onDone(doing === 'sign' ? words.signed(unitName) : words.saved(unitName));
      setDoing(null);
    },
    onCancel: () => setDoing(null),
  };
  return (
    <details className="reconciliation-commune" open={all.total === 1 || agreeing < cells.length}>
      <summary>
        <h2>{unitName}</h2>
        <SignedWord signOffs={signOffs} />
        <span className="muted">{cells.length === 0 ? words.nothing : words.ofCells(agreeing, cells.length)}</span>
      </summary>
      {cells.length > 0 && <CellsTable all={all} commune={commune} asOf={asOf} />}
      {reported !== null && <p className="muted">{words.reportedBy(reported.by ?? messages.funding.entry.system, momentText(reported.at, locale), reported.paper)}</p>}
      <SignOffs signOffs={signOffs} />
      {doing === null && <Actions commune={commune} onChoose={setDoing} />}
      {doing === 'report' && <ReportedForm {...form} />}
      {doing === 'sign' && <SignOffForm {...form} />}
    </details>
  );
}
