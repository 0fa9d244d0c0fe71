import { useState } from 'react';
import { localityIn } from './locality.js';
import { useSession } from './session.js';

/** What was typed into a form and not yet sent, and when. */
export interface Draft<T> {
  value: T;
  savedAt: string;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The draft under a key; null = none, or one of a form that has other fields by now. */
export function readDraft<T extends object>(store: Store, key: string, initial: T): Draft<T> | null {
  try {
    const draft = JSON.parse(store.getItem(key) ?? 'null') as Draft<T> | null;
    const fields = (value: object) => Object.keys(value).sort().join();
    return draft !== null && fields(draft.value) === fields(initial) ? draft : null;
  } catch {
    return null;
  }
}

/** Keeps what was typed; as it was at first there is nothing to keep. */
export function writeDraft<T extends object>(store: Store, key: string, initial: T, value: T, now: Date): void {
  try {
    if (JSON.stringify(value) === JSON.stringify(initial)) store.removeItem(key);
    else store.setItem(key, JSON.stringify({ value, savedAt: now.toISOString() } satisfies Draft<T>));
  } catch {
    // A browser that forbids storage still works, it only forgets.
  }
}

/** Under which key a draft is kept. Where there is one locality only, none is named. */
export const draftKey = (accountId: number, record: string, locality: string | null): string =>
  `ocop-draft ${accountId} ${record}${locality === null ? '' : ` locality=${locality}`}`;

/** The state of a form, kept in this browser for the account, the record and the locality until it is sent or thrown away. */
export function useDraft<T extends object>(record: string, initial: T) {
  const { accountId } = useSession();
  const key = draftKey(accountId, record, localityIn(location.search));
  const [first] = useState(initial);
  const [restored, setRestored] = useState(() => readDraft(localStorage, key, first));
  const [value, setValue] = useState(restored?.value ?? first);
  const keep = (next: T) => {
    setValue(next);
    writeDraft(localStorage, key, first, next, new Date());
  };
  const discard = () => {
    keep(first);
    setRestored(null);
  };
  /** Forgets the draft; what is on the screen stays. */
  const clear = () => writeDraft(localStorage, key, first, first, new Date());
  return { value, keep, restoredAt: restored?.savedAt ?? null, discard, clear };
}
