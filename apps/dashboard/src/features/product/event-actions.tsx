import { domainMessages, isCommuneStage, type RegistrationStage } from '@ocop/domain';
import type { AnnulledFact } from '../../lib/api/products.js';
import { useLanguage } from '../../lib/language.js';
import { useMay } from '../../lib/session.js';
import type { Action } from './form-props.js';
import type { StoryEvent } from './story-events.js';

/** What is to be taken back: the last step of a registration, or a fact that brought no step. */
export type Taking =
  | { kind: 'step'; registrationId: number; version: number; stage: RegistrationStage }
  | { kind: 'fact'; what: AnnulledFact; id: number };

interface EventActionsProps {
  event: StoryEvent;
  onOpen: (action: Action, id: number) => void;
  onTakeBack: (taking: Taking) => void;
}

/** What can be done about a fact, by whom it is for. */
export function EventActions({ event, onOpen, onTakeBack }: EventActionsProps) {
  const { messages, locale } = useLanguage();
  const { actions } = messages.programme;
  const { undo } = messages.entry;
  const mayMove = useMay('registrations.write');
  const mayJudge = useMay('evaluations.write');
  const mayDecide = useMay('recognitions.write');
  const mayInspect = useMay('inspections.write');
  if (event.annulled !== null) return null;
  const button = (text: string, onClick: () => void, about: string) => (
    <button key={text} type="button" className="text-button" aria-label={`${text}: ${about}`} onClick={onClick}>
      {text}
    </button>
  );
  const takeBack = (what: AnnulledFact, id: number, about: string) =>
    button(undo.fact, () => onTakeBack({ kind: 'fact', what, id }), about);
  switch (event.kind) {
    case 'step': {
      const { step, result, decision, of, last } = event;
      const about = domainMessages[locale].stageNames[step.stage];
      // A commune takes back what it enters itself; the rest is the town's.
      const mayUndo = mayMove && (mayJudge || (result === null && isCommuneStage(step.stage))) && (decision === null || mayDecide);
      return (
        <>
          {result !== null && mayJudge && button(actions.correct, () => onOpen('dinh-chinh', result.id), about)}
          {decision !== null && decision.revokedOn === null && mayDecide && button(actions.revoke, () => onOpen('thu-hoi', decision.id), decision.decisionNumber)}
          {last && of !== null && mayUndo &&
            button(undo.step, () => onTakeBack({ kind: 'step', registrationId: of.registration.id, version: of.registration.version, stage: step.stage }), about)}
        </>
      );
    }
    case 'result': {
      const { result } = event;
      const about = domainMessages[locale].evaluationLevelNames[result.level];
      const alone = result.level === 'province' || result.level === 'ministry';
      return mayJudge ? (
        <>
          {button(actions.correct, () => onOpen('dinh-chinh', result.id), about)}
          {alone && takeBack('evaluations', result.id, about)}
        </>
      ) : null;
    }
    case 'decision': {
      const { decision } = event;
      return mayDecide ? (
        <>
          {decision.revokedOn === null && button(actions.revoke, () => onOpen('thu-hoi', decision.id), decision.decisionNumber)}
          {decision.registrationId === null && takeBack('recognitions', decision.id, decision.decisionNumber)}
        </>
      ) : null;
    }
    case 'inspection':
      return mayInspect ? takeBack('inspections', event.inspection.id, messages.programme.story.inspection[event.inspection.outcome]) : null;
    case 'revocation':
      return mayDecide ? takeBack('revocations', event.revocation.id, event.decision.decisionNumber) : null;
    default:
      return event satisfies never;
  }
}
