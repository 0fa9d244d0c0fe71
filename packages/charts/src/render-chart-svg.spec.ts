import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { ChartDefinition } from './chart-definition.js';
import { chartTable } from './chart-table.js';
import { paperChartHeight, renderChartSvg } from './render-chart-svg.js';
import { createPaperChart, drawnByECharts } from './testing/echarts-svg.js';
import { disbursementInvented, fundingInvented, fundingUnknown, registrations } from './testing/definitions.js';
import { estimatePaperWidth } from './text-layout.js';
import { tokens } from './tokens.js';

const all: [string, ChartDefinition][] = [
  ['stacked bars', registrations],
  ['bars by source', fundingInvented],
  ['bars by source without figures', fundingUnknown],
  ['lines', disbursementInvented],
];

interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The texts of a drawing with the room they take, by the same widths as the drawing. */
function textsOf(svg: string): PlacedText[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
    const number = (pattern: RegExp): number => Number(pattern.exec(attributes)?.[1] ?? 0);
    const x = number(/ x="([-\d.]+)"/) + number(/translate\(([-\d.]+)/);
    const y = number(/ y="([-\d.]+)"/) + number(/translate\([-\d.]+ ([-\d.]+)/);
    const width = estimatePaperWidth(text, number(/font-size:(\d+)px/), attributes.includes('bold'));
    const share = attributes.includes('"end"') ? 1 : attributes.includes('"middle"') ? 0.5 : 0;
    return { text, left: x - width * share, right: x + width * (1 - share), y };
  });
}

const wordsOf = (svg: string): string => textsOf(svg).map(({ text }) => text).join(' ');

describe.each(all)('renderChartSvg: %s', (_name, definition) => {
  const svg = renderChartSvg(definition, { widthPt: 468 });

  it('gives the same string for the same definition, whatever was drawn in between', () => {
    renderChartSvg(registrations, { widthPt: 300 });
    expect(renderChartSvg(definition, { widthPt: 468 })).toBe(svg);
  });

  it('writes title, unit and every name as text, whole', () => {
    const words = wordsOf(svg);
    expect(words).toContain(definition.title);
    expect(words).toContain(definition.unit);
    const isLines = definition.kind === 'cumulative-lines';
    for (const [name] of chartTable(definition).rows) if (!isLines) expect(words).toContain(name);
  });

  it('carries title and description for a reader that does not see it', () => {
    expect(svg).toContain(`role="img"`);
    expect(svg).toContain(`<title>${definition.title}</title><desc>${definition.description}</desc>`);
  });

  it('holds only what a PDF draws: no halo, no style sheet, no gradient, no hover, no generated name', () => {
    expect(svg).not.toMatch(/paint-order|<style|class=|Gradient|pointer-events|ecmeta|\bzr\d|cursor/);
    expect(new Set(svg.match(/font-family:[^;"]*/g))).toEqual(new Set(['font-family:Tinos']));
    for (const [text] of svg.matchAll(/<text [^>]*>/g)) expect(text).not.toContain('stroke');
  });

  it.each([300, 468, 700])('keeps every text inside a width of %i pt, and no text on another', (widthPt) => {
    const texts = textsOf(renderChartSvg(definition, { widthPt }));
    for (const { text, left, right } of texts) {
      expect({ text, inside: left >= -1 && right <= widthPt + 1 }).toEqual({ text, inside: true });
    }
    for (const [index, one] of texts.entries()) {
      for (const other of texts.slice(index + 1)) {
        const apart = one.right <= other.left || other.right <= one.left || Math.abs(one.y - other.y) >= 12;
        expect({ one: one.text, other: other.text, apart }).toEqual({ one: one.text, other: other.text, apart: true });
      }
    }
  });

  it('grows rather than squeeze its names, and fills the height it is given', () => {
    const least = paperChartHeight(definition, { widthPt: 468 });
    expect(paperChartHeight(definition, { widthPt: 468, heightPt: 10 })).toBe(least);
    expect(renderChartSvg(definition, { widthPt: 468, heightPt: 600 })).toContain('viewBox="0 0 468 600"');
  });

  it('leaves the title to the page when asked', () => {
    expect(wordsOf(renderChartSvg(definition, { widthPt: 468, drawTitle: false }))).not.toContain(definition.title);
  });
});

describe('renderChartSvg', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('draws one segment per known figure above zero and none for a missing one', () => {
    const svg = renderChartSvg(registrations, { widthPt: 468 });
    const bars = [...svg.matchAll(/<path d="(M[^"]*)"[^>]*fill="(#[0-9a-f]+)"/g)].filter(([, d = '']) => !/l0 0|M[\d.]+ [\d.]+l12 0/.test(d));
    const count = (colour: string): number => bars.filter(([, , fill]) => fill === colour).length;
    expect(count(tokens.paper.kinds.new)).toBe(5);
    expect(count(tokens.paper.kinds['re-evaluation'])).toBe(1);
    expect(wordsOf(svg)).toContain('chưa có số liệu');
  });

  it('breaks names by the widths it is given', () => {
    const wide = renderChartSvg(registrations, { widthPt: 468, measureText: (text, size) => text.length * size });
    expect(textsOf(wide).length).toBeGreaterThan(textsOf(renderChartSvg(registrations, { widthPt: 468 })).length);
  });

  it('writes names that look like markup as letters', () => {
    const svg = renderChartSvg({ ...registrations, title: 'A & B <i>', categories: ['<b>Xã</b> & phường'] }, { widthPt: 468 });
    expect(svg).toContain('<title>A &amp; B &lt;i&gt;</title>');
    expect(svg).not.toContain('<b>');
  });

  it('lets the process end: nothing is left waiting, as an undisposed chart would', () => {
    jest.useFakeTimers();
    const undisposed = createPaperChart(100, 100);
    undisposed.setOption({ series: [] });
    expect(jest.getTimerCount()).toBeGreaterThan(0);
    undisposed.dispose();
    jest.clearAllTimers();
    renderChartSvg(disbursementInvented, { widthPt: 468 });
    drawnByECharts(disbursementInvented, { widthPt: 468 });
    jest.advanceTimersByTime(100);
    expect(jest.getTimerCount()).toBe(0);
  });
});
