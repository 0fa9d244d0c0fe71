import { describe, expect, it } from '@jest/globals';
import type { ChartDefinition, ChartValue } from './chart-definition.js';
import { drawPaperChart, type RenderOptions } from './render-chart-svg.js';
import { disbursementInvented, fundingInvented, fundingUnknown, registrations } from './testing/definitions.js';
import { drawnByECharts } from './testing/echarts-svg.js';
import { readShape, readSvg, type ReadShape } from './testing/shapes-of-svg.js';

/** ECharts writes paths to a tenth. */
const NEAR = 0.06;

const [first] = registrations.series;
const seriesOf = (...rows: ChartValue[][]): NonNullable<typeof first>[] => rows.map((values, index) => ({ id: String(index), name: `Loại ${index}`, values }));

const all: [string, ChartDefinition][] = [
  ['stacked bars', registrations],
  ['stacked bars with figures inside, short segments and gaps', { ...registrations, series: seriesOf([12, 0, 5, 30, 2, 1, null], [3, 4, 0, 17, 2, null, 1], [1, 0, 0, 90, 40, 2, 0]) }],
  ['bars of one series', { ...registrations, series: seriesOf([12, 0, 5, 30, 2, 1, null]) }],
  ['bars that are all zero', { ...registrations, series: seriesOf([0, 0, 0, 0, 0, 0, 0]) }],
  ['names like markup', { ...registrations, categories: ['<b>Xã</b> & phường'] }],
  ['bars by source', fundingInvented],
  ['bars by source, one planned as nothing', { ...fundingInvented, sources: fundingInvented.sources.map((source) => ({ ...source, planned: source.order === 2 ? '0' : source.planned })) }],
  ['bars by source without figures', fundingUnknown],
  ['lines with a gap and a target', disbursementInvented],
  ['four lines without a target that end at different months', { ...disbursementInvented, target: { value: null, label: 'Kế hoạch' }, series: seriesOf(...[3, 6, 9, 12].map((end) => disbursementInvented.months.map((_, month) => (month < end ? String((month + 1) * end * 7_654_321) : null)))) }],
  ['a line of one month alone', { ...disbursementInvented, series: seriesOf(disbursementInvented.months.map((_, month) => (month === 4 ? '5000000' : null))) }],
  ['lines without figures', { ...disbursementInvented, target: { value: null, label: 'Kế hoạch' }, series: seriesOf(disbursementInvented.months.map(() => null)) }],
];

const isText = ({ words }: ReadShape): boolean => words.startsWith('text ');
const byWords = (one: ReadShape, other: ReadShape): number => one.words.localeCompare(other.words) || (one.lengths[1] ?? 0) - (other.lengths[1] ?? 0) || (one.lengths[0] ?? 0) - (other.lengths[0] ?? 0);

/** Lines, bars and dots in the order in which they cover each other; words, which nothing covers, in any. */
function ordered(shapes: readonly ReadShape[]): ReadShape[] {
  return [...shapes.filter((shape) => !isText(shape)), ...shapes.filter(isText).sort(byWords)];
}

describe.each(all)('on paper and by ECharts the same: %s', (_name, definition) => {
  it.each<[string, RenderOptions]>([
    ['the width of a page', { widthPt: 467.7 }],
    ['a narrow place', { widthPt: 300 }],
    ['a wide and high place, without title', { widthPt: 720.5, heightPt: 600, drawTitle: false }],
    ['in English', { widthPt: 500, locale: 'en' }],
  ])('in %s', (_place, options) => {
    const ours = ordered(drawPaperChart(definition, options).shapes.map(readShape));
    const theirs = ordered(readSvg(drawnByECharts(definition, options)));
    expect(ours.map(({ words }) => words)).toEqual(theirs.map(({ words }) => words));
    const apart = ours.filter(({ lengths }, index) => lengths.length !== theirs[index]?.lengths.length || lengths.some((length, at) => Math.abs(length - (theirs[index]?.lengths[at] ?? Number.NaN)) > NEAR));
    expect(apart).toEqual([]);
  });
});

it('shows the comparison to fail where a bar is moved, hidden or coloured otherwise', () => {
  const [drawn, ...rest] = readSvg(drawnByECharts(registrations, { widthPt: 468 })).filter((shape) => !isText(shape));
  expect(rest.length).toBeGreaterThan(6);
  expect(drawPaperChart({ ...registrations, series: registrations.series.slice(0, 1) }, { widthPt: 468 }).shapes.map(readShape)).not.toEqual(expect.arrayContaining([drawn, ...rest]));
});
