import { readDong } from '@ocop/domain';
import { TextInput } from './text-input.js';
import { moneyText } from '../lib/figure-text.js';
import { useLanguage } from '../lib/language.js';
import './amount-input.css';

const MILLION = 1_000_000n;
const BILLION = 1_000_000_000n;

/** An amount read back in the units people speak: “= 12.000.000 đồng · 12 triệu đồng”. */
function useReading() {
  const { messages, locale } = useLanguage();
  return (dong: bigint): string => {
    const size = dong < 0n ? -dong : dong;
    const larger = size < MILLION ? null : moneyText(dong, size < BILLION ? 'million' : 'billion', locale);
    return messages.funding.posting.reads(moneyText(dong, 'dong', locale), larger);
  };
}

interface AmountInputProps {
  label: string;
  name: string;
  value: string;
  hint?: string;
  downwards?: boolean;
  /** Nothing at all is an amount, too. */
  zero?: boolean;
  refusal: string | null;
  onType: (typed: string) => void;
}

/** Whole đồng to type in, read back while typing, so that a slip of a thousand times is seen. */
export function AmountInput({ label, name, value, hint, downwards = false, zero = false, refusal, onType }: AmountInputProps) {
  const { messages } = useLanguage();
  const reading = useReading();
  const read = readDong(value, { downwards, zero });
  const wrong = 'fault' in read && read.fault !== 'empty' ? messages.funding.posting.amountFaults[read.fault] : null;
  return (
    <div className="amount-input">
      <TextInput
        label={label}
        name={name}
        {...(hint === undefined ? {} : { hint })}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onChange={(event) => onType(event.target.value)}
        refusal={wrong ?? refusal}
      />
      <p className="amount-reading" role="status">
        {'dong' in read ? reading(read.dong) : ''}
      </p>
    </div>
  );
}
