import { LOCALES, type Locale } from '@ocop/domain';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useLanguage } from '../lib/language.js';
import { THEME_CHOICES, useTheme, type ThemeChoice } from '../lib/theme.js';

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
          <span>{labels[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Language and theme, both remembered in this browser. */
export function SettingsMenu() {
  const { messages, locale, setLocale } = useLanguage();
  const { choice, setChoice } = useTheme();
  const { header } = messages;
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={header.settings}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 6h8m4 0h2M3 14h2m4 0h8M13 4v4M7 12v4" />
        </svg>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="settings" aria-label={header.settings}>
          <Choice<ThemeChoice>
            legend={header.theme}
            name="theme"
            options={THEME_CHOICES}
            labels={header.themeNames}
            chosen={choice}
            onChoose={setChoice}
          />
          <Choice<Locale>
            legend={header.language}
            name="language"
            options={LOCALES}
            labels={header.languageNames}
            chosen={locale}
            onChoose={setLocale}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
