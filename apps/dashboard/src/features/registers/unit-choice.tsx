import { compareVietnamese } from '@ocop/domain';
import { FilterChoice } from '../../components/filter-choice.js';
import { useListUnits } from '../../lib/api/list-units.js';
import { useLanguage } from '../../lib/language.js';

/** A commune to look at, also one that is no more: a register holds what was recorded under it. */
export function UnitChoice({ chosen, onChoose }: { chosen: string; onChoose: (unit: string) => void }) {
  const { messages } = useLanguage();
  const { data } = useListUnits({ ever: 'true' });
  const communes = (data?.items ?? []).filter(({ level }) => level === 'commune').toSorted((a, b) => compareVietnamese(a.name, b.name));
  return <FilterChoice label={messages.products.unit} chosen={chosen} options={communes.map(({ id, fullName }) => [String(id), fullName] as const)} onChoose={onChoose} />;
}
