import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { CopyField } from '../../components/copy-field.js';
import { FormRefusal } from '../../components/form-refusal.js';
import { useEndCalendarFeed, useGetCalendarFeed, useMakeCalendarFeed } from '../../lib/api/calendar-feed.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';

const ANCHOR = 'lich';

/** The own calendar address: made and shown once, renewed, ended. */
export function CalendarSection() {
  const { messages, locale } = useLanguage();
  const words = messages.account.calendar;
  const { data: feed, error } = useGetCalendarFeed();
  const make = useMakeCalendarFeed();
  const end = useEndCalendarFeed();
  const section = useRef<HTMLElement>(null);
  const asked = useLocation({ select: ({ hash }) => hash === ANCHOR });
  // The section comes after the account's answer, too late for the browser's own jump to it.
  useEffect(() => {
    if (asked) section.current?.scrollIntoView();
  }, [asked]);
  const working = make.isPending || end.isPending;
  const madeAt = feed?.madeAt ?? null;
  return (
    <section id={ANCHOR} ref={section} className="calendar-feed">
      <h2>{words.heading}</h2>
      <p>{words.explained}</p>
      <p>{words.contents}</p>
      {make.data !== undefined && (
        <div className="link-shown">
          <CopyField key={make.data.path} label={words.address} text={`${location.origin}${make.data.path}`} copy={words.copy} copied={words.copied} />
          <p>{words.howTo}</p>
        </div>
      )}
      {feed !== undefined && <p className="muted">{madeAt === null ? words.none : words.madeAt(momentText(madeAt, locale))}</p>}
      <FormRefusal error={error ?? make.error ?? end.error} />
      <p className="form-actions">
        <button type="button" className="button" disabled={working || feed === undefined} onClick={() => make.mutate()}>
          {madeAt === null ? words.make : words.renew}
        </button>
        {madeAt !== null && (
          <button type="button" className="text-button" disabled={working} onClick={() => end.mutate(undefined, { onSuccess: () => make.reset() })}>
            {words.end}
          </button>
        )}
        <span role="status">{end.isSuccess && madeAt === null ? words.ended : ''}</span>
      </p>
    </section>
  );
}
