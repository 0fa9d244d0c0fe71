import { councilRuleSchema, type CouncilRuleOfLevel, type SetCouncilRule } from '@ocop/contracts';
import type { EvaluationLevel } from '@ocop/domain';
import { numberOf, optional, type FormReader, type Reading } from '../../lib/reading.js';
import type { Seen } from '../../lib/record-difference.js';

/** The form of what a council decided for itself; an empty field sets no rule. */
export interface CouncilState {
  seen: Seen;
  members: string;
  numerator: string;
  denominator: string;
  spreadLimit: string;
  paper: string;
}

const text = (value: number | string | null | undefined): string => String(value ?? '');
const numeric = (value: string): number | null => (optional(value) === null ? null : numberOf(value));

const fieldsOf = (rule: CouncilRuleOfLevel | null) => ({
  members: text(rule?.members),
  numerator: text(rule?.quorum?.numerator),
  denominator: text(rule?.quorum?.denominator),
  spreadLimit: text(rule?.spreadLimit),
  paper: text(rule?.paper),
});
const seenOf = (rule: CouncilRuleOfLevel | null): Seen => ({ version: rule?.version ?? 0, ...fieldsOf(rule) });

/** @param rule null = the council set none yet */
export const councilStateOf = (rule: CouncilRuleOfLevel | null): CouncilState => ({ seen: seenOf(rule), ...fieldsOf(rule) });

/** The rule as the API says it stands now. */
export function presentCouncilRule(current: unknown): Seen | null {
  const read = councilRuleSchema.safeParse(current);
  return read.success ? seenOf(read.data) : null;
}

export const readCouncilRule =
  (year: number, level: EvaluationLevel) =>
  ({ seen, members, numerator, denominator, spreadLimit, paper }: CouncilState, reader: FormReader): Reading<SetCouncilRule> => {
    const noQuorum = optional(numerator) === null && optional(denominator) === null;
    return reader.as({
      year, level, version: seen.version,
      members: numeric(members),
      quorum: noQuorum ? null : { numerator: numeric(numerator) ?? Number.NaN, denominator: numeric(denominator) ?? Number.NaN },
      spreadLimit: optional(spreadLimit),
      paper: optional(paper),
    });
  };
