import type { FundingSource } from '@ocop/contracts';
import { domainMessages, formatInteger } from '@ocop/domain';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';

interface SourceTableProps {
  sources: readonly FundingSource[];
  /** Null = one may not. */
  onChange: ((source: FundingSource) => void) | null;
}

/** The sources of the year with what the office knows of each. */
export function SourceTable({ sources, onChange }: SourceTableProps) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.sources;
  const { columns } = words;
  const day = (value: string | null) => (value === null ? null : dayText(value, locale));
  const known = (value: string | null) => value ?? <span className="muted">{words.unknown}</span>;
  return (
    <table className="ruled list-table sources-table">
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          {Object.entries(columns).map(([column, name]) => (
            <th key={column} scope="col" data-column={column}>
              {name}
            </th>
          ))}
          {onChange !== null && (
            <th scope="col">
              <span className="visually-hidden">{words.change}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.id}>
            <td data-column="position" data-label={columns.position}>
              {source.position}
            </td>
            <th scope="row">
              {source.name}
              <span className="funding-kind">
                {domainMessages[locale].fundingSourceKindNames[source.kind]}
                {source.principal && `, ${words.principal}`}
              </span>
            </th>
            <td data-column="clause" data-label={columns.clause}>
              {source.clause}
            </td>
            <td data-label={columns.legalBasis}>{known(source.legalBasis)}</td>
            <td data-label={columns.validity}>{known(words.validity(day(source.validFrom), day(source.validTo)))}</td>
            <td className="figure" data-column="ceiling" data-label={columns.ceiling}>
              {known(source.ceiling === null ? null : formatInteger(BigInt(source.ceiling)))}
            </td>
            <td data-label={columns.eligibility}>{known(source.eligibility)}</td>
            {onChange !== null && (
              <td>
                <button type="button" className="text-button" aria-label={words.changeOf(source.name)} onClick={() => onChange(source)}>
                  {words.change}
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
