import { compareVietnamese } from '@ocop/domain';
import { FilterChoice } from './filter-choice.js';
import { useListUnits } from '../lib/api/list-units.js';
import { useLanguage } from '../lib/language.js';

interface UnitChoiceProps {
  chosen: string;
  /** What stands for no commune, where that can be asked for. */
  none?: string;
  onChoose: (unit: string) => void;
}

/** A commune to look at, also one that is no more: a register holds what was recorded under it. */
export function UnitChoice({ chosen, none, onChoose }: UnitChoiceProps) {
  const { messages } = useLanguage();
  const { data } = useListUnits({ ever: 'true' });
  const communes = (data?.items ?? []).filter(({ level }) => level === 'commune').toSorted((a, b) => compareVietnamese(a.name, b.name));
  const options = [...communes.map(({ id, fullName }) => [String(id), fullName] as const), ...(none === undefined ? [] : [['none', none] as const])];
  return <FilterChoice label={messages.products.unit} chosen={chosen} options={options} onChoose={onChoose} />;
}
