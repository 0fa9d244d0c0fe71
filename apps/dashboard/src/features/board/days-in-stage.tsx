import { useLanguage } from '../../lib/language.js';

/** How long a registration has stood; one that stands long has a word and a shape of its own. */
export function DaysInStage({ days, stuck }: { days: number; stuck: boolean }) {
  const { messages } = useLanguage();
  const { board } = messages;
  if (!stuck) return <span>{board.days(days)}</span>;
  return (
    <span className="board-stuck">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M2 1h8v1.6L7 6l3 3.4V11H2V9.4L5 6 2 2.6z" />
      </svg>
      {board.stuck(days)}
    </span>
  );
}
