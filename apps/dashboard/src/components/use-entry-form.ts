import type { Receipt } from '@ocop/contracts';
import { useEffect, useRef, type FormEvent } from 'react';
import { useState } from 'react';
import { ApiError } from '../lib/api/api-error.js';
import { isChangedMeanwhile, useProgrammeChange } from '../lib/api/programme-change.js';
import { useDraft } from '../lib/draft.js';
import { useLanguage } from '../lib/language.js';
import { FormReader, type FieldFault, type Reading } from '../lib/reading.js';
import { overPresent, type Looking, type Seen } from '../lib/record-difference.js';

interface Options<S extends object, B> {
  /** Names the draft: the form and the record. */
  record: string;
  initial: S;
  read: (state: S, reader: FormReader) => Reading<B>;
  send: (body: B) => Promise<Receipt>;
  onDone: (receipt: Receipt, body: B) => void;
  /** How the record stands now, when somebody else changed it; null = the answer does not say. */
  present?: (current: unknown) => Seen | null;
}

const NOTHING: readonly FieldFault[] = [];
const isLooking = (state: object): state is Looking => 'seen' in state;

/** A form that writes one fact: its draft, its faults beside their fields, and what to do when the record changed meanwhile. */
export function useEntryForm<S extends object, B>({ record, initial, read, send, onDone, present }: Options<S, B>) {
  const { messages } = useLanguage();
  const draft = useDraft(record, initial);
  const change = useProgrammeChange(send);
  const [own, setOwn] = useState(NOTHING);
  const form = useRef<HTMLFormElement>(null);
  const faults = own.length > 0 ? own : ((change.error instanceof ApiError ? change.error.problem?.errors : undefined) ?? NOTHING);

  const sendState = (state: S) => {
    const reading = read(state, new FormReader(messages.entry.faults));
    if ('faults' in reading) {
      setOwn([...reading.faults]);
      return;
    }
    setOwn(NOTHING);
    change.mutate(reading.body, {
      onSuccess: (receipt) => {
        draft.clear();
        onDone(receipt, reading.body);
      },
    });
  };
  const current = isChangedMeanwhile(change.error) ? (present?.(change.error.problem?.current) ?? null) : null;
  const { value: state } = draft;
  const meanwhile = current !== null && isLooking(state) ? { seen: state.seen, now: current, merged: overPresent(state, current) } : null;

  // The first field at fault is where one goes on.
  useEffect(() => {
    if (faults.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  return {
    form,
    state,
    set: (changes: Partial<S>) => draft.keep({ ...state, ...changes }),
    /** What is wrong with a field, or with what lies below it. */
    refusal: (path: string) => faults.find((fault) => fault.path === path || fault.path.startsWith(`${path}.`))?.message ?? null,
    exactly: (path: string) => faults.find((fault) => fault.path === path)?.message ?? null,
    faults,
    error: change.isPending ? null : change.error,
    working: change.isPending,
    restoredAt: draft.restoredAt,
    discard: () => {
      draft.discard();
      setOwn(NOTHING);
      change.reset();
    },
    submit: (event: FormEvent) => {
      event.preventDefault();
      sendState(state);
    },
    meanwhile,
    sendAgain: () => {
      if (meanwhile === null) return;
      draft.keep(meanwhile.merged);
      sendState(meanwhile.merged);
    },
  };
}

export type EntryForm<S extends object> = Omit<ReturnType<typeof useEntryForm<S, object>>, 'state' | 'set'>;
