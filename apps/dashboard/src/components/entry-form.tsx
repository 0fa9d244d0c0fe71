import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useLanguage } from '../lib/language.js';
import { momentText } from '../lib/moment-text.js';
import { FormRefusal } from './form-refusal.js';
import { MeanwhilePanel } from './meanwhile-panel.js';
import type { EntryForm as Entry } from './use-entry-form.js';
import './form.css';
import './entry-form.css';

interface EntryFormProps {
  heading: string;
  /** The form is the whole page. */
  page?: boolean;
  submit: string;
  entry: Entry<object>;
  onCancel?: (() => void) | undefined;
  /** Stands on a page that is first of all read, so it does not draw the eye to its first field. */
  atRest?: boolean;
  /** Words of a field's value, where it is not told as it is. */
  say?: (field: string, value: unknown) => string | null;
  /** Where one says why what is doubtful is written all the same. */
  reason?: ReactNode;
  children: ReactNode;
}

/** The frame of every form that writes a fact: the draft restored, one summary of what is wrong, who changed what meanwhile, and the buttons. */
export function EntryForm({ heading, page = false, submit, entry, onCancel, atRest = false, say, reason, children }: EntryFormProps) {
  const { messages, locale } = useLanguage();
  const words = messages.entry;
  const id = useId();
  const { form } = entry;
  // Who opened a form wants to type.
  useEffect(() => {
    if (!atRest) form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [form, atRest]);
  // Where no field is at fault, what happened stands above: it is brought into view.
  const told = useRef<HTMLDivElement>(null);
  const { error, faults, doubtful } = entry;
  useEffect(() => {
    if ((error !== null || faults.length > 0) && form.current?.querySelector('[aria-invalid="true"]') === null) told.current?.focus();
  }, [form, error, faults]);
  const sentences = [...new Set(faults.map(({ told: named, message }) => named ?? message))];
  return (
    <section className="entry" aria-labelledby={id}>
      {page ? <h1 id={id}>{heading}</h1> : <h2 id={id}>{heading}</h2>}
      {entry.restoredAt !== null && (
        <p className="entry-restored" role="status">
          {words.restored(momentText(entry.restoredAt, locale))}{' '}
          <button type="button" className="text-button" onClick={entry.discard}>
            {words.discard}
          </button>
        </p>
      )}
      <form ref={form} className="form form-wide" onSubmit={entry.submit} noValidate aria-labelledby={id}>
        <div ref={told} tabIndex={-1} className="entry-told">
          {entry.meanwhile !== null ? (
            <MeanwhilePanel {...entry.meanwhile} page={page} say={say} working={entry.working} onSendAgain={entry.sendAgain} />
          ) : doubtful.length > 0 ? (
            <div className="failure entry-doubtful" role="alert">
              <p>{words.doubtful.heading}</p>
              <ul>
                {doubtful.map(({ path, message }) => (
                  <li key={`${path} ${message}`}>{message}</li>
                ))}
              </ul>
              <p>{words.doubtful.explained}</p>
              {reason}
            </div>
          ) : sentences.length > 0 ? (
            <div className="failure" role="alert">
              <p>{words.refused(sentences.length)}</p>
              <ul>
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
          ) : (
            <FormRefusal error={error} />
          )}
        </div>
        {children}
        <p className="form-actions">
          <button type="submit" className="button" disabled={entry.working}>
            {entry.working ? words.working : doubtful.length > 0 ? words.doubtful.submit : submit}
          </button>
          {onCancel && (
            <button type="button" className="text-button" onClick={onCancel}>
              {words.cancel}
            </button>
          )}
        </p>
      </form>
    </section>
  );
}
