import { useLanguage } from '../lib/language.js';
import { Notice } from './notice.js';

/** Holds the address of a page that is not built yet. */
export function WaitingPage() {
  const { messages } = useLanguage();
  return <Notice title={messages.states.waitingTitle} text={messages.states.waiting} />;
}
