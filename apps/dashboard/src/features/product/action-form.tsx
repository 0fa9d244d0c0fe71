import type { ProductStory } from '@ocop/contracts';
import { DecisionForm, EarlierDecisionForm } from './decision-form.js';
import { EvaluationForm } from './evaluation-form.js';
import type { Action, FormProps } from './form-props.js';
import { ProductForm } from './product-form.js';
import { NewRegistrationForm, RegistrationForm } from './registration-form.js';
import { InspectionForm, RevocationForm } from './small-forms.js';
import { StepForm } from './step-form.js';

interface ActionFormProps extends FormProps {
  action: Action;
  /** The record it is about, where the product alone does not say. */
  id: number | null;
  story: ProductStory;
  year: number;
  years: readonly number[];
}

/** The form of an action; null when what it is about is not there (any more). */
export function actionForm({ action, id, story, year, years, ...props }: ActionFormProps) {
  const { product, registrations, recognitions } = story;
  const detail = registrations.find(({ registration }) => registration.id === id);
  const decision = recognitions.find((one) => one.id === id && one.annulled === null && one.revokedOn === null);
  const judged = registrations.find(({ evaluations }) => evaluations.some((result) => result.id === id && result.annulled === null));
  const key = `${action} ${id ?? ''}`;
  switch (action) {
    case 'buoc':
      return detail && <StepForm key={key} detail={detail} {...props} />;
    case 'ket-qua':
      return detail && <EvaluationForm key={key} detail={detail} corrected={null} {...props} />;
    case 'dinh-chinh':
      return judged && <EvaluationForm key={key} detail={judged} corrected={judged.evaluations.find((result) => result.id === id) ?? null} {...props} />;
    case 'quyet-dinh':
      return detail && <DecisionForm key={key} detail={detail} {...props} />;
    case 'sua-dang-ky':
      return detail && <RegistrationForm key={key} registration={detail.registration} {...props} />;
    case 'thu-hoi':
      return decision && <RevocationForm key={key} decision={decision} {...props} />;
    case 'kiem-tra':
      return <InspectionForm key={key} productId={product.id} {...props} />;
    case 'sua':
      return <ProductForm key={key} product={product} {...props} />;
    case 'quyet-dinh-truoc':
      return <EarlierDecisionForm key={key} productId={product.id} decisions={recognitions} {...props} />;
    case 'dang-ky':
      return (
        <NewRegistrationForm
          key={key}
          product={product}
          kind={recognitions.some(({ annulled }) => annulled === null) ? 're-evaluation' : 'new'}
          year={year}
          years={years}
          {...props}
        />
      );
    default:
      return action satisfies never;
  }
}
