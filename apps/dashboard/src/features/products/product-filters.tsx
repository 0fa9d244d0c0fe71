import type { Registration } from '@ocop/contracts';
import { compareVietnamese, domainMessages, REGISTRATION_KINDS, REGISTRATION_STAGES } from '@ocop/domain';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLanguage } from '../../lib/language.js';
import { isFiltered, NO_FILTERS, type ProductsView } from './products-view.js';

const TYPING_PAUSE = 300;

interface FilterProps {
  view: ProductsView;
  change: (changes: Partial<ProductsView>) => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, select, textarea, [role="dialog"]') !== null);

function SearchBox({ view, change }: FilterProps) {
  const { messages } = useLanguage();
  const { search, searchHint, searchKey } = messages.products;
  const [draft, setDraft] = useState(view.search);
  const [settled, setSettled] = useState(view.search);
  const input = useRef<HTMLInputElement>(null);
  if (view.search !== settled) {
    setSettled(view.search);
    if (draft !== view.search) setDraft(view.search);
  }
  const settle = useEffectEvent((typed: string) => {
    if (typed === view.search) return;
    setSettled(typed);
    change({ search: typed, page: 1 });
  });
  // Only typing starts the pause; a change of the address is taken over above.
  useEffect(() => {
    const timer = setTimeout(() => settle(draft), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.select();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  return (
    <label className="product-field product-search">
      <span className="control-label">
        {search} <kbd>{searchKey}</kbd>
      </span>
      <input
        ref={input}
        type="search"
        aria-keyshortcuts="/"
        placeholder={searchHint}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
    </label>
  );
}

interface ChoiceProps {
  label: string;
  chosen: string;
  options: readonly (readonly [value: string, name: string])[];
  onChoose: (value: string) => void;
}

function FilterChoice({ label, chosen, options, onChoose }: ChoiceProps) {
  const { messages } = useLanguage();
  return (
    <label className="product-field">
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

/** The communes that occur in the list, by the Vietnamese alphabet; one asked for that does not occur stays to be seen. */
function unitOptions(whole: readonly Registration[], asked: number | null, unknown: (id: number) => string) {
  const names = new Map(whole.map(({ unitId, unitName }) => [unitId, unitName]));
  if (asked !== null && !names.has(asked)) names.set(asked, unknown(asked));
  return [...names]
    .sort(([, a], [, b]) => compareVietnamese(a, b))
    .map(([id, name]) => [String(id), name] as const);
}

/** Search and filters; every one is kept in the address. */
export function ProductFilters({ view, change, whole }: FilterProps & { whole: readonly Registration[] }) {
  const { messages, locale } = useLanguage();
  const words = messages.products;
  const { registrationKindNames, stageNames } = domainMessages[locale];
  const find = <T extends string>(options: readonly T[], value: string): T | null => options.find((option) => option === value) ?? null;
  return (
    <form className="product-filters" role="search" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      <SearchBox view={view} change={change} />
      <FilterChoice
        label={words.kind}
        chosen={view.kind ?? ''}
        options={REGISTRATION_KINDS.map((kind) => [kind, registrationKindNames[kind]])}
        onChoose={(value) => change({ kind: find(REGISTRATION_KINDS, value), page: 1 })}
      />
      <FilterChoice
        label={words.stage}
        chosen={view.stage ?? ''}
        options={REGISTRATION_STAGES.map((stage) => [stage, stageNames[stage]])}
        onChoose={(value) => change({ stage: find(REGISTRATION_STAGES, value), page: 1 })}
      />
      <FilterChoice
        label={words.unit}
        chosen={view.unit === null ? '' : String(view.unit)}
        options={unitOptions(whole, view.unit, words.unknownUnit)}
        onChoose={(value) => change({ unit: value === '' ? null : Number(value), page: 1 })}
      />
      {isFiltered(view) && (
        <button type="button" className="text-button product-clear" onClick={() => change(NO_FILTERS)}>
          {words.clear}
        </button>
      )}
    </form>
  );
}
