import { describe, expect, it } from '@jest/globals';
import { contrastRatio, inkOn, luminance, readableOn } from './contrast.js';
import { cssVariables, kindNames, namedColours, statusNames, tokens, typeScale } from './tokens.js';

const media = ['light', 'dark', 'paper'] as const;
/** CIE lightness, 0 to 100: how light a colour comes out of a printer that has only black. */
const lightness = (colour: string): number => 116 * Math.cbrt(luminance(colour)) - 16;

describe.each(media)('tokens: %s', (medium) => {
  const of = tokens[medium];
  const grounds = { ground: of.ground, surface: of.surface };

  const words = { ink: of.ink, 'ink-muted': of.inkMuted, accent: of.accent, ...of.status };
  for (const [ground, background] of Object.entries(grounds)) {
    it.each(Object.entries(words))(`%s reads on ${ground} at 4.5:1 (WCAG 2.2, 1.4.3)`, (_name, colour) => {
      expect(contrastRatio(colour, background)).toBeGreaterThanOrEqual(4.5);
    });

    it.each([...of.sources, ...kindNames.map((kind) => of.kinds[kind]), of.focus])(
      `%s stands out as a shape on ${ground} at 3:1 (WCAG 2.2, 1.4.11)`,
      (colour) => {
        expect(contrastRatio(colour, background)).toBeGreaterThanOrEqual(3);
      },
    );
  }

  it('writes on the accent at 4.5:1', () => {
    expect(contrastRatio(of.accentInk, of.accent)).toBeGreaterThanOrEqual(4.5);
  });

  it('writes in every bar at 4.5:1', () => {
    for (const fill of namedColours(of).values()) expect(contrastRatio(inkOn(fill), fill)).toBeGreaterThanOrEqual(4.5);
  });

  it('writes the words of every line at 4.5:1', () => {
    for (const colour of of.sources) {
      expect(contrastRatio(readableOn(of.surface, colour, of.ink), of.surface)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([
    ['sources of funds', of.sources],
    ['kinds of registration', kindNames.map((kind) => of.kinds[kind])],
    ['steps of the ramp', of.ramp],
  ])('tells the %s apart in grey print', (_name, colours) => {
    const sorted = colours.map(lightness).sort((a, b) => a - b);
    const steps = sorted.slice(1).map((value, index) => value - (sorted[index] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(5);
  });
});

describe('cssVariables', () => {
  const css = cssVariables(tokens.light);

  it('names every colour, every status and the type scale', () => {
    expect(css).toContain(`--ground: ${tokens.light.ground};`);
    expect(css).toContain(`--ink-muted: ${tokens.light.inkMuted};`);
    for (const status of statusNames) expect(css).toContain(`--status-${status}: ${tokens.light.status[status]};`);
    for (const size of typeScale) expect(css).toContain(`--text-${size}: ${size / 16}rem;`);
    expect(css).toContain('--grid: 4px;');
  });

  it('gives light and dark the same names, so that one replaces the other', () => {
    const names = (text: string): string[] => text.split('\n').map((line) => line.split(':')[0] ?? '');
    expect(names(cssVariables(tokens.dark))).toEqual(names(css));
  });
});
