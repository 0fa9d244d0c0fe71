import type { CouncilRuleOfLevel } from '@ocop/contracts';
import { domainMessages, type EvaluationLevel } from '@ocop/domain';
import { EntryForm } from '../../components/entry-form.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { setCouncilRule } from '../../lib/api/council-rules.js';
import { useLanguage } from '../../lib/language.js';
import { councilStateOf, presentCouncilRule, readCouncilRule, type CouncilState } from './council-state.js';

interface CouncilFormProps {
  year: number;
  level: EvaluationLevel;
  rule: CouncilRuleOfLevel | null;
  onSaved: () => void;
  onCancel: () => void;
}

/** Sets what a council decided for itself; an empty field sets no rule. */
export function CouncilForm({ year, level, rule, onSaved, onCancel }: CouncilFormProps) {
  const { messages, locale } = useLanguage();
  const words = messages.rules.council;
  const entry = useEntryForm({
    record: `council rule ${year} ${level}`, initial: councilStateOf(rule), read: readCouncilRule(year, level), send: setCouncilRule, present: presentCouncilRule, onDone: onSaved,
  });
  const { state, set } = entry;
  const field = (name: Exclude<keyof CouncilState, 'seen'>, path: string) => (
    <TextInput
      label={words[name]}
      name={name}
      value={state[name]}
      onChange={(event) => set({ [name]: event.target.value })}
      refusal={entry.refusal(path)}
      {...(name === 'paper' ? {} : { inputMode: 'decimal' as const })}
    />
  );
  return (
    <EntryForm heading={words.changeOf(domainMessages[locale].evaluationLevelNames[level])} submit={words.submit} entry={entry} onCancel={onCancel}>
      <div className="form-pair">
        {field('members', 'members')}
        {field('numerator', 'quorum.numerator')}
        {field('denominator', 'quorum.denominator')}
      </div>
      {field('spreadLimit', 'spreadLimit')}
      {field('paper', 'paper')}
    </EntryForm>
  );
}
