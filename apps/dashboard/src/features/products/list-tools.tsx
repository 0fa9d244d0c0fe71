import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useLanguage } from '../../lib/language.js';
import { COLUMN_IDS, DEFAULT_COLUMNS, type ColumnId } from './product-columns.js';
import { DENSITIES, type Density } from './products-view.js';

interface ColumnMenuProps {
  columns: readonly ColumnId[];
  onChoose: (columns: readonly ColumnId[]) => void;
}

function ColumnMenu({ columns, onChoose }: ColumnMenuProps) {
  const { messages } = useLanguage();
  const words = messages.products;
  const toggle = (id: ColumnId, shown: boolean) =>
    onChoose(COLUMN_IDS.filter((known) => (known === id ? shown : columns.includes(known))));
  return (
    <DialogTrigger>
      <Button className="tool-button">{words.chooseColumns}</Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="product-columns" aria-label={words.chooseColumns}>
          {COLUMN_IDS.filter((id) => id !== 'productName').map((id) => (
            <label key={id}>
              <input type="checkbox" checked={columns.includes(id)} onChange={(event) => toggle(id, event.target.checked)} />
              {words.columns[id]}
            </label>
          ))}
          <Button className="tool-button" onPress={() => onChoose(DEFAULT_COLUMNS)}>
            {words.defaultColumns}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function DensitySwitch({ density, onChoose }: { density: Density; onChoose: (density: Density) => void }) {
  const { messages } = useLanguage();
  const words = messages.products;
  return (
    <fieldset className="product-density">
      <legend>{words.density}</legend>
      {DENSITIES.map((option) => (
        <label key={option}>
          <input type="radio" name="density" checked={option === density} onChange={() => onChoose(option)} />
          <span>{words.densityNames[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ListToolsProps extends ColumnMenuProps {
  density: Density;
  onDensity: (density: Density) => void;
  working: boolean;
  onCopy: () => void;
  onPrint: () => void;
}

/** How the rows are shown and how they leave the screen. */
export function ListTools({ columns, onChoose, density, onDensity, working, onCopy, onPrint }: ListToolsProps) {
  const { messages } = useLanguage();
  const words = messages.products;
  return (
    <div className="product-tools">
      <DensitySwitch density={density} onChoose={onDensity} />
      <ColumnMenu columns={columns} onChoose={onChoose} />
      <Button className="tool-button" isDisabled={working} onPress={onCopy}>
        {words.copy}
      </Button>
      <Button className="tool-button" isDisabled={working} onPress={onPrint}>
        {words.print}
      </Button>
    </div>
  );
}
