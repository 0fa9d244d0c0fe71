import { useLanguage } from '../../lib/language.js';

/** Marks a registration that has stood long at its stage, by a word and a shape. */
export function StuckMark({ days }: { days: number }) {
  const { messages } = useLanguage();
  return (
    <p className="board-stuck">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M2 1h8v1.6L7 6l3 3.4V11H2V9.4L5 6 2 2.6z" />
      </svg>
      {messages.board.stuck(days)}
    </p>
  );
}
