import type { Evaluation } from '@ocop/contracts';
import { decimalText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { resultWhy } from '../../lib/result-why.js';
import { PARTS } from './members-table.js';

/** A result: why it has its stars, its parts against 40, 25 and 35, and what each member gave. */
export function ResultFacts({ result }: { result: Evaluation }) {
  const { messages, locale } = useLanguage();
  const words = messages.programme.story;
  const points = (text: string) => decimalText(text, 4, locale);
  const parts = PARTS.map(({ part, most }) => ({ part, most, value: { a: result.partA, b: result.partB, c: result.partC }[part] }));
  const { members, memberCount } = result;
  return (
    <div className="result">
      <p className="result-why">
        {resultWhy({ ...result, points: points(result.points) }, messages.programme.why)}
        {memberCount !== null && <span className="muted"> ({words.members(memberCount)})</span>}
      </p>
      {parts.some(({ value }) => value !== null) && (
        <dl className="result-parts" aria-label={words.parts}>
          {parts.map(({ part, most, value }) => (
            <div key={part}>
              <dt>{words.part[part]}</dt>
              <dd>
                <svg viewBox={`0 0 ${most} 1`} width={most * 2} height="8" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="result-part-most" width={most} height="1" />
                  <rect className="result-part" width={Number(value ?? 0)} height="1" />
                </svg>
                {value === null ? messages.missing : words.partOf(points(value), most)}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {members !== null && members.length > 1 && (
        <details>
          <summary>{words.allMembers}</summary>
          <table className="ruled points-table">
            <thead>
              <tr>
                <th scope="col">{messages.entry.evaluation.member}</th>
                {(['a', 'b', 'c', 'total'] as const).map((field) => (
                  <th key={field} scope="col" className="figure">
                    {messages.entry.evaluation.partNames[field]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {members.map((score, index) => (
                <tr key={index}>
                  <th scope="row">{index + 1}</th>
                  {(['a', 'b', 'c', 'total'] as const).map((field) => (
                    <td key={field} className="figure">
                      {score[field] === null ? '–' : points(score[field])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
