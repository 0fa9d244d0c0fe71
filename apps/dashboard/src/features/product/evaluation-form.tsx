import type { Evaluation, NewEvaluation, Receipt, RegistrationDetail } from '@ocop/contracts';
import { domainMessages, EVALUATION_LEVELS, formatScore, moveBetween, STARS, type EvaluationLevel, type ScoreFault, type Stars } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { EntryForm } from '../../components/entry-form.js';
import { SelectInput } from '../../components/select-input.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { listCouncilRulesOptions } from '../../lib/api/council-rules.js';
import { enterEvaluation } from '../../lib/api/registration-facts.js';
import { useLanguage } from '../../lib/language.js';
import { resultWhy } from '../../lib/result-why.js';
import { typedDay } from '../../lib/typed-day.js';
import { correctionOf, EMPTY_SCORE, liveFaults, liveOutcome, readEvaluation, sentIndex, type EvaluationState } from './evaluation-state.js';
import type { FormProps } from './form-props.js';
import { MembersTable } from './members-table.js';
import { presentRegistration, seenOf } from './registration-seen.js';
import { RoundInput } from './round-input.js';
import { useSeenWords } from './use-seen-words.js';

/** The councils whose result can be entered at a stage: the town's brings a step with it, so the step must be open. */
const levelsOf = ({ moves }: RegistrationDetail): EvaluationLevel[] =>
  EVALUATION_LEVELS.filter((level) => level !== 'town' || moves.some(({ stage, kind }) => stage === 'scored-by-town' && kind !== 'back'));

/** The council that is next to judge from a stage on. */
function nextLevel(detail: RegistrationDetail): EvaluationLevel {
  if (levelsOf(detail).includes('town')) return 'town';
  return detail.registration.stage === 'sent-to-ministry' ? 'ministry' : 'province';
}

const newResult = (detail: RegistrationDetail, today: string): EvaluationState => ({
  seen: seenOf(detail.registration), level: nextLevel(detail), evaluatedOn: typedDay(today), round: '', scoring: 'members', scores: [EMPTY_SCORE],
  memberCount: '', starCap: null, disqualified: false, disqualification: '', paper: '', reason: '', correctsId: null, correctionReason: '',
});

const STEP = { commune: 'assessed-by-commune', town: 'scored-by-town', province: null, ministry: null } as const;

/** Enters a council's result, or corrects one. The stars follow from what is typed, and why they do is said while typing. */
export function EvaluationForm({ detail, corrected, today, onDone, onCancel }: FormProps & { detail: RegistrationDetail; corrected: Evaluation | null }) {
  const { messages, locale } = useLanguage();
  const words = messages.entry.evaluation;
  const { evaluationLevelNames } = domainMessages[locale];
  const { registration } = detail;
  const rules = useQuery(listCouncilRulesOptions(detail.year));
  const whyOf = (state: EvaluationState): string | null => {
    const outcome = liveOutcome(state);
    if (outcome === null) return null;
    const { score, band, stars } = outcome;
    const facts = { points: formatScore(score), band, starCap: state.starCap, stars, disqualification: state.disqualification };
    return resultWhy(facts, messages.programme.why);
  };
  const entry = useEntryForm<EvaluationState, NewEvaluation, Receipt>({
    record: corrected === null ? `result ${registration.id}` : `correction ${corrected.id}`,
    initial: corrected === null ? newResult(detail, today) : correctionOf(corrected, seenOf(registration)),
    read: readEvaluation, send: enterEvaluation(registration.id), present: presentRegistration,
    onDone: ({ version }) =>
      onDone(corrected === null
        ? { text: words.done(whyOf(entry.state) ?? ''), ...(STEP[entry.state.level] === null ? {} : { undo: { registrationId: registration.id, version } }) }
        : { text: words.corrected }),
  });
  const { state, set } = entry;
  const rule = rules.data?.items.find(({ level }) => level === state.level) ?? null;
  const faults = liveFaults(state, rule);
  const sentence = ({ fault, field, limit }: ScoreFault) => words.faults[fault](field, limit);
  const faultOf = (index: number, field: ScoreFault['field']) => {
    const live = faults.find((fault) => fault.index === index && fault.field === field);
    return live === undefined ? entry.refusal(`scores.${sentIndex(state, index)}.${field}`) : sentence(live);
  };
  const together = [...faults.filter(({ index }) => index === null).map(sentence), ...[entry.exactly('scores')].filter((one) => one !== null)];
  const step = STEP[state.level];
  const leavesOut = corrected === null && step !== null && moveBetween(registration.stage, step) !== 'next' && moveBetween(registration.stage, step) !== null;
  const why = faults.length > 0 ? null : whyOf(state);
  return (
    <EntryForm
      heading={corrected === null ? words.heading : words.correct}
      submit={corrected === null ? words.submit : words.submitCorrection}
      entry={entry}
      onCancel={onCancel}
      say={useSeenWords()}
    >
      {corrected !== null && <p className="muted">{words.correctionExplained}</p>}
      <div className="form-pair">
        <SelectInput
          label={words.level}
          name="level"
          value={state.level}
          choices={(corrected === null ? levelsOf(detail) : [corrected.level]).map((level) => ({ value: level, name: evaluationLevelNames[level] }))}
          onChoose={(value) => set({ level: EVALUATION_LEVELS.find((level) => level === value) ?? 'town' })}
          refusal={entry.refusal('level') ?? entry.refusal('stage')}
        />
        <TextInput label={words.on} placeholder={messages.entry.dayExample} name="evaluatedOn" value={state.evaluatedOn} onChange={(event) => set({ evaluatedOn: event.target.value })} refusal={entry.refusal('evaluatedOn') ?? entry.refusal('happenedOn')} />
        <RoundInput year={detail.year} value={state.round} onChoose={(round) => set({ round })} refusal={entry.refusal('roundNo')} />
      </div>
      <fieldset className="form-group">
        <legend>{words.scoring}</legend>
        <span className="form-choices">
          {(['members', 'mean'] as const).map((scoring) => (
            <label key={scoring} className="form-check">
              <input type="radio" name="scoring" checked={state.scoring === scoring} onChange={() => set({ scoring })} />
              {words.scoringNames[scoring]}
            </label>
          ))}
        </span>
        <p className="muted">{words.pointsHint}</p>
        <MembersTable scoring={state.scoring} scores={state.scores} onChange={(scores) => set({ scores })} faultOf={faultOf} />
        {state.scoring === 'mean' && (
          <TextInput label={words.memberCount} hint={messages.entry.optional} name="memberCount" inputMode="numeric" value={state.memberCount} onChange={(event) => set({ memberCount: event.target.value })} refusal={entry.refusal('memberCount')} />
        )}
        {together.map((one) => (
          <p key={one} className="form-refusal">
            {one}
          </p>
        ))}
      </fieldset>
      <SelectInput
        label={words.starCap}
        hint={words.starCapHint}
        name="starCap"
        value={state.starCap === null ? '' : String(state.starCap)}
        none={messages.entry.none}
        choices={STARS.toReversed().map((stars) => ({ value: String(stars), name: words.starNames(stars) }))}
        onChoose={(value) => set({ starCap: STARS.find((stars): stars is Stars => String(stars) === value) ?? null })}
        refusal={entry.refusal('starCap')}
      />
      <label className="form-check">
        <input type="checkbox" checked={state.disqualified} onChange={(event) => set({ disqualified: event.target.checked })} />
        {words.disqualified}
      </label>
      {state.disqualified && (
        <TextInput label={words.disqualification} name="disqualification" value={state.disqualification} onChange={(event) => set({ disqualification: event.target.value })} refusal={entry.refusal('disqualification')} />
      )}
      <p className="entry-result" role="status">
        <span className="muted">{words.result}</span> {why === null ? words.resultWaits : <strong>{why}</strong>}
      </p>
      <TextInput label={messages.entry.paper} hint={messages.entry.paperHint} name="paper" value={state.paper} onChange={(event) => set({ paper: event.target.value })} refusal={entry.refusal('paper')} />
      {(leavesOut || entry.refusal('reason') !== null) && (
        <TextInput label={words.skipReason} name="reason" value={state.reason} onChange={(event) => set({ reason: event.target.value })} refusal={entry.refusal('reason')} />
      )}
      {corrected !== null && (
        <TextInput label={words.correctionReason} name="correctionReason" value={state.correctionReason} onChange={(event) => set({ correctionReason: event.target.value })} refusal={entry.refusal('corrects')} />
      )}
    </EntryForm>
  );
}
