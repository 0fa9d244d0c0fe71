import type { ReactNode } from 'react';

/** A whole page's message: what it is, what it means, what can be done. */
export function Notice({ title, text, actions }: { title: string; text: string; actions?: ReactNode }) {
  return (
    <section className="notice">
      <h1>{title}</h1>
      <p>{text}</p>
      {actions && <div className="notice-actions">{actions}</div>}
    </section>
  );
}
