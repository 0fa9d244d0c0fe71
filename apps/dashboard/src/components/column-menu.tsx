import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useLanguage } from '../lib/language.js';
import './column-menu.css';

interface ColumnMenuProps<Id extends string> {
  /** Every column in its order, but the one that names the row. */
  all: readonly Id[];
  names: Readonly<Record<Id, string>>;
  shown: readonly Id[];
  usual: readonly Id[];
  onChoose: (columns: readonly Id[]) => void;
}

/** Which columns a list shows. */
export function ColumnMenu<Id extends string>({ all, names, shown, usual, onChoose }: ColumnMenuProps<Id>) {
  const { messages } = useLanguage();
  const words = messages.products;
  const toggle = (id: Id, on: boolean) => onChoose(on ? [...shown, id] : shown.filter((other) => other !== id));
  return (
    <DialogTrigger>
      <Button className="tool-button">{words.chooseColumns}</Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="column-menu" aria-label={words.chooseColumns}>
          {all.map((id) => (
            <label key={id}>
              <input type="checkbox" checked={shown.includes(id)} onChange={(event) => toggle(id, event.target.checked)} />
              {names[id]}
            </label>
          ))}
          <Button className="tool-button" onPress={() => onChoose(usual)}>
            {words.defaultColumns}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
