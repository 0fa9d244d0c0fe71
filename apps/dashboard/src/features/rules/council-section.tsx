import type { CouncilRuleOfLevel } from '@ocop/contracts';
import { domainMessages, EVALUATION_LEVELS, type EvaluationLevel } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { listCouncilRulesOptions } from '../../lib/api/council-rules.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useMay } from '../../lib/session.js';
import { CouncilForm } from './council-form.js';

interface CouncilTableProps {
  rules: readonly CouncilRuleOfLevel[];
  /** Null = one may not. */
  onChange: ((level: EvaluationLevel) => void) | null;
}

function useRuleWords() {
  const { messages } = useLanguage();
  const { council } = messages.rules;
  return (rule: CouncilRuleOfLevel | undefined) => {
    const { members = null, quorum = null, spreadLimit = null, paper = null } = rule ?? {};
    const fraction = () => {
      if (quorum === null) return council.notSet;
      const { numerator, denominator } = quorum;
      return members === null ? council.quorum(numerator, denominator) : council.quorumOf(numerator, denominator, Math.ceil((members * numerator) / denominator));
    };
    return {
      members: members === null ? council.notSet : String(members),
      quorum: fraction(),
      spreadLimit: spreadLimit === null ? council.notSet : council.spread(spreadLimit),
      paper: paper ?? '–',
    };
  };
}

function CouncilTable({ rules, onChange }: CouncilTableProps) {
  const { messages, locale } = useLanguage();
  const words = messages.rules.council;
  const { columns } = words;
  const names = domainMessages[locale].evaluationLevelNames;
  const say = useRuleWords();
  return (
    <table className="ruled list-table rules-council">
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
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
        {EVALUATION_LEVELS.map((level) => {
          const { members, quorum, spreadLimit, paper } = say(rules.find((rule) => rule.level === level));
          return (
            <tr key={level}>
              <th scope="row">{names[level]}</th>
              <td data-label={columns.members}>{members}</td>
              <td data-label={columns.quorum}>{quorum}</td>
              <td data-label={columns.spreadLimit}>{spreadLimit}</td>
              <td data-label={columns.paper}>{paper}</td>
              {onChange !== null && (
                <td>
                  <button type="button" className="text-button" aria-label={words.changeOf(names[level])} onClick={() => onChange(level)}>
                    {words.change}
                  </button>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What the council of each level decided for itself in the year: configuration, not law. */
export function CouncilSection() {
  const { messages, locale } = useLanguage();
  const words = messages.rules.council;
  const { year } = usePlanView();
  const { data, error, refetch } = useQuery(listCouncilRulesOptions(year));
  const mayWrite = useMay('councils.write');
  const [level, setLevel] = useState<EvaluationLevel | null>(null);
  const [saved, setSaved] = useState('');
  const change = (next: EvaluationLevel) => {
    setSaved('');
    setLevel(next);
  };
  return (
    <section className="rules-section">
      <h2>{words.heading(year)}</h2>
      <p className="rules-intro">{words.intro}</p>
      {error !== null && data === undefined && <FailurePanel error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={5} />}
      {data !== undefined && <CouncilTable rules={data.items} onChange={mayWrite ? change : null} />}
      {data !== undefined && level !== null && (
        <CouncilForm
          key={level}
          year={year}
          level={level}
          rule={data.items.find((rule) => rule.level === level) ?? null}
          onSaved={() => {
            setSaved(words.saved(domainMessages[locale].evaluationLevelNames[level]));
            setLevel(null);
          }}
          onCancel={() => setLevel(null)}
        />
      )}
      <p className="form-outcome" role="status">
        {saved}
      </p>
    </section>
  );
}
