import type { LawRuleOnRecord } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { useState, type FormEvent } from 'react';
import { FormRefusal } from '../../components/form-refusal.js';
import { TextInput } from '../../components/text-input.js';
import { refusalOf } from '../../lib/api/api-error.js';
import { annulLawRule } from '../../lib/api/law-rules.js';
import { useProgrammeChange } from '../../lib/api/programme-change.js';
import { useLanguage } from '../../lib/language.js';

/** Takes a provision entered by mistake out of force, with why; it stays on record. */
export function AnnulForm({ rule }: { rule: LawRuleOnRecord }) {
  const { messages, locale } = useLanguage();
  const words = messages.rules;
  const annul = useProgrammeChange(annulLawRule(rule.id));
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    annul.mutate({ reason });
  };
  return (
    <details className="rules-annul">
      <summary>{words.annul}</summary>
      <form className="form" onSubmit={submit} noValidate aria-label={words.annulOf(domainMessages[locale].lawTopicNames[rule.topic], rule.legalBasis)}>
        <FormRefusal error={annul.isPending ? null : annul.error} />
        <TextInput label={messages.entry.reason} name="reason" value={reason} onChange={(event) => setReason(event.target.value)} refusal={refusalOf(annul.error, 'reason')} />
        <p className="form-actions">
          <button type="submit" className="button" disabled={annul.isPending}>
            {words.annul}
          </button>
        </p>
      </form>
    </details>
  );
}
