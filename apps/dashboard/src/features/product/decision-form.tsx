import type { Recognition, RegistrationDetail } from '@ocop/contracts';
import { AUTHORITIES, domainMessages, RECOGNISED_STARS, REGISTRATION_KINDS, validToOn, type LawRule, type RecognisedStars } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { EntryForm } from '../../components/entry-form.js';
import { SelectInput } from '../../components/select-input.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm, type EntryForm as Entry } from '../../components/use-entry-form.js';
import { listLawRulesOptions } from '../../lib/api/law-rules.js';
import { enterEarlierRecognition } from '../../lib/api/products.js';
import { enterRecognition } from '../../lib/api/registration-facts.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { readTypedDay, typedDay } from '../../lib/typed-day.js';
import { byLaw, lawfulAuthority, readDecision, readEarlierDecision, type DecisionFields, type DecisionState, type EarlierDecisionState } from './decision-state.js';
import type { FormProps } from './form-props.js';
import { presentRegistration, seenOf } from './registration-seen.js';
import { useSeenWords } from './use-seen-words.js';

interface FieldsProps {
  state: DecisionFields;
  set: (changes: Partial<DecisionFields>) => void;
  entry: Entry<object>;
  stars: readonly RecognisedStars[];
  law: readonly LawRule[];
}

/** The law on record; a decision is judged by that of its day. */
function useLaw(): readonly LawRule[] {
  const { data } = useQuery(listLawRulesOptions());
  return (data?.items ?? []).filter(({ annulled }) => annulled === null) as readonly LawRule[];
}

function Fields({ state, set, entry, stars, law }: FieldsProps) {
  const { messages, locale } = useLanguage();
  const words = messages.entry.decision;
  const { authorityNames } = domainMessages[locale];
  const lawful = lawfulAuthority(state, law);
  const on = readTypedDay(state.decidedOn);
  const validTo = on === null ? null : validToOn(law, on);
  // A choice of one's own stays until the stars or the day change; then the law says again who decides.
  const follow = (changes: Partial<DecisionFields>) => set({ ...changes, authority: null });
  return (
    <>
      <SelectInput
        label={words.stars}
        name="stars"
        value={state.stars === null ? '' : String(state.stars)}
        none={messages.entry.none}
        choices={stars.map((one) => ({ value: String(one), name: messages.programme.stars(one) }))}
        onChoose={(value) => follow({ stars: RECOGNISED_STARS.find((one) => String(one) === value) ?? null })}
        refusal={entry.refusal('stars') ?? entry.refusal('stage')}
      />
      <div className="form-pair">
        <TextInput label={words.on} placeholder={messages.entry.dayExample} name="decidedOn" value={state.decidedOn} onChange={(event) => follow({ decidedOn: event.target.value })} refusal={entry.refusal('decidedOn') ?? entry.refusal('happenedOn')} />
        <TextInput label={words.number} placeholder={words.numberHint} name="decisionNumber" value={state.decisionNumber} onChange={(event) => set({ decisionNumber: event.target.value })} refusal={entry.refusal('decisionNumber')} />
      </div>
      <SelectInput
        label={words.authority}
        name="authority"
        value={byLaw(state, law).authority ?? ''}
        none={messages.entry.none}
        choices={AUTHORITIES.map((one) => ({ value: one, name: authorityNames[one] }))}
        onChoose={(value) => set({ authority: AUTHORITIES.find((one) => one === value) ?? null })}
        hint={lawful === null ? words.authorityUnknown : words.authorityByLaw(lawful.basis)}
        refusal={entry.refusal('authority')}
      />
      {validTo !== null && <p role="status">{words.validTo(dayText(validTo, locale))}</p>}
    </>
  );
}

const empty = (today: string, stars: RecognisedStars | null): DecisionFields => ({ stars, decidedOn: typedDay(today), decisionNumber: '', authority: null });

/** Enters the decision that a registration led to. */
export function DecisionForm({ detail, today, onDone, onCancel }: FormProps & { detail: RegistrationDetail }) {
  const { messages } = useLanguage();
  const words = messages.entry.decision;
  const { registration, moves } = detail;
  const reachable = RECOGNISED_STARS.filter((stars) => moves.some(({ stage }) => stage === `recognised-${stars}`));
  const law = useLaw();
  const initial: DecisionState = { seen: seenOf(registration), ...empty(today, null), reason: '' };
  const entry = useEntryForm({
    record: `decision ${registration.id}`, initial, read: (state, reader) => readDecision(byLaw(state, law), reader), send: enterRecognition(registration.id), present: presentRegistration,
    onDone: ({ version }, { decisionNumber }) => onDone({ text: words.done(decisionNumber), undo: { registrationId: registration.id, version } }),
  });
  const { state, set } = entry;
  const chosen = moves.find(({ stage }) => stage === `recognised-${state.stars ?? ''}`);
  return (
    <EntryForm heading={words.heading} submit={words.submit} entry={entry} onCancel={onCancel} say={useSeenWords()}>
      <Fields state={state} set={set} entry={entry} stars={reachable} law={law} />
      {((chosen !== undefined && chosen.kind !== 'next') || entry.refusal('reason') !== null) && (
        <TextInput label={words.skipReason} name="reason" value={state.reason} onChange={(event) => set({ reason: event.target.value })} refusal={entry.refusal('reason')} />
      )}
    </EntryForm>
  );
}

/** Enters a decision of before the registrations on record. */
export function EarlierDecisionForm({ productId, decisions, today, onDone, onCancel }: FormProps & { productId: number; decisions: readonly Recognition[] }) {
  const { messages, locale } = useLanguage();
  const words = messages.entry.decision;
  const { registrationKindNames } = domainMessages[locale];
  const kind = decisions.some(({ annulled }) => annulled === null) ? 're-evaluation' : 'new';
  const law = useLaw();
  const initial: EarlierDecisionState = { ...empty(today, null), decidedOn: '', kind };
  const entry = useEntryForm({
    record: `earlier decision ${productId}`, initial, read: (state, reader) => readEarlierDecision(byLaw(state, law), reader), send: enterEarlierRecognition(productId),
    onDone: (_, { decisionNumber }) => onDone({ text: words.done(decisionNumber) }),
  });
  const { state, set } = entry;
  return (
    <EntryForm heading={words.earlier} submit={words.submit} entry={entry} onCancel={onCancel}>
      <p className="muted">{words.earlierExplained}</p>
      <SelectInput
        label={messages.entry.registration.kind}
        name="kind"
        value={state.kind}
        choices={REGISTRATION_KINDS.map((one) => ({ value: one, name: registrationKindNames[one] }))}
        onChoose={(value) => set({ kind: REGISTRATION_KINDS.find((one) => one === value) ?? 'new' })}
        refusal={entry.refusal('kind')}
      />
      <Fields state={state} set={set} entry={entry} stars={RECOGNISED_STARS} law={law} />
    </EntryForm>
  );
}
