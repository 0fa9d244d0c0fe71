import { PART_MAXIMUM, type ScoreFault } from '@ocop/domain';
import { useLanguage } from '../../lib/language.js';
import { EMPTY_SCORE, sumOfParts, type EvaluationState, type TypedScore } from './evaluation-state.js';

const FIELDS = ['a', 'b', 'c', 'total'] as const;

interface MembersTableProps {
  scoring: EvaluationState['scoring'];
  scores: readonly TypedScore[];
  onChange: (scores: TypedScore[]) => void;
  /** What is wrong with a cell; null = nothing known. */
  faultOf: (index: number, field: ScoreFault['field']) => string | null;
}

/** Points as they are typed, a row a member, or one row for the mean. */
export function MembersTable({ scoring, scores, onChange, faultOf }: MembersTableProps) {
  const { messages } = useLanguage();
  const words = messages.entry.evaluation;
  const rows = scoring === 'mean' ? scores.slice(0, 1) : scores;
  const rowName = (index: number) => (scoring === 'mean' ? words.mean : words.memberNo(index + 1));
  const type = (index: number, field: keyof TypedScore, text: string) =>
    onChange(scores.map((score, at) => (at === index ? { ...score, [field]: text } : score)));
  return (
    <>
      <table className="ruled points-table">
        <caption className="visually-hidden">{words.scoring}</caption>
        <thead>
          <tr>
            <th scope="col">{words.member}</th>
            {FIELDS.map((field) => (
              <th key={field} scope="col" title={field === 'total' ? undefined : words.partTexts[field]}>
                {words.partNames[field]}
              </th>
            ))}
            {scoring === 'members' && (
              <th scope="col">
                <span className="visually-hidden">{words.remove}</span>
              </th>
            )}
          </tr>
        </thead>
        {rows.map((score, index) => {
          const faults = FIELDS.flatMap((field) => faultOf(index, field) ?? []);
          return (
            <tbody key={index}>
              <tr>
                <th scope="row">{scoring === 'mean' ? words.mean : index + 1}</th>
                {FIELDS.map((field) => (
                  <td key={field}>
                    <input
                      type="text"
                      inputMode="decimal"
                      autoComplete="off"
                      aria-label={words.cell(rowName(index), field)}
                      aria-invalid={faultOf(index, field) !== null}
                      {...(faults.length > 0 ? { 'aria-describedby': `points-fault-${index}` } : {})}
                      placeholder={field === 'total' ? (sumOfParts(score) ?? '') : ''}
                      value={score[field]}
                      onChange={(event) => type(index, field, event.target.value)}
                    />
                  </td>
                ))}
                {scoring === 'members' && (
                  <td>
                    <button
                      type="button"
                      className="text-button"
                      aria-label={words.removeMember(index + 1)}
                      disabled={scores.length === 1}
                      onClick={() => onChange(scores.filter((_, at) => at !== index))}
                    >
                      {words.remove}
                    </button>
                  </td>
                )}
              </tr>
              {faults.length > 0 && (
                <tr>
                  <td colSpan={6} id={`points-fault-${index}`} className="form-refusal">
                    {faults.join('; ')}
                  </td>
                </tr>
              )}
            </tbody>
          );
        })}
      </table>
      {scoring === 'members' && (
        <p>
          <button type="button" className="text-button" onClick={() => onChange([...scores, EMPTY_SCORE])}>
            {words.addMember}
          </button>
        </p>
      )}
    </>
  );
}

/** Parts A, B and C against the most each can be (QĐ 148/QĐ-TTg). */
export const PARTS = [
  { part: 'a', most: PART_MAXIMUM.A },
  { part: 'b', most: PART_MAXIMUM.B },
  { part: 'c', most: PART_MAXIMUM.C },
] as const;
