import { formatDay, REPORT_SECTIONS, type Day, type ReportSection, type ReportTexts } from '@ocop/domain';
import type { Appendix, Block } from '../model.js';
import type { ReportSnapshot } from '../snapshot.js';
import { officialWords } from '../typesetter/messages.js';
import { amendmentWords as words, figureWords } from './messages/figures.js';
import { compareFigures, figureText } from './figures.js';
import { reportMessages } from './messages.js';
import { paragraph } from './text-blocks.js';

/** An issued report that a later one takes the place of, and why. */
export interface Amendment {
  number: string;
  issuedOn: Day;
  reason: string;
  snapshot: ReportSnapshot;
  texts: ReportTexts;
}

const sentence = (reason: string) => (/[.!?]$/u.test(reason) ? reason : `${reason}.`);

export const amendmentSentence = ({ number, issuedOn, reason }: Amendment): string => words.opening(number, formatDay(issuedOn), sentence(reason));

/** A part that a person writes, under the heading it stands under. */
export function sectionName(section: ReportSection, { workAreas }: ReportSnapshot): string {
  const area = /^area-(\d)$/.exec(section)?.[1];
  return area === undefined ? (figureWords.sections[section] ?? section) : (workAreas[Number(area) - 1]?.name ?? section);
}

/** The page of what changed: each figure as it was reported and as it is reported now, and the parts written anew. */
export function amendmentAppendix(snapshot: ReportSnapshot, texts: ReportTexts, amends: Amendment): Appendix {
  const { plan, issue, period } = snapshot;
  const figures = compareFigures(amends.snapshot, snapshot).map(({ name, before, after }) => [name, figureText(before), figureText(after)]);
  const rewritten = REPORT_SECTIONS.filter((section) => (texts[section] ?? '').trim() !== (amends.texts[section] ?? '').trim());
  const parts = rewritten.map((section) => [sectionName(section, snapshot), figureWords.writtenBefore, figureWords.writtenNow]);
  const rows = [...figures, ...parts].map((cells, index) => [String(index + 1), ...cells]);
  const { columns } = words;
  const table: Block = {
    kind: 'table',
    columns: [
      { title: columns.no, width: 'auto', align: 'center' },
      { title: columns.what, width: 4, align: 'left' },
      { title: columns.before, width: 3, align: 'left' },
      { title: columns.after, width: 3, align: 'left' },
    ],
    rows,
  };
  return {
    orientation: 'portrait',
    titleLines: words.title(amends.number, formatDay(amends.issuedOn)),
    referenceLines: reportMessages.attachedTo(officialWords.paperNumber(issue.number, reportMessages.numberSymbol), officialWords.paperDay(issue.day, period.year), plan.issuerShortName),
    blocks: [paragraph(words.reason(sentence(amends.reason))), rows.length === 0 ? paragraph(words.nothing) : table],
  };
}
