import { useEffect } from 'react';
import { useLanguage } from './language.js';

/** Names the page in the browser's tab and history. */
export function usePageTitle(page: string): void {
  const { messages } = useLanguage();
  useEffect(() => {
    document.title = messages.app.title(page);
  }, [messages, page]);
}
