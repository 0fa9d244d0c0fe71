import type { LawRuleOnRecord } from '@ocop/contracts';
import { addDays, type Day, type LawTopic, type LawValues } from '@ocop/domain';

export interface Provision {
  readonly rule: LawRuleOnRecord;
  readonly from: Day | null;
  /** Its last day; null = until a later provision of the topic. */
  readonly to: Day | null;
}

/** The provisions of a topic that stand, each with its last day, the newest first. */
export function provisionsOf(rules: readonly LawRuleOnRecord[], topic: LawTopic): Provision[] {
  const standing = rules
    .filter((rule) => rule.topic === topic && rule.annulled === null)
    .sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  return standing
    .map((rule, index) => {
      const next = standing[index + 1]?.validFrom ?? null;
      return { rule, from: rule.validFrom, to: next === null ? null : addDays(next, -1) };
    })
    .reverse();
}

/** How a provision stands on a day. */
export function stateOn({ from, to }: Provision, day: Day): 'future' | 'in-force' | 'past' {
  if ((from ?? '') > day) return 'future';
  return to !== null && to < day ? 'past' : 'in-force';
}

/** What a provision says, by its topic; the contract holds the value beside the topic. */
export type Said = { [T in LawTopic]: { topic: T; value: LawValues[T] } }[LawTopic];
export const said = ({ topic, value }: Pick<LawRuleOnRecord, 'topic' | 'value'>): Said => ({ topic, value }) as Said;
