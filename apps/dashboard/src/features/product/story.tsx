import type { ProductStory } from '@ocop/contracts';
import { useState } from 'react';
import { useLanguage } from '../../lib/language.js';
import { readChoice, writeChoice } from '../../lib/stored-choice.js';
import type { Action } from './form-props.js';
import { EventActions, type Taking } from './event-actions.js';
import { StoryEntry } from './story-entry.js';
import { byYear, storyEvents } from './story-events.js';
import './story.css';

const KEY = 'ocop-show-annulled';

interface StoryProps {
  story: ProductStory;
  onOpen: (action: Action, id: number) => void;
  onTakeBack: (taking: Taking) => void;
}

/** Everything that happened to the product, newest first, by year; what was taken back is shown on demand. */
export function Story({ story, onOpen, onTakeBack }: StoryProps) {
  const { messages } = useLanguage();
  const words = messages.programme.story;
  const [shown, setShown] = useState(() => readChoice(KEY, ['yes', 'no']));
  const all = storyEvents(story);
  const annulled = all.filter((event) => event.annulled !== null).length;
  const events = shown === 'yes' ? all : all.filter((event) => event.annulled === null);
  const show = (checked: boolean) => {
    setShown(checked ? 'yes' : 'no');
    writeChoice(KEY, checked ? 'yes' : 'no');
  };
  return (
    <section className="story" aria-labelledby="story-heading">
      <div className="story-top">
        <h2 id="story-heading">{words.heading}</h2>
        {annulled > 0 && (
          <label className="form-check">
            <input type="checkbox" checked={shown === 'yes'} onChange={(event) => show(event.target.checked)} />
            {words.showAnnulled(annulled)}
          </label>
        )}
      </div>
      {events.length === 0 && <p>{words.empty}</p>}
      {byYear(events).map(({ year, events: own }) => (
        <section key={year} className="story-year" aria-label={year}>
          <p className="story-year-no" aria-hidden="true">{year}</p>
          <ol>
            {own.map((event) => (
              <StoryEntry key={event.key} event={event}>
                <EventActions event={event} onOpen={onOpen} onTakeBack={onTakeBack} />
              </StoryEntry>
            ))}
          </ol>
        </section>
      ))}
      {events.some(({ entered }) => entered.enteredBy === null) && <p className="muted">{words.withPlan}</p>}
    </section>
  );
}
