import { isDay, type Day } from '@ocop/domain';
import { useState } from 'react';
import { TextInput } from '../../components/text-input.js';
import { useLanguage } from '../../lib/language.js';
import { readTypedDay, typedDay } from '../../lib/typed-day.js';

interface DayFilterProps {
  label: string;
  name: string;
  /** As it stands in the address, which anybody may have written. */
  day: string | undefined;
  onChoose: (day: Day | undefined) => void;
}

const asTyped = (day = '') => (isDay(day) ? typedDay(day) : day);

/** A day to filter by, typed as people write it; what is no day yet filters nothing. */
export function DayFilter({ label, name, day, onChoose }: DayFilterProps) {
  const { entry } = useLanguage().messages;
  const [typed, setTyped] = useState(asTyped(day));
  const [left, setLeft] = useState(false);
  const [seen, setSeen] = useState(day);
  const read = readTypedDay(typed);
  if (seen !== day) {
    // By another way than this field: “clear”, back.
    if (read !== (day ?? null)) setTyped(asTyped(day));
    setSeen(day);
  }
  return (
    <TextInput
      label={label}
      name={name}
      placeholder={entry.dayExample}
      value={typed}
      refusal={left && typed.trim() !== '' && read === null ? entry.faults.day : null}
      onBlur={() => setLeft(true)}
      onChange={({ target: { value } }) => {
        setTyped(value);
        setLeft(false);
        const chosen = readTypedDay(value) ?? undefined;
        if (chosen !== day) onChoose(chosen);
      }}
    />
  );
}
