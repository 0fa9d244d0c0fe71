import { lazy, Suspense, useEffect, useState } from 'react';
import { Icon } from '../components/icon.js';
import { useLanguage } from '../lib/language.js';
import type { PlanView } from '../lib/plan-view.js';

const CommandPalette = lazy(() => import('./command-palette.js'));

const onMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the palette, by press or by Ctrl-K / ⌘K; its code comes when it is first asked for. */
export function FindButton({ view }: { view: PlanView }) {
  const { messages } = useLanguage();
  const { header } = messages;
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className="find-button" aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K" onClick={() => setOpen(true)}>
        <Icon name="find" />
        <span className="find-word">{header.find}</span>
        <kbd aria-hidden="true">{onMac ? header.findKeysMac : header.findKeys}</kbd>
      </button>
      {open && (
        <Suspense>
          <CommandPalette view={view} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
