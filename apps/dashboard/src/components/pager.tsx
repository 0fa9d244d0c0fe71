import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '../lib/language.js';
import './pager.css';

function Step({ to, children }: { to: number | null; children: ReactNode }) {
  if (to === null) {
    return (
      <span className="tool-button" aria-disabled="true">
        {children}
      </span>
    );
  }
  return (
    <Link className="tool-button" to="." search={(search: Record<string, unknown>) => ({ ...search, page: String(to) }) as never}>
      {children}
    </Link>
  );
}

/** Pages as links, so that one can be opened, copied and gone back from; nothing when there is one page only. */
export function Pager({ page, total, pageSize }: { page: number; total: number; pageSize: number }) {
  const { messages } = useLanguage();
  const words = messages.products;
  const last = Math.ceil(total / pageSize);
  if (last <= 1) return null;
  return (
    <nav className="pager" aria-label={words.pager}>
      <Step to={page > 1 ? 1 : null}>{words.firstPage}</Step>
      <Step to={page > 1 ? page - 1 : null}>{words.previousPage}</Step>
      <span aria-current="page">
        {words.page(page, last)} <span className="muted">{words.rows((page - 1) * pageSize + 1, Math.min(page * pageSize, total))}</span>
      </span>
      <Step to={page < last ? page + 1 : null}>{words.nextPage}</Step>
      <Step to={page < last ? last : null}>{words.lastPage}</Step>
    </nav>
  );
}
