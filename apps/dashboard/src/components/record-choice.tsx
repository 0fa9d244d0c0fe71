import { useContext, useId, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/TextField';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { useLanguage } from '../lib/language.js';
import { Icon } from './icon.js';
import './record-choice.css';

export interface RecordOption {
  id: number;
  name: string;
  detail: string;
}

interface RecordChoiceProps {
  label: string;
  hint: string;
  /** What stands in the field: the name chosen, or what is being typed. */
  typed: string;
  chosen: number | null;
  options: readonly RecordOption[];
  waiting: boolean;
  /** Something else was typed: `chosen` is null until one is picked. */
  onChange: (typed: string, chosen: number | null) => void;
  refusal: string | null;
}

/** One record of a register, found by typing a few letters, diacritics or not; the options are those the server found. */
export function RecordChoice({ label, hint, typed, chosen, options, waiting, onChange, refusal }: RecordChoiceProps) {
  const { messages } = useLanguage();
  const words = messages.entry.choose;
  const id = useId();
  // The record chosen stays one of the list though a later search does not find it: the field falls back to it.
  const known = chosen === null || options.some((one) => one.id === chosen) ? options : [{ id: chosen, name: typed, detail: '' }, ...options];
  return (
    <ComboBox
      className="form-field record-choice"
      inputValue={typed}
      selectedKey={chosen === null ? null : String(chosen)}
      items={known}
      defaultFilter={() => true}
      allowsEmptyCollection
      allowsCustomValue
      isInvalid={refusal !== null}
      onInputChange={(text) => {
        if (text !== typed) onChange(text, null);
      }}
      onSelectionChange={(key) => {
        const option = options.find((one) => String(one.id) === String(key));
        if (option !== undefined) onChange(option.name, option.id);
      }}
      aria-describedby={`${id}-hint${refusal === null ? '' : ` ${id}-refusal`}`}
    >
      <Label>{label}</Label>
      <span id={`${id}-hint`} className="muted">
        {hint}
      </span>
      <span className="record-choice-field">
        <Input autoComplete="off" />
        <Button className="icon-button" aria-label={words.open}>
          <Icon name="find" />
        </Button>
      </span>
      {refusal !== null && (
        <span id={`${id}-refusal`} className="form-refusal">
          {refusal}
        </span>
      )}
      <FoundList>
        <ListBox aria-label={label} renderEmptyState={() => <p className="muted">{waiting ? words.loading : words.nothing}</p>}>
          {(option: RecordOption) => (
            <ListBoxItem id={String(option.id)} textValue={option.name}>
              <span>{option.name}</span>
              <span>{option.detail}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </FoundList>
    </ComboBox>
  );
}

/**
 * The list under the field. It stays when the page moves: the library would close it at any scrolling, so also when the
 * keyboard of a phone comes up or a sentence appears above. Escape, a choice and leaving the field close it.
 */
function FoundList({ children }: { children: ReactNode }) {
  const state = useContext(ComboBoxStateContext);
  return (
    <Popover
      className="popover record-choice-list"
      isOpen={state?.isOpen ?? false}
      onOpenChange={() => {
        if (window.event?.type !== 'scroll') state?.close();
      }}
    >
      {children}
    </Popover>
  );
}
