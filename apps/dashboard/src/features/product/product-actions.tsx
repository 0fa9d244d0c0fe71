import type { Permission, ProductStory, RegistrationDetail } from '@ocop/contracts';
import { domainMessages, isRecognisedStage } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../lib/language.js';
import { useSession } from '../../lib/session.js';
import type { Action } from './form-props.js';
import { ownMoves } from './step-state.js';

interface Offer {
  action: Action;
  permission: Permission;
  name: string;
  id?: number;
}

function useOffers() {
  const { messages } = useLanguage();
  const { permissions } = useSession();
  const words = messages.programme.actions;
  const may = (offers: readonly Offer[]) => offers.filter(({ permission }) => permissions.includes(permission));
  return {
    ofProduct: may([
      { action: 'dang-ky', permission: 'registrations.write', name: words.register },
      { action: 'kiem-tra', permission: 'inspections.write', name: words.inspection },
      { action: 'quyet-dinh-truoc', permission: 'recognitions.write', name: words.earlier },
      { action: 'sua', permission: 'products.write', name: words.product },
    ]),
    ofRegistration: (detail: RegistrationDetail) => {
      const { registration: { id }, moves } = detail;
      const steps = ownMoves(detail, permissions).length > 0;
      const decidable = moves.some(({ stage }) => isRecognisedStage(stage));
      return may([
        ...(steps ? [{ action: 'buoc', permission: 'registrations.write', name: words.step, id } as const] : []),
        { action: 'ket-qua', permission: 'evaluations.write', name: words.evaluation, id },
        ...(decidable ? [{ action: 'quyet-dinh', permission: 'recognitions.write', name: words.decision, id } as const] : []),
        { action: 'sua-dang-ky', permission: 'registrations.write', name: words.registration, id },
      ]);
    },
  };
}

function Offers({ offers }: { offers: readonly Offer[] }) {
  return (
    <ul className="product-offers">
      {offers.map(({ action, name, id }) => (
        <li key={action}>
          <Link from="/san-pham/$id" to="." search={(search) => ({ ...search, viec: action, muc: id === undefined ? undefined : String(id) })} resetScroll={false}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What the person may enter about the product: of each registration, newest first, and of the product itself. */
export function ProductActions({ story }: { story: ProductStory }) {
  const { messages, locale } = useLanguage();
  const words = messages.programme;
  const offers = useOffers();
  const groups = story.registrations.toReversed().map((detail) => ({ detail, own: offers.ofRegistration(detail) }));
  if (offers.ofProduct.length === 0 && groups.every(({ own }) => own.length === 0)) return null;
  return (
    <section className="product-actions" aria-labelledby="actions-heading">
      <h2 id="actions-heading">{words.actions.heading}</h2>
      {groups.map(({ detail, own }) => (
        <div key={detail.registration.id}>
          <h3>{words.story.ofYear(detail.year, domainMessages[locale].registrationKindNames[detail.registration.kind])}</h3>
          <p className="muted">{domainMessages[locale].stageNames[detail.registration.stage]}</p>
          <Offers offers={own} />
        </div>
      ))}
      <div>
        <Offers offers={offers.ofProduct} />
      </div>
    </section>
  );
}
