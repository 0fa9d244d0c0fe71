/** What a person looked at when beginning to type: the version, and the fields as a form holds them. */
export type Seen = { readonly version: number } & Readonly<Record<string, unknown>>;

/** The part of a form's state that a record is compared by. */
export interface Looking {
  readonly seen: Seen;
}

export interface Difference {
  field: string;
  before: unknown;
  now: unknown;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields that somebody else changed meanwhile. */
export const differences = (seen: Seen, now: Seen): Difference[] =>
  Object.keys(seen).flatMap((field) => (field === 'version' || same(seen[field], now[field]) ? [] : [{ field, before: seen[field], now: now[field] }]));

/** What was typed, over the record as it is now: a field left as it was seen follows the record, a typed one stays. */
export function overPresent<S extends Looking>(state: S, now: Seen): S {
  const { seen } = state;
  const typed = state as Readonly<Record<string, unknown>>;
  const followed = Object.keys(seen).filter((field) => field in typed && same(typed[field], seen[field]));
  return { ...state, ...Object.fromEntries(followed.map((field) => [field, now[field]])), seen: now };
}
