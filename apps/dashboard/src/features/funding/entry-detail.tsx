import type { LedgerEntry } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { getPlanOptions } from '../../lib/api/get-plan.js';
import { listWarningsOptions } from '../../lib/api/ledger.js';
import { dayText, moneyText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import { readPageSearch, searchOf } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useMay } from '../../lib/session.js';

const ALL_OPEN = 200;

/** What is still doubted about an entry. */
function OpenWarnings({ entry }: { entry: LedgerEntry }) {
  const { messages } = useLanguage();
  const view = usePlanView();
  const { data } = useQuery(listWarningsOptions({ year: view.year, state: 'open', pageSize: ALL_OPEN }));
  const own = data?.items.filter((warning) => warning.entry.id === entry.id) ?? [];
  return (
    <>
      <ul>
        {own.map(({ id, sentence }) => (
          <li key={id}>{sentence}</li>
        ))}
      </ul>
      <Link to="/kinh-phi/canh-bao" search={searchOf(view)}>
        {messages.funding.sections.warnings}
      </Link>
    </>
  );
}

/** The way to another entry of the ledger, which shows both together. */
function ToEntry({ id }: { id: number }) {
  const { messages } = useLanguage();
  const view = usePlanView();
  return (
    <Link to="/kinh-phi/so" search={{ ...searchOf(view), entry: String(id) }}>
      {messages.funding.entry.entryNo(id)}
    </Link>
  );
}

function useFacts(entry: LedgerEntry): readonly (readonly [string, ReactNode])[] {
  const { messages, locale } = useLanguage();
  const words = messages.funding.entry;
  const plan = useQuery(getPlanOptions(usePlanView()));
  const amount = BigInt(entry.amount);
  const area = plan.data?.workAreas.find(({ no }) => no === entry.workArea);
  const paper = entry.paperOn === null ? entry.paperNumber : words.paperOf(entry.paperNumber ?? words.noNumber, dayText(entry.paperOn, locale));
  const rows: [string, ReactNode][] = [
    [words.id, String(entry.id)],
    [words.source, entry.sourceName],
    [words.stage, domainMessages[locale].fundingStageNames[entry.stage]],
    [words.amount, `${moneyText(amount, 'dong', locale)} (${moneyText(amount, 'million', locale)})`],
    [words.occurredOn, dayText(entry.occurredOn, locale)],
    [words.unit, entry.unitName],
    [words.workArea, area?.name ?? entry.workArea],
    [
      words.product,
      entry.productId !== null && (
        <Link to="/san-pham/$id" params={{ id: String(entry.productId) }} search={readPageSearch}>
          {entry.productName}
        </Link>
      ),
    ],
    [
      words.producer,
      entry.producerId !== null && (
        <Link to="/so-chu-the/$id" params={{ id: String(entry.producerId) }} search={readPageSearch}>
          {entry.producerName}
        </Link>
      ),
    ],
    [words.activity, entry.activity],
    [words.paper, paper],
    [words.note, entry.note],
    [words.entered, words.enteredBy(entry.enteredBy ?? words.system, momentText(entry.enteredAt, locale))],
    [words.reverses, entry.reverses !== null && <ToEntry id={entry.reverses} />],
    [words.reversedBy, entry.reversedBy !== null && <ToEntry id={entry.reversedBy} />],
    [words.warnings, entry.openWarnings > 0 && <OpenWarnings entry={entry} />],
  ];
  return rows.filter(([, value]) => value !== null && value !== false);
}

/** All that is known of an entry: what it is, by which paper, who entered it and when, and what became of it. */
export function EntryDetail({ entry, onReverse }: { entry: LedgerEntry; onReverse: () => void }) {
  const { messages } = useLanguage();
  const words = messages.funding.entry;
  const view = usePlanView();
  const mayWrite = useMay('funding.write');
  const facts = useFacts(entry);
  return (
    <div className="ledger-facts">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="form-actions">
        <Link to="/kinh-phi/so" search={{ ...searchOf(view), posting: entry.posting }}>
          {words.posting}
        </Link>
        {mayWrite && entry.reverses === null && entry.reversedBy === null && (
          <button type="button" className="text-button" onClick={onReverse}>
            {words.reverse}
          </button>
        )}
      </p>
    </div>
  );
}
