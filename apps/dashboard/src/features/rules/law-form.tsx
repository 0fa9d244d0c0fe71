import type { NewLawRule } from '@ocop/contracts';
import { AUTHORITIES, domainMessages, LAW_TOPICS, RECOGNISED_STARS, type Authority, type LawTopic } from '@ocop/domain';
import { useState, type FormEvent } from 'react';
import { FormRefusal } from '../../components/form-refusal.js';
import { SelectInput } from '../../components/select-input.js';
import { TextInput } from '../../components/text-input.js';
import { refusalOf } from '../../lib/api/api-error.js';
import { addLawRule } from '../../lib/api/law-rules.js';
import { useProgrammeChange } from '../../lib/api/programme-change.js';
import { useLanguage } from '../../lib/language.js';
import { readTypedDay } from '../../lib/typed-day.js';

const EMPTY = { legalBasis: '', 3: '', 4: '', 5: '', months: '', fromDays: '', toDays: '' } as const;
type Typed = { [name in keyof typeof EMPTY]: string };

// What is missing goes to the API as it is, which says what it should be.
const number = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
const authority = (text: string): Authority => text as Authority;

function ruleOf(topic: LawTopic, validFrom: string, typed: Typed): NewLawRule {
  const of = { validFrom, legalBasis: typed.legalBasis };
  switch (topic) {
    case 'recognition-authority':
      return { topic, value: { 3: authority(typed[3]), 4: authority(typed[4]), 5: authority(typed[5]) }, ...of };
    case 'certificate-months':
      return { topic, value: number(typed.months), ...of };
    case 're-evaluation-window':
      return { topic, value: { fromDays: number(typed.fromDays), toDays: number(typed.toDays) }, ...of };
    default:
      return topic satisfies never;
  }
}

interface ValueFieldsProps {
  topic: LawTopic;
  typed: Typed;
  error: Error | null;
  onChange: (change: Partial<Typed>) => void;
}

function ValueFields({ topic, typed, error, onChange }: ValueFieldsProps) {
  const { messages, locale } = useLanguage();
  const words = messages.rules.form;
  const names = domainMessages[locale].authorityNames;
  const numeric = (name: 'months' | 'fromDays' | 'toDays', path: string) => (
    <TextInput label={words[name]} name={name} inputMode="numeric" value={typed[name]} onChange={(event) => onChange({ [name]: event.target.value })} refusal={refusalOf(error, path)} />
  );
  if (topic === 'certificate-months') return numeric('months', 'value');
  if (topic === 're-evaluation-window') {
    return (
      <div className="form-pair">
        {numeric('fromDays', 'value.fromDays')}
        {numeric('toDays', 'value.toDays')}
      </div>
    );
  }
  return (
    <div className="form-pair">
      {RECOGNISED_STARS.map((stars) => (
        <SelectInput
          key={stars}
          label={words.starsBy(stars)}
          value={typed[stars]}
          name={`authority-${stars}`}
          none={messages.entry.none}
          choices={AUTHORITIES.map((one) => ({ value: one, name: names[one] }))}
          onChoose={(value) => onChange({ [stars]: value })}
          refusal={refusalOf(error, `value.${stars}`)}
        />
      ))}
    </div>
  );
}

/** Enters a provision; from its day on everything of its topic is judged by it. */
export function LawForm() {
  const { messages, locale } = useLanguage();
  const words = messages.rules.form;
  const { entry } = messages;
  const add = useProgrammeChange(addLawRule);
  const [topic, setTopic] = useState<LawTopic>(LAW_TOPICS[0]);
  const [validFrom, setValidFrom] = useState('');
  const [notADay, setNotADay] = useState(false);
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const [added, setAdded] = useState('');
  const change = (changes: Partial<Typed>) => setTyped((before) => ({ ...before, ...changes }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAdded('');
    const day = readTypedDay(validFrom);
    setNotADay(day === null);
    if (day === null) return;
    add.mutate(ruleOf(topic, day, typed), {
      onSuccess: () => {
        setAdded(words.added(typed.legalBasis));
        setTyped(EMPTY);
      },
    });
  };
  const topics = domainMessages[locale].lawTopicNames;
  return (
    <form className="form form-wide" onSubmit={submit} noValidate aria-label={messages.rules.add}>
      <FormRefusal error={add.isPending ? null : add.error} />
      <div className="form-pair">
        <SelectInput label={words.topic} name="topic" value={topic} choices={LAW_TOPICS.map((one) => ({ value: one, name: topics[one] }))} onChoose={(value) => setTopic(LAW_TOPICS.find((one) => one === value) ?? topic)} />
        <TextInput label={words.validFrom} name="validFrom" placeholder={entry.dayExample} value={validFrom} onChange={(event) => setValidFrom(event.target.value)} refusal={notADay ? entry.faults.day : refusalOf(add.error, 'validFrom')} />
      </div>
      <ValueFields topic={topic} typed={typed} error={add.error} onChange={change} />
      <TextInput label={words.legalBasis} hint={words.legalBasisHint} name="legalBasis" value={typed.legalBasis} onChange={(event) => change({ legalBasis: event.target.value })} refusal={refusalOf(add.error, 'legalBasis')} />
      <p className="form-actions">
        <button type="submit" className="button" disabled={add.isPending}>
          {words.submit}
        </button>
      </p>
      <p className="form-outcome" role="status">
        {added}
      </p>
    </form>
  );
}
