import type { Registration, RegistrationQuery } from '@ocop/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError } from '../../lib/api/api-error.js';
import { useLanguage } from '../../lib/language.js';
import { copyText } from './clipboard.js';
import { IncompleteListError, listAllRegistrations } from '../../lib/api/list-all-registrations.js';
import { cellText, type ColumnId } from './product-columns.js';
import { tableText } from './table-text.js';

interface ListOutput {
  /** what happened last or is happening, in words */
  readonly notice: string;
  readonly working: boolean;
  /** every matching row while the page is being printed */
  readonly printRows: Registration[] | null;
  readonly copy: () => Promise<void>;
  readonly print: () => Promise<void>;
}

/** Copying and printing of every row that matches, whatever the page on screen holds. */
export function useListOutput(query: RegistrationQuery, columns: readonly ColumnId[]): ListOutput {
  const { messages, locale } = useLanguage();
  const words = messages.products;
  const client = useQueryClient();
  const [notice, setNotice] = useState('');
  const [working, setWorking] = useState(false);
  const [printRows, setPrintRows] = useState<Registration[] | null>(null);

  const explain = (error: unknown): string => {
    if (error instanceof IncompleteListError) return words.incomplete;
    if (!(error instanceof ApiError)) return words.copyFailed;
    return error.problem?.detail ?? (error.kind === 'offline' ? messages.states.offline : messages.states.unexpected);
  };
  const work = async (doing: string, task: () => Promise<string>) => {
    setWorking(true);
    setNotice(doing);
    try {
      setNotice(await task());
    } catch (error) {
      setNotice(explain(error));
    } finally {
      setWorking(false);
    }
  };
  const copy = () =>
    work(words.copying, async () => {
      const rows = listAllRegistrations(client, query);
      const header = columns.map((id) => words.columns[id]);
      const copied = copyText(
        rows.then((all) => tableText([header, ...all.map((row) => columns.map((id) => cellText(row, id, locale)))])),
      );
      // What became of the rows is told before what became of the clipboard.
      const [read, written] = await Promise.allSettled([rows, copied]);
      if (read.status === 'rejected') throw read.reason;
      if (written.status === 'rejected') return words.copyFailed;
      return words.copied(read.value.length);
    });
  const print = () =>
    work(words.preparingPrint, async () => {
      setPrintRows(await listAllRegistrations(client, query));
      return '';
    });

  useEffect(() => {
    if (printRows === null) return;
    addEventListener('afterprint', () => setPrintRows(null), { once: true });
    window.print();
  }, [printRows]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void print();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  return { notice, working, printRows, copy, print };
}
