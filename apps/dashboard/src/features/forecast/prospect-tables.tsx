import type { ForecastAnswer } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { ProductLink } from '../../components/product-link.js';
import { dayText, figureText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import type { Rate } from './pass-rates-table.js';

type Prospect = NonNullable<ForecastAnswer['forecast']>['prospects'][number];

function ProductName({ prospect }: { prospect: Prospect }) {
  return (
    <th scope="row">
      <ProductLink registration={prospect}>{prospect.productName}</ProductLink>
    </th>
  );
}

/** Who can still be recognised this year, until when, and with what share of earlier years. */
export function Prospects({ prospects, rates, listOpen }: { prospects: readonly Prospect[]; rates: readonly Rate[]; listOpen: boolean }) {
  const { messages, locale } = useLanguage();
  const words = messages.forecast;
  if (prospects.length === 0) {
    return (
      <section>
        <h2>{words.inTime(0)}</h2>
        <p>{listOpen ? words.noneYet : words.noneInTime}</p>
      </section>
    );
  }
  const shareOf = (stage: Prospect['stage']) => rates.find((rate) => rate.stage === stage)?.percent ?? null;
  return (
    <section>
      <h2>{words.inTime(prospects.length)}</h2>
      <table className="ruled list-table">
        <thead>
          <tr>
            <th scope="col">{words.product}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.stage}</th>
            <th scope="col">{words.round}</th>
            <th scope="col" className="figure">{words.lastDay}</th>
            <th scope="col" className="figure">{words.rate}</th>
          </tr>
        </thead>
        <tbody>
          {prospects.map((prospect) => {
            const share = shareOf(prospect.stage);
            return (
              <tr key={prospect.id}>
                <ProductName prospect={prospect} />
                <td data-label={words.unit}>{prospect.unitName}</td>
                <td data-label={words.stage}>{domainMessages[locale].stageNames[prospect.stage]}</td>
                <td data-label={words.round}>{prospect.roundNo ?? words.noRound}</td>
                <td className="figure" data-label={words.lastDay}>{prospect.lastDay === null ? '' : dayText(prospect.lastDay, locale)}</td>
                <td className="figure" data-label={words.rate}>
                  {share === null ? <span className="missing">{messages.missing}</span> : figureText(String(share), 'percent', locale)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Who can no longer, and why. */
export function LateProspects({ prospects }: { prospects: readonly Prospect[] }) {
  const { messages, locale } = useLanguage();
  const words = messages.forecast;
  if (prospects.length === 0) return null;
  return (
    <section>
      <h2>{words.tooLate(prospects.length)}</h2>
      <table className="ruled list-table">
        <thead>
          <tr>
            <th scope="col">{words.product}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {prospects.map((prospect) => (
            <tr key={prospect.id}>
              <ProductName prospect={prospect} />
              <td data-label={words.unit}>{prospect.unitName}</td>
              <td data-label={words.why}>{prospect.why === null ? '' : domainMessages[locale].cannotReasonNames[prospect.why]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
