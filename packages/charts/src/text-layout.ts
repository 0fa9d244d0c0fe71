/** Width of a text in px (pt on paper) at a type size. */
export type MeasureText = (text: string, fontSizePx: number, bold: boolean) => number;

const narrow = /[\s.,:;|!'()[\]\-/fijlrtI]/;
const wide = /[mwMW%—…@]/;
const capital = /[A-ZĐ]/;

/** A close, slightly generous guess for Tinos and Be Vietnam Pro, for callers that hold no font. Marks have no width. */
export const estimateTextWidth: MeasureText = (text, fontSizePx, bold) => {
  let em = 0;
  for (const letter of text.normalize('NFD').replace(/\p{M}/gu, '')) {
    em += narrow.test(letter) ? 0.32 : wide.test(letter) ? 0.86 : capital.test(letter) ? 0.7 : 0.54;
  }
  return em * fontSizePx * (bold ? 1.06 : 1);
};

/** Breaks a text between words so that lines fit the width; a word is never broken nor cut, even when it is wider. */
export function wrapText(text: string, width: number, measure: (line: string) => number): string[] {
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
