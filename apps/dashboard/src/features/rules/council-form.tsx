import type { CouncilRuleOfLevel } from '@ocop/contracts';
import { domainMessages, type EvaluationLevel } from '@ocop/domain';
import { useState, type FormEvent } from 'react';
import { FormRefusal } from '../../components/form-refusal.js';
import { TextInput } from '../../components/text-input.js';
import { refusalOf } from '../../lib/api/api-error.js';
import { setCouncilRule } from '../../lib/api/council-rules.js';
import { useProgrammeChange } from '../../lib/api/programme-change.js';
import { useLanguage } from '../../lib/language.js';
import { optional } from '../../lib/reading.js';

interface CouncilFormProps {
  year: number;
  level: EvaluationLevel;
  rule: CouncilRuleOfLevel | null;
  onSaved: () => void;
  onCancel: () => void;
}

const text = (value: number | string | null | undefined): string => String(value ?? '');
// What is no number goes to the API as none, which says what it should be.
const numeric = (value: string): number | null => (value.trim() === '' ? null : Number(value));

/** Sets what a council decided for itself; an empty field sets no rule. */
export function CouncilForm({ year, level, rule, onSaved, onCancel }: CouncilFormProps) {
  const { messages, locale } = useLanguage();
  const words = messages.rules.council;
  const set = useProgrammeChange(setCouncilRule);
  const [fields, setFields] = useState({
    members: text(rule?.members),
    numerator: text(rule?.quorum?.numerator),
    denominator: text(rule?.quorum?.denominator),
    spreadLimit: text(rule?.spreadLimit),
    paper: text(rule?.paper),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { members, numerator, denominator, spreadLimit, paper } = fields;
    const noQuorum = optional(numerator) === null && optional(denominator) === null;
    set.mutate(
      {
        year, level,
        members: numeric(members),
        quorum: noQuorum ? null : { numerator: numeric(numerator) ?? Number.NaN, denominator: numeric(denominator) ?? Number.NaN },
        spreadLimit: optional(spreadLimit),
        paper: optional(paper),
      },
      { onSuccess: onSaved },
    );
  };
  const field = (name: keyof typeof fields, path: string) => (
    <TextInput
      label={words[name]}
      name={name}
      value={fields[name]}
      onChange={(event) => setFields((before) => ({ ...before, [name]: event.target.value }))}
      refusal={refusalOf(set.error, path)}
      {...(name === 'paper' ? {} : { inputMode: 'decimal' as const })}
    />
  );
  return (
    <form className="form form-wide rules-council-form" onSubmit={submit} noValidate aria-label={words.changeOf(domainMessages[locale].evaluationLevelNames[level])}>
      <h3>{words.changeOf(domainMessages[locale].evaluationLevelNames[level])}</h3>
      <FormRefusal error={set.isPending ? null : set.error} />
      <div className="form-pair">
        {field('members', 'members')}
        {field('numerator', 'quorum.numerator')}
        {field('denominator', 'quorum.denominator')}
      </div>
      {field('spreadLimit', 'spreadLimit')}
      {field('paper', 'paper')}
      <p className="form-actions">
        <button type="submit" className="button" disabled={set.isPending}>
          {words.submit}
        </button>
        <button type="button" className="text-button" onClick={onCancel}>
          {messages.entry.cancel}
        </button>
      </p>
    </form>
  );
}
