import type { NewStep, Registration, RegistrationDetail } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { FailurePanel } from '../../components/failure-panel.js';
import { ProductLink } from '../../components/product-link.js';
import { Skeleton } from '../../components/skeleton.js';
import { getPlanOptions } from '../../lib/api/get-plan.js';
import { getRegistrationOptions } from '../../lib/api/registration-facts.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useMay } from '../../lib/session.js';
import { moveChoices } from './move-choices.js';
import { MoveForm } from './move-form.js';
import type { BoardMove } from './use-board-moves.js';

interface MovePanelProps {
  registration: Registration;
  draft: NewStep | null;
  error: Error | null;
  onSubmit: (move: BoardMove) => void;
  onCancel: () => void;
}

interface LoadedProps extends Omit<MovePanelProps, 'registration'> {
  shown: Registration;
  detail: RegistrationDetail;
  rounds: readonly number[];
}

function Loaded({ shown, detail, rounds, draft, error, onSubmit, onCancel }: LoadedProps) {
  const { messages, locale } = useLanguage();
  const { panel } = messages.board;
  const { stageNames } = domainMessages[locale];
  const { asOf } = usePlanView();
  const { here, onProductPage } = moveChoices(detail.moves, useMay('evaluations.write'));
  const { registration } = detail;
  return (
    <>
      <p>{panel.now(stageNames[registration.stage], dayText(registration.stageOn, locale))}</p>
      {registration.stage !== shown.stage && registration.stageOn > asOf && <p className="muted">{panel.notAsShown(dayText(asOf, locale))}</p>}
      {onProductPage.length > 0 && (
        <p className="board-elsewhere">
          {panel.elsewhere}{' '}
          {onProductPage.map(({ stage }, index) => (
            <span key={stage}>
              {index > 0 && ', '}
              <ProductLink registration={registration} task={stage === 'scored-by-town' ? 'ket-qua' : 'quyet-dinh'}>
                {stageNames[stage]}
              </ProductLink>
            </span>
          ))}
        </p>
      )}
      <MoveForm
        detail={detail}
        choices={here}
        rounds={rounds}
        asOf={asOf}
        draft={draft}
        error={error}
        onSubmit={(step) => onSubmit({ registration, step })}
        onCancel={onCancel}
      />
    </>
  );
}

/** Asks where a registration goes, starting from how it stands today, whatever day the board shows. */
export function MovePanel({ registration, onCancel, ...rest }: MovePanelProps) {
  const { messages } = useLanguage();
  const title = messages.board.moveOf(registration.productName);
  const detail = useQuery({ ...getRegistrationOptions(registration.id), staleTime: 0 });
  const plan = useQuery(getPlanOptions(usePlanView()));
  const failed = detail.error ?? plan.error;
  const retry = () => void Promise.all([detail.refetch(), plan.refetch()]);
  const body = () => {
    if (failed !== null) return <FailurePanel error={failed} retry={retry} />;
    if (!detail.isFetchedAfterMount || detail.data === undefined || plan.data === undefined) return <Skeleton lines={6} />;
    return <Loaded {...rest} shown={registration} detail={detail.data} rounds={plan.data.rounds.map(({ no }) => no)} onCancel={onCancel} />;
  };
  return (
    <ModalOverlay className="dialog-ground" isOpen isDismissable onOpenChange={(open) => !open && onCancel()}>
      <Modal className="dialog">
        <Dialog aria-label={title}>
          <h2>{title}</h2>
          {body()}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
