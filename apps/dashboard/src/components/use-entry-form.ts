import type { Problem } from '@ocop/contracts';
import { useEffect, useRef, type FormEvent } from 'react';
import { useState } from 'react';
import { ApiError } from '../lib/api/api-error.js';
import { isChangedMeanwhile, useProgrammeChange } from '../lib/api/programme-change.js';
import { useDraft } from '../lib/draft.js';
import { useLanguage } from '../lib/language.js';
import { fieldLabel } from '../lib/field-label.js';
import { FormReader, type FieldFault, type Reading } from '../lib/reading.js';
import { overPresent, type Looking, type Seen } from '../lib/record-difference.js';

type Doubts = NonNullable<Problem['doubts']>;

interface Options<S extends object, B, R> {
  /** Names the draft: the form and the record. */
  record: string;
  initial: S;
  /** `doubted`: something is doubtful in what was sent, so why it is right must be said. */
  read: (state: S, reader: FormReader, doubted: boolean) => Reading<B>;
  /** `accepted`: what was doubted in it and is sent all the same. */
  send: (body: B, accepted: Doubts) => Promise<R>;
  onDone: (receipt: R, body: B) => void;
  /** How the record stands now, when somebody else changed it; null = the answer does not say. */
  present?: (current: unknown) => Seen | null;
}

const NOTHING: readonly FieldFault[] = [];
const NO_DOUBTS: Doubts = [];
const isLooking = (state: object): state is Looking => 'seen' in state;

/** A form that writes one fact: its draft, its faults beside their fields, and what to do when the record changed meanwhile. */
export function useEntryForm<S extends object, B, R>({ record, initial, read, send, onDone, present }: Options<S, B, R>) {
  const { messages } = useLanguage();
  const draft = useDraft(record, initial);
  const change = useProgrammeChange(({ body, accepted }: { body: B; accepted: Doubts }) => send(body, accepted));
  const [own, setOwn] = useState(NOTHING);
  const form = useRef<HTMLFormElement>(null);
  const problem = change.error instanceof ApiError ? change.error.problem : null;
  const doubts = problem?.code === 'doubtful' ? (problem.doubts ?? NO_DOUBTS) : NO_DOUBTS;
  const told = problem?.errors ?? NOTHING;
  const faults: readonly FieldFault[] = own.length > 0 ? own : doubts.length > 0 ? NOTHING : told;

  /** What is found here does not name its field, as the sentences of the API do. */
  const tell = ({ path, message }: FieldFault): string => {
    const field = form.current === null ? null : fieldLabel(form.current, path);
    return field === null ? message : messages.entry.labelled(field.label, field.group, message);
  };
  const sendState = (state: S, accepted: Doubts = NO_DOUBTS) => {
    const reading = read(state, new FormReader(messages.entry.faults), accepted.length > 0);
    if ('faults' in reading) {
      setOwn(reading.faults.map((fault) => ({ ...fault, told: tell(fault) })));
      return;
    }
    setOwn(NOTHING);
    // Awaited, not called back: what was written may take this very form from the page before it is told.
    change.mutateAsync({ body: reading.body, accepted }).then(
      (receipt) => {
        draft.clear();
        onDone(receipt, reading.body);
      },
      () => undefined, // `error` tells it.
    );
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
    set: (changes: Partial<S>) => {
      // What is typed into a form that is being sent would be gone with it.
      if (change.isPending) return;
      draft.keep({ ...state, ...changes });
      // What was doubted of other figures says nothing of these.
      if (doubts.length > 0 && Object.keys(changes).some((field) => field !== 'reason')) change.reset();
    },
    /** What is wrong with a field, or with what lies below it. */
    refusal: (path: string) => faults.find((fault) => fault.path === path || fault.path.startsWith(`${path}.`))?.message ?? null,
    exactly: (path: string) => faults.find((fault) => fault.path === path)?.message ?? null,
    faults,
    error: change.isPending ? null : change.error,
    /** What is doubtful, in sentences: sent again, it is written with the reason given. */
    doubtful: doubts.length > 0 ? told : NOTHING,
    working: change.isPending,
    restoredAt: draft.restoredAt,
    discard: () => {
      draft.discard();
      setOwn(NOTHING);
      change.reset();
    },
    submit: (event: FormEvent) => {
      event.preventDefault();
      sendState(state, doubts);
    },
    meanwhile,
    sendAgain: () => {
      if (meanwhile === null) return;
      draft.keep(meanwhile.merged);
      sendState(meanwhile.merged);
    },
  };
}

export type EntryForm<S extends object> = Omit<ReturnType<typeof useEntryForm<S, object, object>>, 'state' | 'set'>;
