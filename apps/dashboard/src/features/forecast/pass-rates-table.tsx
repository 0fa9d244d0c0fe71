import type { ForecastAnswer } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { figureText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';

export type Rate = NonNullable<ForecastAnswer['forecast']>['rates'][number];

/** Of earlier years' dossiers at each stage, how many their year recognised. */
export function PassRates({ rates }: { rates: readonly Rate[] }) {
  const { messages, locale } = useLanguage();
  const words = messages.forecast;
  const percentText = (percent: number) => figureText(String(percent), 'percent', locale);
  return (
    <section>
      <h2>{words.rates}</h2>
      {rates.length === 0 ? (
        <p>{words.ratesNone}</p>
      ) : (
        <table className="ruled list-table">
          <thead>
            <tr>
              <th scope="col">{words.stage}</th>
              <th scope="col" className="figure">{words.reached}</th>
              <th scope="col" className="figure">{words.recognised}</th>
              <th scope="col" className="figure">{words.share}</th>
              <th scope="col" className="figure">{words.interval}</th>
            </tr>
          </thead>
          <tbody>
            {rates.map(({ stage, reached, recognised, percent, low, high }) => (
              <tr key={stage}>
                <th scope="row">{domainMessages[locale].stageNames[stage]}</th>
                <td className="figure" data-label={words.reached}>{reached}</td>
                <td className="figure" data-label={words.recognised}>{recognised}</td>
                {percent === null || low === null || high === null ? (
                  <td className="figure missing" colSpan={2}>{words.tooFew}</td>
                ) : (
                  <>
                    <td className="figure" data-label={words.share}>{percentText(percent)}</td>
                    <td className="figure" data-label={words.interval}>{words.between(percentText(low), percentText(high))}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
