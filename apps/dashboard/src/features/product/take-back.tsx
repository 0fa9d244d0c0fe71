import { domainMessages } from '@ocop/domain';
import { TakeBackDialog } from '../../components/take-back-dialog.js';
import { annul } from '../../lib/api/products.js';
import { undoStep } from '../../lib/api/registration-facts.js';
import { useLanguage } from '../../lib/language.js';
import type { Taking } from './event-actions.js';
import type { Done } from './form-props.js';

interface TakeBackProps {
  taking: Taking;
  onDone: (done: Done) => void;
  onCancel: () => void;
}

/** Takes back the last step of a registration, or a fact that brought no step. */
export function TakeBack({ taking, onDone, onCancel }: TakeBackProps) {
  const { messages, locale } = useLanguage();
  const words = messages.entry.undo;
  const step = taking.kind === 'step';
  return (
    <TakeBackDialog
      heading={step ? words.stepHeading(domainMessages[locale].stageNames[taking.stage]) : words.factHeading}
      explained={step ? words.stepExplained : words.factExplained}
      send={(reason) => (step ? undoStep(taking.registrationId)({ version: taking.version, reason }) : annul(taking.what, taking.id)({ reason }))}
      onDone={() => onDone({ text: words.cancelled })}
      onCancel={onCancel}
    />
  );
}
