import type { Indicator } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { ComparisonText } from '../../components/comparison-text.js';
import { StatusWord } from '../../components/status-word.js';
import { figureText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import type { PlanView } from '../../lib/plan-view.js';
import { OverviewSection } from './overview-section.js';
import type { Overview } from './use-overview.js';

function IndicatorLine({ indicator, view }: { indicator: Indicator; view: PlanView }) {
  const { messages, locale } = useLanguage();
  const { id, value, target, unit, status, clause } = indicator;
  const words = domainMessages[locale];
  const name = words.indicatorNames[id];
  const unitWords = unit === 'dong' ? words.moneyUnitNames.million : unit === 'percent' ? '' : words.indicatorUnits[unit];
  return (
    <li className="indicator">
      <span className="indicator-name">
        {name} <span className="muted">{messages.overview.indicators.section(clause)}</span>
      </span>
      <span className="indicator-figure">
        {value === null ? null : (
          <>
            <Link to="/chi-so/$id" params={{ id }} search={searchOf(view)} aria-label={messages.overview.indicators.rows(figureText(value, unit, locale), name)}>
              {figureText(value, unit, locale)}
            </Link>
            {target === null ? ' ' : ` / ${figureText(target, unit, locale)} `}
            <span className="muted">{unitWords}</span>
          </>
        )}
      </span>
      {status === 'tracking' ? <span /> : <StatusWord status={status} />}
      <ComparisonText indicator={indicator} />
    </li>
  );
}

/** The other figures that leadership sees, each a link to its rows. */
export function IndicatorsSection({ view, indicators }: Overview) {
  const { messages } = useLanguage();
  const others = indicators.data?.items.filter(({ id }) => id !== 'newly-recognised-products') ?? [];
  return (
    <OverviewSection
      name="indicators"
      heading={messages.overview.indicators.heading}
      queries={[indicators]}
    >
      <ul className="indicators">
        {others.map((indicator) => (
          <IndicatorLine key={indicator.id} indicator={indicator} view={view} />
        ))}
      </ul>
    </OverviewSection>
  );
}
