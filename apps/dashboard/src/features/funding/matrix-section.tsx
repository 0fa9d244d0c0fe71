import { domainMessages, fundingMatrix, largestDrift, MONEY_COLUMNS, type FundingMatrix, type MoneyUnit } from '@ocop/domain';
import { useMemo } from 'react';
import { ExportMenu } from '../../components/export-menu.js';
import { dayText, moneyText, percentText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { CheckLine } from './check-line.js';
import { MatrixTable } from './matrix-table.js';
import { sourceStageSums } from './stage-sums.js';
import type { useFunding } from './use-funding.js';

/** By how much the rows of the columns read miss their total; nothing where they add up as read. */
export function RoundedNote({ columns, money }: { columns: readonly (readonly (bigint | null)[])[]; money: MoneyUnit }) {
  const { messages, locale } = useLanguage();
  const drift = largestDrift(columns, money);
  return drift === 0n ? null : <p className="muted">{messages.funding.matrix.rounded(moneyText(drift, money, locale))}</p>;
}

/** The share of socialised money beside the plan's own words (clause IV.1). */
function Socialised({ matrix, asOf }: { matrix: FundingMatrix; asOf: string }) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.socialised;
  const { socialisedShare: share } = matrix;
  const day = dayText(asOf, locale);
  return (
    <section className="funding-socialised">
      <h2>{words.heading}</h2>
      {share !== null && <p className="funding-figure">{percentText(share, locale)}</p>}
      <p>
        {share === null ? words.unknown(day) : `${words.share(percentText(share, locale), day)}${share > 50 ? words.most : words.notMost}`} {words.plan}
      </p>
    </section>
  );
}

type Funding = ReturnType<typeof useFunding>;

/** Where the money comes from and how far it has gone (clause IV). */
export function MatrixSection({ funding, money }: { funding: Funding; money: MoneyUnit }) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.matrix;
  const { view, before, sources, sourcesBefore, now, lastYear } = funding;
  const known = useMemo(
    () => new Map([...(sourcesBefore.data?.items ?? []), ...(sources.data?.items ?? [])].map(({ code, name, kind }) => [code, { name, kind }])),
    [sources.data, sourcesBefore.data],
  );
  const matrix = useMemo(
    () => fundingMatrix(sources.data?.items ?? [], sourceStageSums(now.data?.items ?? []), sourceStageSums(lastYear.data?.items ?? [])),
    [sources.data, now.data, lastYear.data],
  );
  return (
    <>
      <Socialised matrix={matrix} asOf={view.asOf} />
      <section>
        <div className="funding-section-top">
          <h2>{words.heading}</h2>
          <p className="muted">{words.unit(domainMessages[locale].moneyUnitNames[money])}</p>
          <ExportMenu path="funding/summary/export" query={{ year: view.year, asOf: view.asOf, groupBy: 'source,stage' }} />
        </div>
        <MatrixTable matrix={matrix} sources={known} money={money} before={before?.asOf ?? null} />
        <div className="funding-notes">
          <RoundedNote columns={MONEY_COLUMNS.map((column) => matrix.rows.map(({ sums }) => sums[column]))} money={money} />
          <p className="muted">{before === null ? words.notCompared : words.compared(dayText(before.asOf, locale))}</p>
          <p className="muted">{words.definitions}</p>
          <CheckLine />
        </div>
      </section>
    </>
  );
}
