import { useLanguage } from '../lib/language.js';
import type { Place } from '../lib/place.js';

/** The places that have a plan; null = none is chosen yet. */
export function PlaceSelect({ place, places, onChoose }: { place: number | null; places: readonly Place[]; onChoose: (place: number) => void }) {
  const { messages } = useLanguage();
  const { header } = messages;
  return (
    <label className="year-select place-select">
      <span className="control-label">{header.place}</span>
      <select value={place ?? ''} onChange={(event) => onChoose(Number(event.target.value))}>
        {place === null && (
          <option value="" disabled>
            {header.choosePlace}
          </option>
        )}
        {places.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
