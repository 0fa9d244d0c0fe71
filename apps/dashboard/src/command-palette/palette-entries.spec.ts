import { describe, expect, it } from '@jest/globals';
import { paletteMatches } from './palette-entries.js';

describe('finding by typing', () => {
  it.each(['huong van', 'Hương Vân', 'VAN huong', 'htx nn'])('“%s” finds Thanh trà Hương Vân of HTX NN Hương Vân', (typed) => {
    expect(paletteMatches('Thanh trà Hương Vân HTX NN Hương Vân', typed)).toBe(true);
  });

  it('wants every word', () => {
    expect(paletteMatches('Thanh trà Hương Vân', 'huong toan')).toBe(false);
  });

  it('finds everything while nothing is typed', () => {
    expect(paletteMatches('Tổng quan', ' ')).toBe(true);
  });
});
