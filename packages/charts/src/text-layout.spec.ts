import { describe, expect, it } from '@jest/globals';
import { estimatePaperWidth, wrapText } from './text-layout.js';

const tenPerLetter = (line: string): number => line.length * 10;
const name = 'Ngân sách hỗ trợ thực hiện Chương trình MTQG xây dựng nông thôn mới giai đoạn 2021-2025';

describe('wrapText', () => {
  it('keeps every word of a long name', () => {
    expect(wrapText(name, 240, tenPerLetter).join(' ')).toBe(name);
  });

  it('keeps lines within the width and of much the same length', () => {
    const lengths = wrapText(name, 300, tenPerLetter).map((line) => line.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(30);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(8);
  });

  it('never cuts a word that is wider than the line', () => {
    expect(wrapText('số 20/2020/NQ-HĐND', 50, tenPerLetter)).toEqual(['số', '20/2020/NQ-HĐND']);
  });
});

describe('estimatePaperWidth', () => {
  it('gives a mark no width: composed and decomposed letters are equal', () => {
    expect(estimatePaperWidth('Hương Trà'.normalize('NFD'), 12, false)).toBe(estimatePaperWidth('Hương Trà', 12, false));
  });
});
