import type { CERTIFICATE_STANDINGS } from '@ocop/contracts';
import { useLanguage } from '../lib/language.js';
import { statusShape } from './status-word.js';

type Standing = (typeof CERTIFICATE_STANDINGS)[number];

const STATUS = { valid: 'achieved', expiring: 'at-risk', expired: 'not-achieved', none: 'no-data' } as const;

/** How a certificate stands, by a word and a shape of its own; colour only repeats it. */
export function StandingWord({ standing }: { standing: Standing }) {
  const { messages } = useLanguage();
  const status = STATUS[standing];
  return (
    <span className={`status status-${status}`}>
      {statusShape(status)}
      {messages.programme.standings[standing]}
    </span>
  );
}
