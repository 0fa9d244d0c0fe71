import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Drawing, readDrawing } from './read-pdf-drawing.js';

/** A line of text as the file holds it; points from the page's top left corner. */
export interface PlacedLine {
  page: number;
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  font: string;
  /** Holds letters of another font or size beside these. */
  mixed: boolean;
  /** The structure element or Artifact it belongs to; empty for neither. */
  tag: string;
  /** By which the structure tree knows it; null outside the tree. */
  contentId: string | null;
}

export interface ReadPage extends Drawing {
  number: number;
  width: number;
  height: number;
  lines: PlacedLine[];
  fonts: { name: string; isEmbedded: boolean }[];
  tree: StructureNode | null;
}

export interface StructureNode {
  role?: string;
  alt?: string;
  /** Of a table header: what it is the header of. */
  scope?: string;
  /** Of a leaf: the content it stands for. */
  id?: string;
  children?: StructureNode[];
}

export interface ReadPdf {
  pages: ReadPage[];
  info: Record<string, unknown>;
  outline: OutlineNode[];
  isMarked: boolean;
}

interface OutlineNode {
  title: string;
  items: OutlineNode[];
}

interface PdfFont {
  name: string;
  missingFile?: boolean;
}

/** The fonts that a page sets its letters in. */
function readFonts(page: PDFPageProxy, names: ReadonlySet<string>): ReadPage['fonts'] {
  return [...names].map((one) => {
    const { name, missingFile } = page.commonObjs.get(one) as PdfFont;
    return { name, isEmbedded: missingFile !== true };
  });
}

async function readLines(page: PDFPageProxy): Promise<PlacedLine[]> {
  const height = page.view[3] ?? 0;
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const lines: PlacedLine[] = [];
  const open: { tag: string; contentId: string | null }[] = [];
  let current: PlacedLine | null = null;
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push({ tag: (item as { tag?: string }).tag ?? '', contentId: (item.id as string | null | undefined) ?? null });
      current = null;
      continue;
    }
    if (item.str === '') continue;
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    const font = (page.commonObjs.get(item.fontName) as PdfFont).name;
    const size = Math.hypot(a, b);
    const baseline = height - y;
    if (current === null || Math.abs(current.baseline - baseline) > 0.5) {
      if (item.str.trim() === '') continue;
      current = { page: page.pageNumber, text: '', left: x, right: x, baseline, size, font, mixed: false, ...(open.at(-1) ?? { tag: '', contentId: null }) };
      lines.push(current);
    }
    current.text += item.str;
    if (item.str.trim() === '') continue;
    current.right = x + item.width;
    current.mixed ||= current.font !== font || current.size !== size;
  }
  return lines;
}

/** Reads a PDF back as lines, rules and structure, independently of the code that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), fontExtraProperties: true, verbosity: 0 });
  const doc = await task.promise;
  try {
    const pages: ReadPage[] = [];
    for (let number = 1; number <= doc.numPages; number += 1) {
      const page = await doc.getPage(number);
      const operators = await page.getOperatorList();
      const [, , width = 0, height = 0] = page.view;
      const tree = (await page.getStructTree()) as StructureNode | null;
      const { fontNames, ...drawing } = readDrawing(number, operators);
      pages.push({ number, width, height, lines: await readLines(page), fonts: readFonts(page, fontNames), ...drawing, tree });
    }
    const { info } = await doc.getMetadata();
    const marks = (await doc.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
    const isMarked = marks?.get('Marked') === true;
    return { pages, info: info as Record<string, unknown>, outline: ((await doc.getOutline()) ?? []) as OutlineNode[], isMarked };
  } finally {
    await task.destroy();
  }
}

/** The lines of the text itself: no page numbers, watermarks or repeated headers. */
export function contentLines(pdf: ReadPdf): PlacedLine[] {
  return pdf.pages.flatMap((page) => page.lines.filter((line) => line.tag !== 'Artifact'));
}

/** All text in reading order, as one string with single spaces. */
export function flowingText(pdf: ReadPdf): string {
  return contentLines(pdf)
    .map((line) => line.text)
    .join(' ')
    .replace(/\s+/gu, ' ');
}
