import { useLanguage } from '../lib/language.js';
import type { Locality } from '../lib/locality.js';

/** The localities that have a plan; null = none is chosen yet. */
export function LocalitySelect({ locality, localities, onChoose }: { locality: number | null; localities: readonly Locality[]; onChoose: (locality: number) => void }) {
  const { messages } = useLanguage();
  const { header } = messages;
  return (
    <label className="year-select locality-select">
      <span className="control-label">{header.locality}</span>
      <select value={locality ?? ''} onChange={(event) => onChoose(Number(event.target.value))}>
        {locality === null && (
          <option value="" disabled>
            {header.chooseLocality}
          </option>
        )}
        {localities.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
