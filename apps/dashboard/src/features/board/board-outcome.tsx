import { useEffect, useRef } from 'react';
import { useLanguage } from '../../lib/language.js';

interface BoardOutcomeProps {
  text: string;
  /** Null = there is nothing to take back. */
  onUndo: (() => void) | null;
  onClose: () => void;
}

/** What a move came to, with the way back; takes the focus, since the card it came from is elsewhere now. */
export function BoardOutcome({ text, onUndo, onClose }: BoardOutcomeProps) {
  const { messages } = useLanguage();
  const { outcome } = messages.board;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), [text]);
  return (
    <div ref={place} className="board-outcome" tabIndex={-1} role="status">
      <p>{text}</p>
      {onUndo !== null && (
        <button type="button" className="button" onClick={onUndo}>
          {outcome.undo}
        </button>
      )}
      <button type="button" className="text-button" onClick={onClose}>
        {outcome.close}
      </button>
    </div>
  );
}
