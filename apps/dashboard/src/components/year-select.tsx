import { useLanguage } from '../lib/language.js';

/** The years that have a plan. */
export function YearSelect({ year, years, onChoose }: { year: number; years: readonly number[]; onChoose: (year: number) => void }) {
  const { messages } = useLanguage();
  return (
    <label className="year-select">
      <span className="control-label">{messages.header.year}</span>
      <select value={year} onChange={(event) => onChoose(Number(event.target.value))}>
        {years.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}
