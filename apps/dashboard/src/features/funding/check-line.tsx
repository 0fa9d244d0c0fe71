import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { checkLedger, getLedgerCheckOptions } from '../../lib/api/ledger-check.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import { useMay } from '../../lib/session.js';

/** Whether the figures shown are what the ledger says, as last recounted; and the way to recount now. */
export function CheckLine() {
  const { messages, locale } = useLanguage();
  const words = messages.funding.check;
  const queries = useQueryClient();
  const { data } = useQuery(getLedgerCheckOptions);
  const { mutate, isPending, error } = useMutation({ mutationFn: checkLedger, onSuccess: () => queries.invalidateQueries(getLedgerCheckOptions) });
  const mayCheck = useMay('funding.write');
  const newest = data?.newest ?? null;
  return (
    <div className="funding-check" role="status">
      <p data-differs={(newest !== null && newest.differences > 0) || undefined}>
        {newest === null ? words.never : words.found(newest.differences, newest.entries, momentText(newest.checkedAt, locale), newest.checkedBy)}{' '}
        {mayCheck && (
          <button type="button" className="text-button" disabled={isPending} onClick={() => mutate()}>
            {isPending ? words.working : words.now}
          </button>
        )}
        {error !== null && ` ${words.failed}`}
      </p>
      {newest !== null && newest.told.length > 0 && (
        <ul>
          {newest.told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
