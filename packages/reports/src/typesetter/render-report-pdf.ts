import PDFDocument from 'pdfkit';
import type { ReportModel } from '../model.js';
import { appendixHeadBoxes } from './appendix.js';
import { blockBoxes, paragraphBoxes, type Target } from './block-boxes.js';
import { keepLastTextWithNext, paginate } from './boxes.js';
import { closingBox } from './closing.js';
import { inPlace } from './fonts.js';
import { headerBox } from './header.js';
import { officialWords } from './messages.js';
import { Outline } from './outline.js';
import { frameOf, Pages } from './pages.js';
import { Pen } from './pen.js';

const LINES_BEFORE_SIGNATURE = 2;
/** The share of a page that may move with the signature. */
const MOVED_WITH_SIGNATURE = 0.5;

function escapeXml(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/&/gu, '&amp;').replace(/</gu, '&lt;') : value;
}

/** pdfkit writes the title and its like into the XML metadata as they are. */
class ReportDocument extends PDFDocument {
  override endMetadata(): void {
    const info = this.info;
    this.info = Object.fromEntries(Object.entries(info).map(([key, value]) => [key, escapeXml(value)]));
    super.endMetadata();
    this.info = info;
  }
}

function openDocument(model: ReportModel): PDFKit.PDFDocument {
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

async function bytesOf(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of doc) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
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
  const doc = openDocument(model);
  typeset(doc, model);
  const bytes = bytesOf(doc);
  doc.end();
  return bytes;
}
