import { useEffect, useState } from 'react';

/** Milliseconds of rest after which typing counts as done. */
export const TYPING_PAUSE = 300;

/** What was typed, once the typing rests, so that not every letter is asked for. */
export function usePause(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
