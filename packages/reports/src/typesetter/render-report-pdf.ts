import { setImmediate } from 'node:timers/promises';
import type { ReportModel } from '../model.js';
import { appendixHeadBoxes } from './appendix.js';
import { blockBoxes, paragraphBoxes, type Target } from './block-boxes.js';
import { keepLastTextWithNext, paginate } from './boxes.js';
import { closingBox } from './closing.js';
import { inPlace, restTypefaces } from './fonts.js';
import { headerBox } from './header.js';
import { officialWords } from './messages.js';
import { Outline } from './outline.js';
import { frameOf, Pages } from './pages.js';
import { Pen } from './pen.js';
import { ReportDocument } from './report-document.js';

const LINES_BEFORE_SIGNATURE = 2;
/** The share of a page that may move with the signature. */
const MOVED_WITH_SIGNATURE = 0.5;

function openDocument(model: ReportModel): ReportDocument {
  const { metadata } = model;
  const createdOn = new Date(`${metadata.createdOn}T00:00:00+07:00`);
  return new ReportDocument({
    autoFirstPage: false,
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: metadata.language,
    displayTitle: true,
    info: {
      Title: metadata.title,
      Subject: metadata.subject,
      Author: metadata.author,
      Creator: 'OCOP Monitor',
      Producer: 'OCOP Monitor',
      CreationDate: createdOn,
      ModDate: createdOn,
    },
  });
}

function typeset(doc: PDFKit.PDFDocument, model: ReportModel): void {
  const pen = new Pen(doc);
  const pages = new Pages(doc, pen, { marking: model.marking, watermark: model.draft ? officialWords.draft : null });
  const parent = doc.struct('Document');
  doc.addStructure(parent);
  const outline = new Outline(doc);

  const frame = frameOf('portrait');
  const target: Target = { pen, frame, parent, outline };
  const text = [
    inPlace('header', () => headerBox(pen, model, frame, parent)),
    ...model.opening.flatMap((runs, index) => inPlace(`opening[${index}]`, () => paragraphBoxes(target, runs))),
    ...blockBoxes(target, model.body, 'body'),
  ];
  keepLastTextWithNext(text, LINES_BEFORE_SIGNATURE, (frame.bottom - frame.top) * MOVED_WITH_SIGNATURE);
  inPlace('page marks', () => pages.open(frame));
  paginate([...text, inPlace('signature', () => closingBox(pen, model, frame, parent))], frame, pages, frame.top);

  model.appendices.forEach((appendix, index) => {
    const appendixTarget: Target = { ...target, frame: frameOf(appendix.orientation) };
    const place = `appendices[${index}]`;
    const head = inPlace(place, () => appendixHeadBoxes(appendixTarget, appendix, officialWords.appendixName(index, model.appendices.length)));
    const boxes = [...head, ...blockBoxes(appendixTarget, appendix.blocks, `${place}.blocks`)];
    pages.open(appendixTarget.frame);
    paginate(boxes, appendixTarget.frame, pages, appendixTarget.frame.top);
  });
  parent.end();
}

/**
 * Typesets a report as a tagged PDF by Appendix I of Decree 30/2020/NĐ-CP. The same model always gives the same bytes.
 * Throws MissingGlyphError for a character the typeface lacks.
 */
export async function renderReportPdf(model: ReportModel): Promise<Buffer> {
  // One report holds its thread. Others come between two, and what was compressed for the last one is let go.
  await setImmediate();
  restTypefaces();
  try {
    const doc = openDocument(model);
    typeset(doc, model);
    return doc.finish();
  } finally {
    restTypefaces();
  }
}
