import { describe, expect, it } from '@jest/globals';
import type { Run } from '../model.js';
import { textWidth } from './fonts.js';
import { breakEvenly, breakLines, type Line } from './lines.js';
import { cleanText, toWords } from './words.js';

function textOf(line: Line): string {
  return line.words.map((word) => word.pieces.map((piece) => piece.text).join('')).join(' ');
}

function broken(runs: Run[] | string, width: number): string[] {
  return breakLines(toWords(typeof runs === 'string' ? [{ text: runs }] : runs, 14), width, 0, 14).map(textOf);
}

/** Every place at which a text can break, found by trying every width. */
function breaks(text: string): Set<string> {
  const found = new Set<string>();
  for (let width = 130; width < 400; width += 3) for (const line of broken(text, width).slice(1)) found.add(line.split(' ')[0] ?? '');
  return found;
}

describe('line breaking', () => {
  it.each([
    ['a count and its unit', 'công nhận thêm ít nhất 02 sản phẩm OCOP', 'sản'],
    ['a date and its word', 'Kế hoạch ban hành ngày 09/4/2024 của thị xã', '09/4/2024'],
    ['a document and its number', 'theo Quyết định số 148/QĐ-TTg của Thủ tướng', '148/QĐ-TTg'],
    ['a lone dash', 'Thành phố Huế - Hương Trà - Phong Điền', '-'],
    ['a mark after a space', 'Tổ chức ; đánh giá ; công nhận', ';'],
    ['a percentage', 'đạt 63,6 % so với kế hoạch', '%'],
  ])('keeps together %s', (_what, text, neverFirst) => {
    expect(breaks(text)).not.toContain(neverFirst);
  });

  it.each([
    ['after a year', 'Kế hoạch triển khai trong năm 2024 của thị xã', 'của'],
    ['before an opening bracket', 'Chương trình sản phẩm OCOP (mỗi xã một sản phẩm)', '(mỗi'],
    ['inside a long date', 'Kế hoạch ban hành ngày 09 tháng 4 năm 2024', 'tháng'],
  ])('still breaks %s', (_what, text, first) => {
    expect(breaks(text)).toContain(first);
  });

  it('keeps a no-break space and draws it as a space', () => {
    const text = 'Chương trình mỗi xã một sản phẩm trên địa bàn thị xã Hương\u00A0Trà';
    expect(breaks(text)).toContain('Hương');
    expect(breaks(text)).not.toContain('Trà');
    expect(broken(text, 1000)).toEqual([text.replace('\u00A0', ' ')]);
  });

  it('loses nothing, whatever the width', () => {
    const text = 'Đánh giá, phân hạng 02 sản phẩm (đợt 1) trước ngày 10/7/2024; gửi hồ sơ về Sở Nông nghiệp.';
    for (let width = 70; width < 500; width += 7) expect(broken(text, width).join(' ')).toBe(text);
  });

  it('never sets a line wider than the width', () => {
    for (let width = 40; width < 500; width += 7) {
      for (const line of broken('Nghiêng ngả 1.234.567 đồng Nguyễnvănnghiêngngảdàidằngdặc', width)) expect(textWidth(line, 'regular', 14)).toBeLessThanOrEqual(width + 0.5);
    }
  });

  it('cuts a word of 300 characters inside, not before a combining mark', () => {
    const word = 'x\u0303y'.repeat(100);
    const lines = broken(word, 200);
    expect(lines.join('')).toBe(word.normalize('NFC'));
    for (const line of lines) expect(line).not.toMatch(/^\p{M}/u);
  });

  it('sets a word of two faces as one word', () => {
    expect(broken([{ text: 'Mục ' }, { text: 'tiêu', bold: true }, { text: ': 02 sản phẩm' }], 400)).toEqual(['Mục tiêu: 02 sản phẩm']);
  });

  it('breaks centred text into lines about equally long', () => {
    const words = toWords([{ text: 'KINH PHÍ THỰC HIỆN CHƯƠNG TRÌNH OCOP NĂM 2024 THEO NGUỒN' }], 14);
    const [first, second, ...rest] = breakEvenly(words, 350, 14);
    expect(rest).toEqual([]);
    expect(Math.abs((first?.width ?? 0) - (second?.width ?? 0))).toBeLessThan(80);
  });
});

describe('text before it is set', () => {
  it('is composed (NFC), without invisible characters, with plain spaces', () => {
    expect(cleanText('Hương\tTrà\n thị\u200B xã'.normalize('NFD'))).toBe('Hương Trà thị xã');
  });
});
