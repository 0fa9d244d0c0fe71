import type { ErrorComponentProps } from '@tanstack/react-router';
import { useLanguage } from '../lib/language.js';
import { usePageTitle } from '../lib/use-page-title.js';
import { Notice } from './notice.js';

/** A page that broke while being drawn: said plainly, the rest of the screen stays usable. */
export function PageFailure({ reset }: ErrorComponentProps) {
  const { messages } = useLanguage();
  usePageTitle(messages.states.pageFailed);
  return (
    <Notice
      title={messages.states.pageFailed}
      text={messages.states.unexpected}
      actions={
        <button type="button" className="button" onClick={reset}>
          {messages.states.retry}
        </button>
      }
    />
  );
}
