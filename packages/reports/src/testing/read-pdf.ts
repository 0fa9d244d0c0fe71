import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A line of text as the file holds it; points from the page's top left corner. */
export interface PlacedLine {
  page: number;
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  font: string;
  /** The structure element or Artifact it belongs to. */
  tag: string;
}

/** A horizontal rule. */
export interface PlacedRule {
  page: number;
  from: number;
  to: number;
  y: number;
}

interface ReadPage {
  number: number;
  width: number;
  height: number;
  lines: PlacedLine[];
  rules: PlacedRule[];
  /** Frames of table cells. */
  frames: { left: number; right: number; top: number; bottom: number }[];
  tree: StructureNode | null;
}

export interface StructureNode {
  role?: string;
  alt?: string;
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

/** pdfjs's own path commands: move 0, line 1, close 4. */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;

function pathsOf(operators: { fnArray: number[]; argsArray: unknown[] }): number[][] {
  return operators.fnArray.flatMap((operator, index) => {
    if (operator !== OPS.constructPath) return [];
    const path = (operators.argsArray[index] as [number, (Float32Array | null)[]])[1]?.[0];
    return path === null || path === undefined ? [] : [Array.from(path)];
  });
}

function readPaths(page: number, operators: { fnArray: number[]; argsArray: unknown[] }): Pick<ReadPage, 'rules' | 'frames'> {
  const rules: PlacedRule[] = [];
  const frames: ReadPage['frames'] = [];
  for (const path of pathsOf(operators)) {
    const [first, x1 = 0, y1 = 0, second, x2 = 0, y2 = 0] = path;
    if (path.length === 6 && first === MOVE && second === LINE && y1 === y2) rules.push({ page, from: x1, to: x2, y: y1 });
    for (let at = 0; at + 12 < path.length; at += 13) {
      if (path[at] !== MOVE || path[at + 12] !== CLOSE) break;
      const [left = 0, top = 0] = path.slice(at + 1, at + 3);
      const [right = 0, bottom = 0] = path.slice(at + 7, at + 9);
      frames.push({ left, right, top, bottom });
    }
  }
  return { rules, frames };
}

async function readLines(page: PDFPageProxy): Promise<PlacedLine[]> {
  const height = page.view[3] ?? 0;
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const lines: PlacedLine[] = [];
  let tag = '';
  let current: PlacedLine | null = null;
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type !== 'endMarkedContent') tag = (item as { tag?: string }).tag ?? '';
      current = null;
      continue;
    }
    if (item.str === '') continue;
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    const font = (page.commonObjs.get(item.fontName) as { name: string }).name;
    const baseline = height - y;
    if (current === null || Math.abs(current.baseline - baseline) > 0.5) {
      if (item.str.trim() === '') continue;
      current = { page: page.pageNumber, text: '', left: x, right: x, baseline, size: Math.hypot(a, b), font, tag };
      lines.push(current);
    }
    current.text += item.str;
    if (item.str.trim() !== '') current.right = x + item.width;
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
      pages.push({ number, width, height, lines: await readLines(page), ...readPaths(number, operators), tree });
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
