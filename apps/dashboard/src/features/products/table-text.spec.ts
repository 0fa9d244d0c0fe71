import { describe, expect, it } from '@jest/globals';
import { tableText } from './table-text.js';

describe('tableText', () => {
  it('writes a line per row, a tab between cells, nothing for a missing cell', () => {
    expect(tableText([['Tên', 'Điểm'], ['Bún Vân Cù', null], ['Kiệu', '72,5']])).toBe('Tên\tĐiểm\r\nBún Vân Cù\t\r\nKiệu\t72,5');
  });

  it('keeps a cell with a tab, a quote or a new line in one cell', () => {
    expect(tableText([['a\tb', 'nói "có"', 'x\ny']])).toBe('"a\tb"\t"nói ""có"""\t"x\ny"');
  });

  it('keeps a name that opens like a formula a text', () => {
    expect(tableText([['=1+1', '@x', '+84', '-2', '-']])).toBe("'=1+1\t'@x\t'+84\t'-2\t-");
  });
});
