import { Link } from '@tanstack/react-router';
import { useLanguage } from '../lib/language.js';
import { usePageTitle } from '../lib/use-page-title.js';
import { Notice } from './notice.js';

export function NotFoundPage() {
  const { messages } = useLanguage();
  usePageTitle(messages.pages.notFound);
  return (
    <Notice
      title={messages.pages.notFound}
      text={messages.states.notFound}
      actions={
        <Link className="button" to="/" search={(search) => search}>
          {messages.states.backToOverview}
        </Link>
      }
    />
  );
}
