/** A choice remembered in this browser; where storage is closed the first option counts. */
export function readChoice<T extends string>(key: string, options: readonly [T, ...T[]]): T {
  try {
    const stored = localStorage.getItem(key);
    return options.find((option) => option === stored) ?? options[0];
  } catch {
    return options[0];
  }
}

/** Remembers a choice; where storage is closed it lasts until the page is left. */
export function writeChoice(key: string, choice: string): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // A browser that forbids storage still works, it only forgets.
  }
}
