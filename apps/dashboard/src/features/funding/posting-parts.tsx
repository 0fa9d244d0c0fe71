import type { FundingSource } from '@ocop/contracts';
import { domainMessages, readDong } from '@ocop/domain';
import { SelectInput } from '../../components/select-input.js';
import type { EntryForm as Entry } from '../../components/use-entry-form.js';
import { moneyText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { AmountInput } from '../../components/amount-input.js';
import { NEW_PART, ofSource, stagesOf, sumOfParts, type PartState, type PostingState } from './posting-state.js';

const MOST_PARTS = 20;

interface PostingPartsProps {
  state: PostingState;
  set: (changes: Partial<PostingState>) => void;
  entry: Entry<object>;
  sources: readonly FundingSource[];
}

interface PartProps {
  part: PartState;
  index: number;
  /** Null = it is the only one. */
  onRemove: (() => void) | null;
  onChange: (part: PartState) => void;
  entry: Entry<object>;
  sources: readonly FundingSource[];
}

function Part({ part, index, onRemove, onChange, entry, sources }: PartProps) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.posting;
  const { fundingStageNames, fundingSourceKindNames } = domainMessages[locale];
  const kind = sources.find(({ code }) => code === part.source)?.kind;
  const at = (field: string) => entry.refusal(`parts.${index}.${field}`);
  return (
    <fieldset className="posting-part">
      {onRemove !== null && <legend>{words.part(index + 1)}</legend>}
      <div className="posting-part-fields">
        <SelectInput
          label={words.source}
          name={`parts.${index}.source`}
          value={part.source}
          none={messages.entry.none}
          choices={sources.map((source) => ({ value: source.code, name: source.name, group: fundingSourceKindNames[source.kind] }))}
          onChoose={(source) => onChange(ofSource(part, source, sources))}
          refusal={at('source')}
        />
        <SelectInput
          label={words.stage}
          name={`parts.${index}.stage`}
          value={part.stage ?? ''}
          none={messages.entry.none}
          choices={stagesOf(kind).map((stage) => ({ value: stage, name: fundingStageNames[stage] }))}
          onChoose={(stage) => onChange({ ...part, stage: stagesOf(kind).find((one) => one === stage) ?? null })}
          refusal={at('stage')}
        />
        <AmountInput
          label={words.amount}
          name={`parts.${index}.amount`}
          value={part.amount}
          downwards={part.stage === 'adjusted'}
          refusal={at('amount')}
          onType={(amount) => onChange({ ...part, amount })}
        />
      </div>
      {onRemove !== null && (
        <button type="button" className="text-button" onClick={onRemove}>
          {words.removePart(index + 1)}
        </button>
      )}
    </fieldset>
  );
}

/** What the paper says in all, beside what the parts come to. */
function Total({ state, set, entry }: Omit<PostingPartsProps, 'sources'>) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.posting;
  const sum = sumOfParts(state.parts);
  const read = readDong(state.total, { downwards: true });
  const difference = sum === null || !('dong' in read) ? null : read.dong - sum;
  const told = () => {
    if (sum === null || difference === null) return '';
    const parts = moneyText(sum, 'dong', locale);
    return difference === 0n ? words.totalAgrees(parts) : words.totalDiffers(parts, moneyText(difference < 0n ? -difference : difference, 'dong', locale));
  };
  return (
    <>
      <AmountInput label={words.total} name="total" value={state.total} downwards refusal={entry.refusal('total')} onType={(total) => set({ total })} />
      <p className={difference === null || difference === 0n ? 'muted' : 'form-refusal'} role="status">
        {told()}
      </p>
    </>
  );
}

/** The sources that one activity draws on, each with its stage and amount, and the total that they must come to. */
export function PostingParts({ state, set, entry, sources }: PostingPartsProps) {
  const { messages } = useLanguage();
  const words = messages.funding.posting;
  const { parts } = state;
  const refusal = entry.exactly('parts');
  return (
    <fieldset className="form-group posting-parts">
      <legend>{words.parts}</legend>
      <p className="muted">{words.amountHint}</p>
      {parts.map((part, index) => (
        <Part
          key={index}
          part={part}
          index={index}
          entry={entry}
          sources={sources}
          onChange={(changed) => set({ parts: parts.with(index, changed) })}
          onRemove={parts.length === 1 ? null : () => set({ parts: parts.toSpliced(index, 1) })}
        />
      ))}
      {refusal !== null && <p className="form-refusal">{refusal}</p>}
      {parts.length < MOST_PARTS && (
        <p>
          <button type="button" className="text-button" onClick={() => set({ parts: [...parts, NEW_PART] })}>
            {words.addPart}
          </button>
        </p>
      )}
      {parts.length > 1 && <Total state={state} set={set} entry={entry} />}
    </fieldset>
  );
}
