import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useMay } from '../../lib/session.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { CouncilSection } from './council-section.js';
import { LawSection } from './law-section.js';
import './rules.css';

/** By what everything is judged: the law of the day, and the councils' own rules of the year. */
export function RulesPage() {
  const { messages } = useLanguage();
  usePageTitle(messages.rules.heading);
  const { year } = usePlanView();
  const mayEnterPlan = useMay('plans.write');
  return (
    <div className="rules">
      <h1>{messages.rules.heading}</h1>
      {mayEnterPlan && (
        <p className="rules-plan">
          <Link to="/quan-tri/ke-hoach-moi" search={readPageSearch}>
            {messages.planEntry.heading}
          </Link>
          <Link to="/quan-tri/sua-ke-hoach" search={readPageSearch}>
            {messages.planEntry.changeOf(year)}
          </Link>
        </p>
      )}
      <LawSection />
      <CouncilSection />
    </div>
  );
}
