import type { ReactNode } from 'react';
import type { EntryForm } from '../../components/use-entry-form.js';

interface PlanRowsProps<T> {
  legend: string;
  /** What one must know before filling them in. */
  intro?: string;
  rows: readonly T[];
  path: string;
  most: number;
  /** Each row is one field, which says itself which it is. */
  single?: boolean;
  fresh: T;
  onChange: (rows: readonly T[]) => void;
  entry: EntryForm<object>;
  words: { row: (no: number) => string; add: string; remove: (no: number) => string };
  children: (row: T, change: (row: T) => void, at: (field?: string) => { name: string; refusal: string | null }, index: number) => ReactNode;
}

/** A list of a plan, whose rows are added and taken away. */
export function PlanRows<T>({ legend, intro, rows, path, most, single = false, fresh, onChange, entry, words, children }: PlanRowsProps<T>) {
  const refusal = entry.exactly(path);
  return (
    <fieldset className="form-group plan-rows">
      <legend>{legend}</legend>
      {intro !== undefined && <p className="muted">{intro}</p>}
      {rows.map((row, index) => (
        <fieldset key={index} className={single ? 'plan-row plan-row-single' : 'plan-row'}>
          <legend className={single ? 'visually-hidden' : 'muted'}>{words.row(index + 1)}</legend>
          {children(
            row,
            (changed) => onChange(rows.with(index, changed)),
            (field) => {
              const name = field === undefined ? `${path}.${index}` : `${path}.${index}.${field}`;
              return { name, refusal: entry.refusal(name) };
            },
            index,
          )}
          <button type="button" className="text-button" onClick={() => onChange(rows.toSpliced(index, 1))}>
            {words.remove(index + 1)}
          </button>
        </fieldset>
      ))}
      {refusal !== null && <p className="form-refusal">{refusal}</p>}
      {rows.length < most && (
        <p>
          <button type="button" className="text-button" onClick={() => onChange([...rows, fresh])}>
            {words.add}
          </button>
        </p>
      )}
    </fieldset>
  );
}
