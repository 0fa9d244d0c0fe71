import type { Recognition } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import type { ReactNode } from 'react';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import { ResultFacts } from './result-facts.js';
import type { StoryEvent } from './story-events.js';

function DecisionFacts({ decision, named = false }: { decision: Recognition; named?: boolean }) {
  const { messages, locale } = useLanguage();
  const words = messages.programme.story;
  return (
    <p>
      {!named && `${words.decision(decision.kind, decision.stars)}. `}
      {words.decisionNumber(decision.decisionNumber, domainMessages[locale].authorityNames[decision.authority])};{' '}
      {words.validTo(dayText(decision.validTo, locale))}.
    </p>
  );
}

/** What a fact says besides its own heading: papers, reasons, points. */
function Facts({ event }: { event: StoryEvent }) {
  const { messages } = useLanguage();
  const words = messages.programme.story;
  const line = (text: string | null) => text !== null && <p className="muted">{text}</p>;
  switch (event.kind) {
    case 'step':
      return (
        <>
          {event.result !== null && <ResultFacts result={event.result} />}
          {event.decision !== null && <DecisionFacts decision={event.decision} />}
          {event.step.reason !== null && <p>{words.reason(event.step.reason)}</p>}
          {event.decision === null && line(event.step.paper)}
        </>
      );
    case 'result':
      return (
        <>
          <ResultFacts result={event.result} />
          {line(event.result.paper)}
        </>
      );
    case 'decision':
      return <DecisionFacts decision={event.decision} named />;
    case 'revocation':
      return (
        <>
          {event.revocation.reason !== null && <p>{words.reason(event.revocation.reason)}</p>}
          {line(event.revocation.paper)}
        </>
      );
    case 'inspection':
      return (
        <>
          {event.inspection.findings !== null && <p>{event.inspection.findings}</p>}
          {line(event.inspection.paper)}
        </>
      );
    default:
      return event satisfies never;
  }
}

function useHeading() {
  const { messages, locale } = useLanguage();
  const words = messages.programme.story;
  const { stageNames, evaluationLevelNames } = domainMessages[locale];
  return (event: StoryEvent): string => {
    switch (event.kind) {
      case 'step':
        return stageNames[event.step.stage];
      case 'result':
        return `${words.result(evaluationLevelNames[event.result.level])}${event.result.corrects === null ? '' : ` (${words.corrects})`}`;
      case 'decision':
        return words.decision(event.decision.kind, event.decision.stars);
      case 'revocation':
        return words.revocation(event.decision.decisionNumber);
      case 'inspection':
        return words.inspection[event.inspection.outcome];
      default:
        return event satisfies never;
    }
  };
}

/** One fact of the story: when, what, of which registration, who entered it; one that was taken back is struck through with why. */
export function StoryEntry({ event, children }: { event: StoryEvent; children: ReactNode }) {
  const { messages, locale } = useLanguage();
  const words = messages.programme.story;
  const heading = useHeading();
  const { annulled, entered, of } = event;
  const roundNo = event.kind === 'step' ? event.step.roundNo : event.kind === 'result' ? event.result.roundNo : null;
  const body = (
    <>
      <h3>{heading(event)}</h3>
      {of !== null && (
        <p className="muted story-of">
          {words.ofYear(of.year, domainMessages[locale].registrationKindNames[of.registration.kind])}
          {roundNo !== null && `, ${words.round(roundNo)}`}
        </p>
      )}
      <Facts event={event} />
    </>
  );
  return (
    <li className="story-entry" data-kind={event.kind} data-annulled={annulled !== null || undefined}>
      <time dateTime={event.on}>{dayText(event.on, locale)}</time>
      <div className="story-body">
        {annulled === null ? body : <del>{body}</del>}
        {annulled !== null && <p className="story-annulled">{words.annulled(annulled.by ?? words.somebody, momentText(annulled.at, locale), annulled.reason)}</p>}
        <p className="story-entered">
          {entered.enteredBy !== null && <span>{words.entered(entered.enteredBy, momentText(entered.enteredAt, locale))}</span>}
          {children}
        </p>
      </div>
    </li>
  );
}
