import { useLanguage } from '../lib/language.js';
import './filter-choice.css';

interface ChoiceProps {
  label: string;
  chosen: string;
  options: readonly (readonly [value: string, name: string])[];
  onChoose: (value: string) => void;
}

/** One filter of a list: all, or one of its values. */
export function FilterChoice({ label, chosen, options, onChoose }: ChoiceProps) {
  const { messages } = useLanguage();
  return (
    <label className="filter-field">
      <span className="control-label">{label}</span>
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{messages.products.any}</option>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
