import type { Locale } from '@ocop/domain';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { catalogues, type Messages } from '../messages/index.js';
import { readChoice, writeChoice } from './stored-choice.js';

interface Language {
  locale: Locale;
  messages: Messages;
  setLocale: (locale: Locale) => void;
}

const KEY = 'ocop-language';
const LanguageContext = createContext<Language | null>(null);
const TAGS = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<Locale, string>;

/** Words and formats of the language in use; Vietnamese unless another was chosen before. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(() => readChoice(KEY, ['vi', 'en']));
  useEffect(() => {
    document.documentElement.lang = locale;
    writeChoice(KEY, locale);
  }, [locale]);
  const language = useMemo(() => ({ locale, setLocale, messages: catalogues[locale] }), [locale]);
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={TAGS[locale]}>{children}</I18nProvider>
    </LanguageContext>
  );
}

/** The language in use. Throws outside its provider. */
export function useLanguage(): Language {
  const language = use(LanguageContext);
  if (language === null) throw new Error('LanguageProvider is missing');
  return language;
}
