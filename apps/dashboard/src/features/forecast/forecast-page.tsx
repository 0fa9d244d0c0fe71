import type { ForecastAnswer } from '@ocop/contracts';
import { domainMessages, INDICATOR_DEFINITIONS, type ForecastReason } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { useGetForecast } from '../../lib/api/get-forecast.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { LateProspects, Prospects } from './prospect-tables.js';
import { PassRates } from './pass-rates-table.js';
import './forecast.css';

type Forecast = NonNullable<ForecastAnswer['forecast']>;

/** The answer itself: a figure with its bounds, or the words where there is none. */
function Answer({ probability, why }: Pick<Forecast, 'probability'> & { why: ForecastReason | null }) {
  const { messages } = useLanguage();
  const words = messages.forecast;
  if (why !== null || probability === null) return <p className="forecast-figure forecast-words">{words.certain[why ?? 'too-little-history']}</p>;
  const { percent, low, high } = probability;
  return (
    <p className="forecast-figure">
      <strong>{words.figure(percent)}</strong> <span>{words.range(low, high)}</span>
    </p>
  );
}

function Method() {
  const { messages } = useLanguage();
  const words = messages.forecast;
  return (
    <section id="cach-tinh" className="forecast-method">
      <h2>{words.method}</h2>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{words.never}</p>
      <h3>{words.unknownHeading}</h3>
      <ul>
        {words.unknown.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}

function Shown({ forecast }: { forecast: Forecast }) {
  const { messages, locale } = useLanguage();
  const words = messages.forecast;
  const view = usePlanView();
  const { value, target, needed, probability, why, rates, prospects } = forecast;
  const open = prospects.filter(({ canStill }) => canStill);
  const id = 'newly-recognised-products';
  return (
    <>
      <Answer probability={probability} why={why} />
      <p>{words.question(target, view.year)}</p>
      <p>{words.standing(dayText(view.asOf, locale), value, needed, open.length)}</p>
      <p className="muted">{domainMessages[locale].clauseReference(view.plan.number, INDICATOR_DEFINITIONS[id].clause)}</p>
      <p className="forecast-ways">
        <Link to="/chi-so/$id" params={{ id }} search={searchOf(view)}>
          {words.rows}
        </Link>
        <a href="#cach-tinh">{words.toMethod}</a>
      </p>
      <Prospects prospects={open} rates={rates} listOpen={why === 'list-open'} />
      <LateProspects prospects={prospects.filter(({ canStill }) => !canStill)} />
      {why !== 'achieved' && why !== 'out-of-reach' && <PassRates rates={rates} />}
      <Method />
    </>
  );
}

/** How likely the target of newly recognised products is to be met, with everything it is computed from. */
export function ForecastPage() {
  const { messages } = useLanguage();
  const words = messages.forecast;
  const view = usePlanView();
  const { data, error, refetch } = useGetForecast(view);
  usePageTitle(words.heading);
  const body = () => {
    if (error !== null) return <FailurePanel error={error} retry={() => void refetch()} />;
    if (data === undefined) return <Skeleton lines={8} />;
    return data.forecast === null ? <p>{words.ofWholePlan}</p> : <Shown forecast={data.forecast} />;
  };
  return (
    <>
      <nav className="page-back" aria-label={messages.pages.overview}>
        <Link to="/" search={searchOf(view)}>
          {words.back}
        </Link>
      </nav>
      <article className="forecast">
        <h1>{words.heading}</h1>
        {body()}
      </article>
    </>
  );
}
