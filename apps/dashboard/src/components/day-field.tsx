import type { Day } from '@ocop/domain';
import { lazy, Suspense } from 'react';
import { dayText } from '../lib/figure-text.js';
import { useLanguage } from '../lib/language.js';
import './form.css';

const DayPicker = lazy(() => import('./day-picker.js'));

// Wider than any answer: what is wrong with a day is said by the API, in a sentence.
const ANY_DAY = { firstDay: '2000-01-01', lastDay: '2099-12-31' } as const;

interface DayFieldProps {
  label: string;
  day: Day;
  onChoose: (day: Day) => void;
  refusal: string | null;
}

/** A day of a form, with what is wrong with it below. */
export function DayField({ label, day, onChoose, refusal }: DayFieldProps) {
  const { locale } = useLanguage();
  return (
    <div className="form-field form-day">
      <Suspense fallback={<span className="day-picker-field">{dayText(day, locale)}</span>}>
        <DayPicker label={label} day={day} {...ANY_DAY} onChoose={onChoose} />
      </Suspense>
      {refusal !== null && <span className="form-refusal">{refusal}</span>}
    </div>
  );
}
