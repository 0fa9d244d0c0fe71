/**
 * The parts of a report that a person writes, beside what is computed: the work areas by their order in the plan, and the
 * sections I, III, IV and V (see the outline of the report).
 */
export const REPORT_SECTIONS = [
  'documents', 'organisation', 'area-1', 'area-2', 'area-3', 'area-4', 'area-5', 'area-6', 'achieved', 'limits', 'causes', 'tasks', 'proposals',
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** What was written of each; an empty text says that there is nothing to add, none that nobody has decided yet. */
export type ReportTexts = Readonly<Partial<Record<ReportSection, string>>>;

/** Without these a report cannot be handed on: a work area without a text says that nothing is on record. */
export const REQUIRED_SECTIONS: readonly ReportSection[] = ['documents', 'organisation', 'achieved', 'limits', 'causes', 'tasks', 'proposals'];

/** Letters of one part; a report that wants more wants an appendix. */
export const LONGEST_SECTION = 20_000;
