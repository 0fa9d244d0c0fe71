import { Document, Packer } from 'docx';
import type { Block, ReportModel } from '../model.js';
import { officialWords } from '../typesetter/messages.js';
import { frameOf } from '../typesetter/pages.js';
import { blocksOf, lastTextFrom, spaceBefore, type Place } from './blocks.js';
import { cleanTexts } from './clean-model.js';
import { closingTable } from './closing.js';
import { onFixedDay } from './fixed-day.js';
import { headBlocks } from './head.js';
import { gap, paragraph } from './paragraphs.js';
import { section } from './sections.js';
import { PARAGRAPH_STYLES, TYPEFACE } from './styles.js';

const LINES_BEFORE_SIGNATURE = 2;

function documentOf(model: ReportModel): Document {
  const { metadata, appendices } = model;
  let drawings = 0;
  const nextDrawing = (): number => (drawings += 1);

  const place: Place = { frame: frameOf('portrait'), nextDrawing };
  const text: Block[] = [...model.opening.map((runs): Block => ({ kind: 'paragraph', runs })), ...model.body];
  const report = section(model, place.frame, true, [
    ...headBlocks(model, place.frame),
    ...blocksOf(text, place, lastTextFrom(text, LINES_BEFORE_SIGNATURE)),
    closingTable(model, place.frame),
    gap(0),
  ]);
  const attached = appendices.map((appendix, index) => {
    const own: Place = { frame: frameOf(appendix.orientation), nextDrawing };
    const { titleLines, referenceLines, blocks } = appendix;
    const last = referenceLines.length - 1;
    return section(model, own.frame, false, [
      paragraph('AppendixName', officialWords.appendixName(index, appendices.length)),
      ...titleLines.map((line) => paragraph('AppendixTitle', line)),
      ...referenceLines.map((line, at) => paragraph('AppendixReference', line, at === last ? spaceBefore(blocks[0]) : {})),
      ...blocksOf(blocks, own),
    ]);
  });
  return new Document({
    title: metadata.title,
    subject: metadata.subject,
    creator: metadata.author,
    lastModifiedBy: metadata.author,
    compatibility: { version: 15 },
    styles: {
      default: { document: { run: { font: TYPEFACE, language: { value: metadata.language, eastAsia: metadata.language } } } },
      paragraphStyles: PARAGRAPH_STYLES,
    },
    sections: [report, ...attached],
  });
}

/**
 * The report as a Word file that can still be edited, laid out as `renderReportPdf` sets it, after Appendix I of Decree
 * 30/2020/NĐ-CP. The same model always gives the same bytes.
 * Throws MissingGlyphError for a character the typeface lacks where a width depends on it (head, tables, charts).
 */
export async function renderReportDocx(model: ReportModel): Promise<Uint8Array> {
  const clean = cleanTexts(model);
  return onFixedDay(await Packer.pack(documentOf(clean), 'uint8array'), clean.metadata.createdOn);
}
