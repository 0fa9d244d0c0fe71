/** The code that leads from a paper to the figures it was made of: "BC-12" of a report, "BC-12-PL2" of its second appendix. */
export const reportCode = (report: number, appendix?: number): string => `BC-${report}${appendix === undefined ? '' : `-PL${appendix}`}`;

/** Reads a code as somebody copies it from paper, in small letters or with blanks for dashes; null for anything else. */
export function parseReportCode(text: string): { report: number; appendix: number | null } | null {
  const [, report, appendix] = /^bc[-–\s]*([1-9]\d{0,8})(?:[-–\s]*pl[-–\s]*([1-9]\d?))?$/iu.exec(text.trim()) ?? [];
  return report === undefined ? null : { report: Number(report), appendix: appendix === undefined ? null : Number(appendix) };
}
