import './inline-choice.css';

interface InlineChoiceProps<T extends string> {
  legend: string;
  /** One group of radios on the page. */
  name: string;
  options: readonly T[];
  words: Readonly<Record<T, string>>;
  chosen: T;
  onChoose: (option: T) => void;
}

/** One of a few, all in sight, in a line with its legend. */
export function InlineChoice<T extends string>({ legend, name, options, words, chosen, onChoose }: InlineChoiceProps<T>) {
  return (
    <fieldset className="inline-choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === chosen} onChange={() => onChoose(option)} />
          <span>{words[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
