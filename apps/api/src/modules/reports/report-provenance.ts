import { LAW_TOPICS, lawOn, STAGES_OF_SUM, type LawRule, type ReportingPeriod } from '@ocop/domain';
import type { SnapshotAmounts, SnapshotProvenance } from '@ocop/reports';
import type { LedgerLine } from '../funding/funding.service.js';
import { FORMULAS } from '../indicators/figures.js';
import type { ProgrammeFacts } from '../indicators/programme-facts.js';

/** A town enters some hundred lines a year; beyond these a report keeps them by months. */
export const MOST_LINES = 5_000;

const STAGES = Object.keys(STAGES_OF_SUM) as (keyof SnapshotAmounts)[];

interface ProvenanceInput {
  facts: ProgrammeFacts;
  period: ReportingPeriod;
  fundingLines: LedgerLine[];
  law: LawRule[];
  communesWithoutReport: string[];
}

/** The rows behind the sums of a report, and the law and formulas they were computed by. */
export function provenanceOf({ facts, period, fundingLines, law, communesWithoutReport }: ProvenanceInput): SnapshotProvenance {
  const { asOf } = facts.view;
  const before = facts.communeReporting.find((reporting) => reporting.period === period.kind)?.due.before ?? '';
  const nameOf = new Map(facts.funding.map(({ code, name }) => [code, name]));
  return {
    communeReports: facts.communeReports
      .filter((report) => report.period === period.kind)
      .map(({ unitName, receivedOn, paper }) => ({ unitName, receivedOn, paper, onTime: receivedOn < before })),
    communesWithoutReport,
    fundingLines: fundingLines.flatMap(({ source, stage: entered, ...line }) =>
      STAGES.flatMap((stage) => ((STAGES_OF_SUM[stage] as readonly string[]).includes(entered) ? [{ source: nameOf.get(source) ?? source, stage, ...line }] : [])),
    ),
    law: LAW_TOPICS.flatMap((topic) => {
      const rule = lawOn(law, topic, asOf);
      return rule === null ? [] : [{ topic, validFrom: rule.validFrom, legalBasis: rule.legalBasis }];
    }),
    formulas: FORMULAS,
  };
}
