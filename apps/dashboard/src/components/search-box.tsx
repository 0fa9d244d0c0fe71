import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLanguage } from '../lib/language.js';
import { TYPING_PAUSE } from '../lib/use-pause.js';
import './filter-choice.css';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, select, textarea, [role="dialog"]') !== null);

interface SearchBoxProps {
  hint: string;
  /** What the address searches for. */
  search: string;
  onSearch: (search: string) => void;
}

/** Words to search a list by, taken over once the typing rests; “/” leads here from anywhere on the page. */
export function SearchBox({ hint, search, onSearch }: SearchBoxProps) {
  const { messages } = useLanguage();
  const words = messages.products;
  const [draft, setDraft] = useState(search);
  const [settled, setSettled] = useState(search);
  const input = useRef<HTMLInputElement>(null);
  if (search !== settled) {
    setSettled(search);
    if (draft !== search) setDraft(search);
  }
  const settle = useEffectEvent((typed: string) => {
    if (typed === search) return;
    setSettled(typed);
    onSearch(typed);
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
    <label className="filter-field search-box">
      <span className="control-label">
        {words.search} <kbd>{words.searchKey}</kbd>
      </span>
      <input
        ref={input}
        type="search"
        aria-keyshortcuts="/"
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
    </label>
  );
}
