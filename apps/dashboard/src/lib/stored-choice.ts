/** A text remembered in this browser; null = none, or storage is closed. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** A choice remembered in this browser; where storage is closed the first option counts. */
export function readChoice<T extends string>(key: string, options: readonly [T, ...T[]]): T {
  const stored = readStored(key);
  return options.find((option) => option === stored) ?? options[0];
}

/** Remembers a choice; where storage is closed it lasts until the page is left. */
export function writeChoice(key: string, choice: string): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // A browser that forbids storage still works, it only forgets.
  }
}
