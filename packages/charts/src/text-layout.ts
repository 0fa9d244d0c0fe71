/** Width of a text in px (pt on paper) at a type size. */
export type MeasureText = (text: string, fontSizePx: number, bold: boolean) => number;

const narrow = /[\s.,:;|!'()[\]\-/fijlrtI]/;
const wide = /[mwMW%—…@]/;
const capital = /[A-ZĐ]/;

/** A slightly generous guess for Tinos, for callers that hold no font. Marks have no width. */
export const estimatePaperWidth: MeasureText = (text, fontSizePx, bold) => {
  let em = 0;
  for (const letter of text.normalize('NFD').replace(/\p{M}/gu, '')) {
    em += narrow.test(letter) ? 0.32 : wide.test(letter) ? 0.86 : capital.test(letter) ? 0.7 : 0.54;
  }
  return em * fontSizePx * (bold ? 1.06 : 1);
};

/** The same for Be Vietnam Pro, which is up to a fifth wider. */
export const estimateScreenWidth: MeasureText = (text, fontSizePx, bold) => 1.2 * estimatePaperWidth(text, fontSizePx, bold);

function fillLines(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measure(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/**
 * Breaks a text between words into as few lines as fit the width, and those of much the same length.
 * A word is never broken nor cut, even when it is wider than the line.
 */
export function wrapText(text: string, width: number, measure: (line: string) => number): string[] {
  const lines = fillLines(text, width, measure);
  let even = lines;
  for (let narrower = width - 4; narrower > 0 && lines.length > 1; narrower -= 4) {
    const next = fillLines(text, narrower, measure);
    if (next.length > lines.length) break;
    even = next;
  }
  return even;
}
