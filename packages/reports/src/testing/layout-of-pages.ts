import { HOUSE_LAYOUT, millimetres, OFFICIAL_LAYOUT as official } from '../layout-rules.js';
import { centreOf, type LayoutRow, letterProblems, type Paper, rangeInPoints, say, textArea, TOLERANCE } from './layout-row.js';
import type { PlacedLine, ReadPage } from './read-pdf.js';

/** Ascent and descent of a Times face, in ems. */
const ASCENT = 0.891;
const DESCENT = 0.216;

type Side = keyof typeof official.marginsMm;

const isNumber = (line: PlacedLine): boolean => line.tag === 'Artifact' && /^\d+$/u.test(line.text) && line.baseline < millimetres(official.marginsMm.top.min);

/** How far the text and the frames of a page stay from its edges; page number and marking belong to the margins. */
function marginsOf(page: ReadPage): Record<Side, number> {
  const text = page.lines.filter((line) => line.tag !== 'Artifact');
  const marks = page.lines.filter((line) => line.tag === 'Artifact');
  const isAround = (frame: ReadPage['frames'][number]): boolean =>
    marks.some((line) => line.baseline > page.height - millimetres(official.marginsMm.bottom.min) && line.baseline > frame.top && line.baseline < frame.bottom);
  const ink = [
    ...text.map(({ left, right, baseline, size }) => ({ left, right, top: baseline - size * ASCENT, bottom: baseline + size * DESCENT })),
    ...page.frames.filter((frame) => !isAround(frame)),
  ];
  return {
    top: Math.min(...ink.map((one) => one.top)),
    bottom: page.height - Math.max(...ink.map((one) => one.bottom)),
    left: Math.min(...ink.map((one) => one.left)),
    right: page.width - Math.max(...ink.map((one) => one.right)),
  };
}

/** Pages that end inside a paragraph of which a further line could have come: they are full. */
function fullPages({ parts, pdf }: Paper): ReadPage[] {
  return pdf.pages.filter(({ number }) =>
    parts.some(({ kind, lines }) => kind === 'text' && lines.some((line) => line.page === number) && lines.filter((line) => line.page === number + 1).length > 2),
  );
}

/**
 * No page leaves less than the margin. It may leave more where its text is short, so the most is measured where it is longest:
 * at the sides over all pages of one orientation, at the bottom on full pages up to the line that did not fit.
 */
function marginProblems(paper: Paper, side: Side): string[] {
  const { min, max } = rangeInPoints(official.marginsMm[side]);
  const { pages } = paper.pdf;
  const narrow = pages.map((page) => ({ page, margin: marginsOf(page)[side] })).filter(({ margin }) => margin < min - TOLERANCE);
  const alike = [...new Set(pages.map(({ width }) => width))].map((width) => pages.filter((page) => page.width === width));
  const groups: Record<Side, ReadPage[][]> = {
    top: pages.map((page) => [page]),
    bottom: fullPages(paper).map((page) => [page]),
    left: alike,
    right: alike,
  };
  const least = groups[side].map((group) => Math.min(...group.map((page) => marginsOf(page)[side])));
  const most = max + (side === 'bottom' ? HOUSE_LAYOUT.bodyLine : 0);
  return [
    ...narrow.map(({ page, margin }) => `page ${page.number}: ${margin.toFixed(1)} pt`),
    ...least.filter((margin) => margin > most + TOLERANCE).map((margin) => `${margin.toFixed(1)} pt`),
  ];
}

function numberProblems(paper: Paper, page: ReadPage): string[] {
  const [number, ...more] = page.lines.filter(isNumber);
  if (page.number === 1) return number === undefined ? [] : ['shown on page 1'];
  if (number === undefined || more.length > 0) return [`page ${page.number}: ${more.length === 0 ? 'none' : 'several'}`];
  const { left, right } = textArea(paper, number);
  return [
    // Digits are their own capitals.
    ...letterProblems({ ...official.pageNumber, letters: 'capitals' }, number),
    ...(number.text === String(page.number) ? [] : [say(number, `not ${page.number}`)]),
    ...(Math.abs(centreOf(number) - (left + right) / 2) <= 1 ? [] : [say(number, 'not centred')]),
  ];
}

function paperProblems({ pdf, model, parts }: Paper): string[] {
  const { widthMm, heightMm } = official.page;
  return pdf.pages.flatMap((page) => {
    const part = parts.find(({ lines }) => lines.some((line) => line.page === page.number));
    const isLandscape = part !== undefined && part.appendix !== null && model.appendices[part.appendix]?.orientation === 'landscape';
    const sides = [page.width, page.height].map((side) => Math.round((side * 25.4) / 72));
    const wanted = isLandscape ? [heightMm, widthMm] : [widthMm, heightMm];
    return String(sides) === String(wanted) ? [] : [`page ${page.number}: ${sides.join(' × ')} mm`];
  });
}

/** Letters, in charts too, rules and frames; only what a chart draws to be told apart has colours. */
function colourProblems({ pdf }: Paper): string[] {
  return pdf.pages.flatMap(({ number, colours, figureLetterColours }) =>
    [...colours, ...figureLetterColours].filter((colour) => colour !== '#000000').map((colour) => `page ${number}: ${colour}`),
  );
}

export const pageRows: LayoutRow[] = [
  { row: 'A4 portrait, a wide appendix landscape', problems: paperProblems },
  ...(['top', 'bottom', 'left', 'right'] as const).map((side) => ({ row: `${side} margin`, problems: (paper: Paper) => marginProblems(paper, side) })),
  { row: 'black', problems: colourProblems },
  {
    row: 'a typeface as wide as Times New Roman and no other, embedded as a subset',
    problems: ({ pdf }) =>
      pdf.pages.flatMap(({ number, fonts }) =>
        fonts.filter(({ name, isEmbedded }) => !isEmbedded || !/^[A-Z]{6}\+Tinos(-|$)/u.test(name)).map(({ name }) => `page ${number}: ${name}`),
      ),
  },
  {
    row: 'Unicode NFC',
    problems: ({ pdf }) => pdf.pages.flatMap((page) => page.lines.filter((line) => line.text !== line.text.normalize('NFC')).map((line) => say(line, 'not NFC'))),
  },
  {
    row: 'page number: Arabic, 13–14 pt, upright, centred in the top margin, not on page 1',
    problems: (paper) => paper.pdf.pages.flatMap((page) => numberProblems(paper, page)),
  },
];
