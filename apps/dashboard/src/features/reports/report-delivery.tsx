import type { Report, ReportDelivery as Delivery, ReportRecipient } from '@ocop/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { FormRefusal } from '../../components/form-refusal.js';
import { Skeleton } from '../../components/skeleton.js';
import { useProgrammeChange } from '../../lib/api/programme-change.js';
import { reportDeliveriesOptions, reportRecipientsOptions, sendReport } from '../../lib/api/report-deliveries.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import { readPageSearch } from '../../lib/page-search.js';
import { useMay } from '../../lib/session.js';
import { SendForm } from './send-form.js';
import './report-delivery.css';

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** How a letter stands, in words. */
function useStateWords() {
  const { messages, locale } = useLanguage();
  const words = messages.reportDelivery;
  const moment = (instant: string | null) => (instant === null ? '' : momentText(instant, locale));
  return ({ state, attempts, error, nextAttemptAt, endedAt }: Delivery): string => {
    if (state === 'sent') return words.sent(moment(endedAt));
    if (state === 'failed') return words.failed(attempts, moment(endedAt));
    if (error !== null) return words.delayed(attempts, moment(nextAttemptAt));
    return attempts === 0 ? words.waiting : words.sending;
  };
}

/** Sends once more what could not be sent, to who is still on the list. */
function Again({ report, name, recipient }: { report: Report; name: string; recipient: ReportRecipient | undefined }) {
  const { messages } = useLanguage();
  const words = messages.reportDelivery;
  const again = useProgrammeChange(sendReport(report.id));
  if (recipient === undefined) return <p className="muted">{words.gone}</p>;
  return (
    <>
      <button type="button" className="text-button" disabled={again.isPending} aria-label={words.againTo(name)} onClick={() => again.mutate({ recipientIds: [recipient.id], note: null })}>
        {words.again}
      </button>
      <FormRefusal error={again.error} />
    </>
  );
}

interface LettersProps {
  report: Report;
  letters: readonly Delivery[];
  recipients: readonly ReportRecipient[];
  maySend: boolean;
}

function Letters({ report, letters, recipients, maySend }: LettersProps) {
  const { messages } = useLanguage();
  const words = messages.reportDelivery;
  const stateWords = useStateWords();
  const { columns } = words;
  return (
    <table role="table" className="ruled report-list deliveries">
      <caption className="visually-hidden">{words.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['name', 'address', 'state'] as const).map((column) => (
            <th key={column} role="columnheader" scope="col">
              {columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {letters.map((letter) => (
          <tr key={letter.id} role="row">
            <th role="rowheader" scope="row">
              {letter.name}
            </th>
            <td role="cell" data-label={columns.address}>
              {letter.address}
            </td>
            <td role="cell" data-label={columns.state}>
              <span className={`delivery-${letter.state}`}>{stateWords(letter)}</span>{' '}
              {letter.state === 'failed' && maySend && <Again report={report} name={letter.name} recipient={recipients.find(({ address }) => isSame(address, letter.address))} />}
              {letter.error !== null && <p className="muted">{letter.error}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** To whom an issued report went by mail, and sending it; where no mail is configured, what to do instead. */
export function ReportDelivery({ report }: { report: Report }) {
  const { messages } = useLanguage();
  const words = messages.reportDelivery;
  const sent = useQuery(reportDeliveriesOptions(report.id));
  const known = useQuery(reportRecipientsOptions());
  const mayIssue = useMay('reports.issue');
  const [open, setOpen] = useState(false);
  const error = sent.error ?? known.error;
  const content = () => {
    if (error !== null) return <FailurePanel error={error} retry={() => void Promise.all([sent.refetch(), known.refetch()])} />;
    if (sent.data === undefined || known.data === undefined) return <Skeleton lines={2} />;
    const { configured, items } = sent.data;
    const recipients = known.data.items;
    const maySend = configured && mayIssue && report.state === 'issued';
    const left = recipients.filter(({ address }) => !items.some((letter) => letter.state !== 'failed' && isSame(letter.address, address)));
    // Who was not asked for yet; a single letter that failed is sent again from its row.
    const fresh = left.filter(({ address }) => !items.some((letter) => isSame(letter.address, address))).length;
    return (
      <>
        <p className="muted delivery-explained">{configured ? words.explained : words.notConfigured}</p>
        {items.length > 0 && <Letters report={report} letters={items} recipients={recipients} maySend={maySend} />}
        {configured && items.length === 0 && recipients.length > 0 && <p>{words.nothingSent}</p>}
        {configured && recipients.length === 0 && (
          <p>
            {words.nobody}{' '}
            <Link to="/bao-cao" search={readPageSearch} hash="noi-nhan">
              {words.addThere}
            </Link>
          </p>
        )}
        {open && <SendForm report={report} recipients={left} onEnd={() => setOpen(false)} />}
        {!open && maySend && (fresh > 0 || left.length > 1) && (
          <p className="form-actions">
            <button type="button" className={items.length === 0 ? 'button' : 'text-button'} onClick={() => setOpen(true)}>
              {items.length === 0 ? words.send : fresh > 0 ? words.sendMore : words.sendAgain(left.length)}
            </button>
          </p>
        )}
      </>
    );
  };
  return (
    <section>
      <h2>{words.heading}</h2>
      {content()}
    </section>
  );
}
