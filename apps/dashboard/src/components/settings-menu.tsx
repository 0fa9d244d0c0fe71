import { LOCALES } from '@ocop/domain';
import { useLanguage } from '../lib/language.js';
import { THEME_CHOICES, useTheme } from '../lib/theme.js';
import { Icon } from './icon.js';

interface ChoiceProps<T extends string> {
  legend: string;
  name: string;
  options: readonly T[];
  labels: Readonly<Record<T, string>>;
  chosen: T;
  onChoose: (option: T) => void;
}

function Choice<T extends string>({ legend, name, options, labels, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === chosen} onChange={() => onChoose(option)} />
          {labels[option]}
        </label>
      ))}
    </fieldset>
  );
}

/** Theme and language, both remembered in this browser; the browser's own popover closes on Escape and outside clicks. */
export function SettingsMenu() {
  const { messages, locale, setLocale } = useLanguage();
  const { choice, setChoice } = useTheme();
  const { header } = messages;
  return (
    <>
      <button type="button" className="icon-button settings-button" popoverTarget="settings" aria-label={header.settings} title={header.settings}>
        <Icon name="settings" />
      </button>
      <div id="settings" className="settings" popover="auto">
        <Choice
          legend={header.theme}
          name="theme"
          options={THEME_CHOICES}
          labels={header.themeNames}
          chosen={choice}
          onChoose={setChoice}
        />
        <Choice
          legend={header.language}
          name="language"
          options={LOCALES}
          labels={header.languageNames}
          chosen={locale}
          onChoose={setLocale}
        />
      </div>
    </>
  );
}
