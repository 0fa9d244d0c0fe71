import type { LedgerEntry, LedgerPage as LedgerAnswer } from '@ocop/contracts';
import { formatInteger, MONEY_COLUMNS, STAGES_OF_COLUMN, type FundingStage } from '@ocop/domain';
import { useState } from 'react';
import { ExportMenu } from '../../components/export-menu.js';
import { FailurePanel } from '../../components/failure-panel.js';
import { MoneyUnitSwitch } from '../../components/money-unit-switch.js';
import { Skeleton } from '../../components/skeleton.js';
import { useLanguage } from '../../lib/language.js';
import { useMoneyUnit } from '../../lib/use-money-unit.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { FundingTop } from '../../components/funding-top.js';
import { LedgerFilters } from './ledger-filters.js';
import { LedgerTable } from './ledger-table.js';
import { useLedgerView, type LedgerView } from './ledger-view.js';
import { ReversalDialog } from './reversal-dialog.js';
import { MOST_ROWS, useLedgerRows } from './use-ledger-rows.js';
import './ledger.css';

/** Whether entries of these stages come to one sum that is read anywhere. */
const isOneSum = (stages: readonly string[]): boolean =>
  stages.length > 0 && MONEY_COLUMNS.some((column) => stages.every((stage) => STAGES_OF_COLUMN[column].includes(stage as FundingStage)));

/** Whether what matches goes through stages that are not added up: by the filter, or by the entries when all are here. */
const isMixed = ({ items, total }: LedgerAnswer, asked: string | undefined): boolean =>
  !isOneSum(asked?.split(',') ?? []) && !(items.length === total && isOneSum(items.map(({ stage }) => stage)));

/** Conditions of the address that cannot be read, and the way on without them. */
function Refused({ refused, change }: LedgerView) {
  const { messages } = useLanguage();
  if (refused.length === 0) return null;
  return (
    <p role="alert">
      {messages.programme.list.refused(refused.map((name) => messages.funding.ledger.filters[name]).join(', '))}{' '}
      <button type="button" className="text-button" onClick={() => change(Object.fromEntries(refused.map((name) => [name, undefined])))}>
        {messages.products.useReadable}
      </button>
    </p>
  );
}

/** Every entry of the year that matches, with what they come to; each can be opened and reversed. */
export function LedgerPage() {
  const { messages } = useLanguage();
  const words = messages.funding.ledger;
  const view = useLedgerView();
  const rows = useLedgerRows(view.asked);
  const [money, chooseMoney] = useMoneyUnit();
  const [reversing, setReversing] = useState<LedgerEntry | null>(null);
  const [done, setDone] = useState('');
  const { data, error, refetch } = rows.first;
  const failed = error ?? rows.failed?.error ?? null;
  usePageTitle(words.heading);
  return (
    <div className="funding">
      <FundingTop heading={words.heading}>
        <MoneyUnitSwitch money={money} onChoose={chooseMoney} />
        <ExportMenu path="funding/entries/export" query={view.asked} />
      </FundingTop>
      <LedgerFilters {...view} />
      <Refused {...view} />
      <p className="form-outcome" role="status">
        {done}
      </p>
      {failed !== null && <FailurePanel error={failed} retry={() => void (error === null ? rows.failed?.refetch() : refetch())} />}
      {data === undefined && error === null && <Skeleton lines={10} />}
      {data !== undefined && data.total === 0 && <p className="funding-empty">{view.filtered ? words.none : words.empty}</p>}
      {data !== undefined && data.total > 0 && (
        <>
          {data.total > MOST_ROWS && <p>{words.tooMany(formatInteger(MOST_ROWS))}</p>}
          <LedgerTable rows={rows} view={view} money={money} amount={data.amount} mixed={isMixed(data, view.search.stage)} onReverse={setReversing} />
        </>
      )}
      {reversing !== null && (
        <ReversalDialog
          entry={reversing}
          onDone={() => {
            setDone(messages.funding.reversal.done(reversing.id));
            setReversing(null);
          }}
          onCancel={() => setReversing(null)}
        />
      )}
    </div>
  );
}
