import { tokens, type Tokens } from '@ocop/charts';
import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { readChoice, writeChoice } from './stored-choice.js';

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

interface Theme {
  choice: ThemeChoice;
  setChoice: (choice: ThemeChoice) => void;
  /** Colours for what is drawn by script; those of paper while the page is printed. */
  tokens: Tokens;
}

const KEY = 'ocop-theme';
const ThemeContext = createContext<Theme | null>(null);

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** Light, dark or as the system is; the choice is remembered. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState<ThemeChoice>(() => readChoice(KEY, THEME_CHOICES));
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const printing = useMedia('print');
  const name = choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
  useEffect(() => {
    document.documentElement.dataset['theme'] = name;
  }, [name]);
  useEffect(() => writeChoice(KEY, choice), [choice]);
  const theme = useMemo(
    () => ({ choice, setChoice, tokens: printing ? tokens.paper : tokens[name] }),
    [choice, name, printing],
  );
  return <ThemeContext value={theme}>{children}</ThemeContext>;
}

/** The theme in use. Throws outside its provider. */
export function useTheme(): Theme {
  const theme = use(ThemeContext);
  if (theme === null) throw new Error('ThemeProvider is missing');
  return theme;
}
