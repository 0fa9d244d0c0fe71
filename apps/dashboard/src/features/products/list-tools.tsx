import type { RegistrationQuery } from '@ocop/contracts';
import { Button } from 'react-aria-components/Button';
import { ColumnMenu } from '../../components/column-menu.js';
import { ExportMenu } from '../../components/export-menu.js';
import { InlineChoice } from '../../components/inline-choice.js';
import { useLanguage } from '../../lib/language.js';
import { COLUMN_IDS, DEFAULT_COLUMNS, type ColumnId } from './product-columns.js';
import { DENSITIES, type Density } from './products-view.js';

interface ListToolsProps {
  columns: readonly ColumnId[];
  onChoose: (columns: readonly ColumnId[]) => void;
  density: Density;
  onDensity: (density: Density) => void;
  working: boolean;
  /** What the list is asked for, to be asked for as a file. */
  query: RegistrationQuery;
  onCopy: () => void;
  onPrint: () => void;
}

/** How the rows are shown and how they leave the screen. */
export function ListTools({ columns, onChoose, density, onDensity, working, query, onCopy, onPrint }: ListToolsProps) {
  const { messages } = useLanguage();
  const words = messages.products;
  return (
    <div className="product-tools">
      <InlineChoice legend={words.density} name="density" options={DENSITIES} words={words.densityNames} chosen={density} onChoose={onDensity} />
      <ColumnMenu
        all={COLUMN_IDS.filter((id) => id !== 'productName')}
        names={words.columns}
        shown={columns}
        usual={DEFAULT_COLUMNS}
        onChoose={(chosen) => onChoose(COLUMN_IDS.filter((id) => chosen.includes(id)))}
      />
      <ExportMenu path="registrations/export" query={query} />
      <Button className="tool-button" isDisabled={working} onPress={onCopy}>
        {words.copy}
      </Button>
      <Button className="tool-button" isDisabled={working} onPress={onPrint}>
        {words.print}
      </Button>
    </div>
  );
}
