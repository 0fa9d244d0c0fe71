import { MOST_DONG } from './funding.js';
import { searchKey } from './names.js';

/** Which rule an amount as typed breaks. */
export type DongFault = 'empty' | 'word' | 'letters' | 'comma' | 'grouping' | 'leading-zero' | 'downwards' | 'zero' | 'too-big';
export type DongReading = { dong: bigint } | { fault: DongFault };

const fault = (name: DongFault): DongReading => ({ fault: name });

// trieu, ty, nghin: the words of thousands, millions and billions, and how they are cut short.
const WORD = /(?:^|[\d\s])(?:nghin|ngan|trieu|tr|ti|ty|k)(?:$|[\d\s])/;

function unreadable(digits: string): DongFault {
  const key = searchKey(digits);
  if (WORD.test(key)) return 'word';
  if (/\p{L}/u.test(digits)) return 'letters';
  return digits.includes(',') ? 'comma' : 'grouping';
}

/**
 * Reads whole đồng as a person types them: digits, with dots of thousands or without ("1500000", "1.500.000"). A minus is
 * taken only where an amount may go down, a zero only where nothing at all is an amount. Nothing is guessed: "1,5 tỷ", "1.500" with a space or "12.5" are refused, each by
 * the rule it breaks.
 */
export function readDong(text: string, { downwards = false, zero = false } = {}): DongReading {
  const typed = text.trim();
  if (typed === '') return fault('empty');
  const minus = /^[-−–]/.test(typed);
  const digits = minus ? typed.slice(1) : typed;
  if (!/^(?:\d+|\d{1,3}(?:\.\d{3})+)$/.test(digits)) return fault(unreadable(digits));
  const plain = digits.replaceAll('.', '');
  if (zero && plain === '0') return { dong: 0n };
  if (/^0+$/.test(plain)) return fault('zero');
  if (plain.startsWith('0')) return fault('leading-zero');
  if (minus && !downwards) return fault('downwards');
  const dong = BigInt(plain);
  if (dong > MOST_DONG) return fault('too-big');
  return { dong: minus ? -dong : dong };
}
