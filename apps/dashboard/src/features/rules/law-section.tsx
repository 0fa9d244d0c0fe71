import type { LawRuleOnRecord } from '@ocop/contracts';
import { domainMessages, LAW_TOPICS, type Day, type LawTopic } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { listLawRulesOptions } from '../../lib/api/law-rules.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useMay } from '../../lib/session.js';
import { AnnulForm } from './annul-form.js';
import { LawForm } from './law-form.js';
import { provisionsOf, stateOn, type Provision } from './law-timeline.js';
import { provisionWords } from './provision-words.js';

function ProvisionItem({ provision, mayWrite }: { provision: Provision; mayWrite: boolean }) {
  const { messages, locale } = useLanguage();
  const words = messages.rules;
  const { asOf } = usePlanView();
  const { rule, from, to } = provision;
  const state = stateOn(provision, asOf);
  const day = (value: Day | null) => (value === null ? null : dayText(value, locale));
  return (
    <li className={`rules-provision rules-provision-${state}`}>
      <p className="rules-span">
        {words.span(day(from), day(to))}
        <span>{words.states[state]}</span>
      </p>
      <div>
        <ul>
          {provisionWords(rule, locale).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="muted">{rule.legalBasis}</p>
        {mayWrite && from !== null && <AnnulForm rule={rule} />}
      </div>
    </li>
  );
}

function Topic({ topic, rules, mayWrite }: { topic: LawTopic; rules: readonly LawRuleOnRecord[]; mayWrite: boolean }) {
  const { messages, locale } = useLanguage();
  const words = messages.rules;
  const provisions = provisionsOf(rules, topic);
  const annulled = rules.filter((rule) => rule.topic === topic && rule.annulled !== null);
  return (
    <section className="rules-topic">
      <h3>{domainMessages[locale].lawTopicNames[topic]}</h3>
      {provisions.length === 0 && <p className="muted">{words.noRule}</p>}
      <ol>
        {provisions.map((provision) => (
          <ProvisionItem key={provision.rule.id} provision={provision} mayWrite={mayWrite} />
        ))}
      </ol>
      {annulled.length > 0 && (
        <details>
          <summary>{words.annulled(annulled.length)}</summary>
          <ul className="rules-annulled">
            {annulled.map((rule) => (
              <li key={rule.id}>
                <s>
                  {rule.legalBasis}: {provisionWords(rule, locale).join('; ')}
                </s>{' '}
                <span className="muted">{words.annulledBy(rule.annulled?.by ?? '', rule.annulled?.reason ?? '')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The law as dated data, topic by topic, the newest first; a future provision is entered here, not programmed. */
export function LawSection() {
  const { messages } = useLanguage();
  const words = messages.rules;
  const { data, error, refetch } = useQuery(listLawRulesOptions());
  const mayWrite = useMay('law.write');
  return (
    <section className="rules-section">
      <h2>{words.law}</h2>
      <p className="rules-intro">{words.lawIntro}</p>
      {error !== null && data === undefined && <FailurePanel error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data !== undefined && LAW_TOPICS.map((topic) => <Topic key={topic} topic={topic} rules={data.items} mayWrite={mayWrite} />)}
      {mayWrite && (
        <details className="rules-add">
          <summary>{words.add}</summary>
          <LawForm />
        </details>
      )}
    </section>
  );
}
