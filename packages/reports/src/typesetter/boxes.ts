import type { Frame } from './pages.js';

/** Opens the next page. */
export interface PageOpener {
  open(frame: Frame): void;
}

/** A piece of a page that is never torn; heights in points. */
export interface Box {
  height: number;
  /** Left out at the top of a page. */
  spaceBefore: number;
  keepWithNext: boolean;
  /** A line of running text, which may accompany the signature. */
  textLine?: boolean;
  /** Drawn again on top of a page that starts with this box: the table's header. */
  repeated?: { height: number; draw(top: number): void };
  draw(top: number): void;
}

function chainFrom(boxes: readonly Box[], start: number): readonly Box[] {
  let end = start;
  while (boxes[end]?.keepWithNext === true && end + 1 < boxes.length) end += 1;
  return boxes.slice(start, end + 1);
}

function heightOf(chain: readonly Box[], onTop: boolean): number {
  return chain.reduce((sum, box, index) => sum + box.height + (onTop && index === 0 ? 0 : box.spaceBefore), 0);
}

/** Sets boxes on pages from `top` of the current page: chains kept together move to a new page when they do not fit. */
export function paginate(boxes: readonly Box[], frame: Frame, pages: PageOpener, top: number): void {
  let y = top;
  let onTop = top === frame.top;
  const turn = (next: Box): void => {
    pages.open(frame);
    y = frame.top;
    onTop = true;
    if (next.repeated !== undefined) {
      next.repeated.draw(y);
      y += next.repeated.height;
    }
  };
  for (let index = 0; index < boxes.length; ) {
    const chain = chainFrom(boxes, index);
    const [first] = chain;
    if (first === undefined) break;
    const fits = y + heightOf(chain, onTop) <= frame.bottom + 0.01;
    if (!fits && !onTop) turn(first);
    for (const box of chain) {
      if (!onTop && y + box.spaceBefore + box.height > frame.bottom + 0.01) turn(box);
      y += onTop ? 0 : box.spaceBefore;
      box.draw(y);
      y += box.height;
      onTop = false;
    }
    index += chain.length;
  }
}

/** What comes with a signature that a long table parts from the text: the last rows, total and sentence. */
const LAST_BOXES = 3;

/**
 * Ties the last lines of text to what follows them, so that a signature never stands alone. Where they and what stands
 * between are higher than `most`, the last boxes come with it, whatever they are: a chain longer than a page would be torn.
 */
export function keepLastTextWithNext(boxes: Box[], lines: number, most: number): void {
  const textLines = boxes.flatMap((box, index) => (box.textLine === true ? [index] : []));
  const tied = boxes.slice(textLines.at(-lines) ?? 0);
  for (const box of heightOf(tied, true) <= most ? tied : boxes.slice(-LAST_BOXES)) box.keepWithNext = true;
}
