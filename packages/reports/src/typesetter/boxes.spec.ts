import { describe, expect, it } from '@jest/globals';
import { type Box, keepLastTextWithNext, paginate, type PageOpener } from './boxes.js';
import { frameOf } from './pages.js';

const frame = { ...frameOf('portrait'), top: 0, bottom: 100 };

/** Sets boxes and tells on which page each was drawn, at which height. */
function placed(boxes: Omit<Box, 'draw'>[]): [page: number, top: number][] {
  let page = 1;
  const places: [number, number][] = [];
  const pages: PageOpener = {
    open: () => {
      page += 1;
    },
  };
  paginate(boxes.map((box) => ({ ...box, draw: (top) => places.push([page, top]) })), frame, pages, frame.top);
  return places;
}

function box(height: number, options: Partial<Box> = {}): Omit<Box, 'draw'> {
  return { height, spaceBefore: 0, keepWithNext: false, ...options };
}

describe('setting boxes on pages', () => {
  it('goes on to a new page when a box does not fit', () => {
    expect(placed([box(60), box(40), box(1)])).toEqual([[1, 0], [1, 60], [2, 0]]);
  });

  it('leaves out the space before a box on top of a page', () => {
    expect(placed([box(60, { spaceBefore: 9 }), box(40, { spaceBefore: 9 })])).toEqual([[1, 0], [2, 0]]);
  });

  it('moves a heading with what follows it', () => {
    expect(placed([box(70), box(10, { keepWithNext: true }), box(30)])).toEqual([[1, 0], [2, 0], [2, 10]]);
  });

  it('breaks a chain that is longer than a page where the page is full', () => {
    expect(placed([box(60, { keepWithNext: true }), box(60, { keepWithNext: true }), box(30)])).toEqual([[1, 0], [2, 0], [2, 60]]);
  });

  it('draws the repeated header on top of a page and sets the box under it', () => {
    const drawn: number[] = [];
    const repeated = { height: 10, draw: (top: number): void => void drawn.push(top) };
    expect(placed([box(60), box(60, { repeated })])).toEqual([[1, 0], [2, 10]]);
    expect(drawn).toEqual([0]);
  });

  it('ties at least two lines of text to what follows, over blocks that are no text', () => {
    const boxes: Box[] = [box(1, { textLine: true }), box(1, { textLine: true }), box(1), box(1, { textLine: true })].map((one) => ({ ...one, draw: () => undefined }));
    keepLastTextWithNext(boxes, 2, 50);
    expect(boxes.map((one) => one.keepWithNext)).toEqual([false, true, true, true]);
  });

  it('ties the last boxes instead where a long table stands between, so that the signature is not torn off', () => {
    const boxes: Box[] = [box(1, { textLine: true }), ...Array.from({ length: 60 }, () => box(1)), box(1, { textLine: true })].map((one) => ({ ...one, draw: () => undefined }));
    keepLastTextWithNext(boxes, 2, 50);
    expect(boxes.map((one) => one.keepWithNext)).toEqual([...Array.from({ length: 59 }, () => false), true, true, true]);
  });
});
