import { useNavigate, useSearch } from '@tanstack/react-router';
import { readAddress } from '../../lib/address-view.js';
import { readRegisterSearch, type RegisterSearch } from '../../lib/page-search.js';
import { readStored, writeChoice } from '../../lib/stored-choice.js';

/** Rows on one page. */
export const PAGE_SIZE = 50;

interface Columns<Id extends string> {
  all: readonly Id[];
  usual: readonly Id[];
}

/** What the address asks of a register and the way to change it; the columns are those of the address, else those chosen last. */
export function useRegister<Q, Id extends string>(name: string, shape: Parameters<typeof readAddress>[1], { all, usual }: Columns<Id>) {
  const search = readRegisterSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const view = readAddress<Q, RegisterSearch>(search, shape);
  const key = `ocop-columns-${name}`;
  const written = search.columns ?? readStored(key);
  const shown = written === null ? usual : all.filter((id) => written.split(',').includes(id));
  /** Other conditions start with the first page again. */
  const change = (changes: RegisterSearch) =>
    void navigate({
      to: '.',
      search: ((before: Record<string, unknown>) => ({ ...readRegisterSearch(before), page: undefined, ...changes })) as never,
      replace: true,
      resetScroll: false,
    });
  const choose = (columns: readonly Id[]) => {
    const text = all.filter((id) => columns.includes(id)).join(',');
    writeChoice(key, text);
    change({ columns: text, page: search.page });
  };
  return { search, view, shown, change, choose };
}
