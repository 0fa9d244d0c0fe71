import { describe, expect, it } from '@jest/globals';
import { buildChartOption, chartHeight } from './build-chart-option.js';
import type { ChartDefinition } from './chart-definition.js';
import type { BuildOptions } from './chart-frame.js';
import { chartTable } from './chart-table.js';
import { disbursementInvented, fundingInvented, fundingUnknown, registrations } from './testing/definitions.js';
import { namedColours, tokens } from './tokens.js';

const screen: BuildOptions = { tokens: tokens.light, medium: 'screen', locale: 'vi' };
const paper: BuildOptions = { tokens: tokens.paper, medium: 'paper', locale: 'vi', widthPx: 468 };
const all: [string, ChartDefinition][] = [
  ['stacked bars', registrations],
  ['bars by source', fundingInvented],
  ['bars by source without figures', fundingUnknown],
  ['lines', disbursementInvented],
];

const seriesOf = (definition: ChartDefinition, id: string, options = screen) =>
  [buildChartOption(definition, options).series].flat().find((series) => series?.id === id);

/** Every value of every `key` anywhere in the option. */
function valuesOf(option: unknown, key: string): unknown[] {
  if (typeof option !== 'object' || option === null) return [];
  return Object.entries(option).flatMap(([name, value]) => [...(name === key ? [value] : []), ...valuesOf(value, key)]);
}

/** The words at the end of each bar, as their formatters give them. */
function figuresOf(definition: ChartDefinition, options = screen): unknown[] {
  return valuesOf(seriesOf(definition, 'figures', options), 'formatter').map((formatter) =>
    typeof formatter === 'function' ? String(formatter({})).replaceAll('\n', ' ') : formatter,
  );
}

describe.each(all)('buildChartOption: %s', (_name, definition) => {
  it('starts the value axis at zero', () => {
    const { xAxis, yAxis } = buildChartOption(definition, screen);
    const valueAxes = [xAxis, yAxis].flat().filter((axis) => axis?.type === 'value');
    expect(valueAxes).toHaveLength(1);
    expect(valueAxes[0]).toMatchObject({ min: 0 });
  });

  it('takes every colour from the tokens of its medium, without a gradient', () => {
    for (const palette of [tokens.light, tokens.dark, tokens.paper]) {
      const option = buildChartOption(definition, { ...screen, tokens: palette });
      const styles = ['itemStyle', 'lineStyle'].flatMap((key) => valuesOf([option.series, option.xAxis, option.yAxis], key));
      const colours = [...['color', 'borderColor'].flatMap((key) => valuesOf(styles, key)), ...valuesOf(option.graphic, 'fill')];
      expect(colours.length).toBeGreaterThan(0);
      for (const colour of colours) expect(['transparent', ...namedColours(palette).values()]).toContain(colour);
    }
  });

  it('gives every label an explicit colour and no halo', () => {
    for (const label of valuesOf(buildChartOption(definition, screen), 'label')) {
      if (typeof label === 'object' && label !== null && 'position' in label) {
        expect(label).toMatchObject({ color: expect.any(String), textBorderWidth: 0 });
      }
    }
  });

  it('stands still on paper and is set in its typeface', () => {
    expect(buildChartOption(definition, paper)).toMatchObject({ animation: false, textStyle: { fontFamily: 'Tinos' } });
    expect(buildChartOption(definition, paper).tooltip).toBeUndefined();
  });

  it('carries its text alternative', () => {
    expect(buildChartOption(definition, screen).aria).toMatchObject({
      enabled: true,
      label: { description: `${definition.title}. ${definition.description}` },
    });
  });

  it('shows under the pointer the row of the table', () => {
    const [formatter] = valuesOf(buildChartOption(definition, screen).tooltip, 'formatter');
    const { columns, rows } = chartTable(definition);
    const shown = typeof formatter === 'function' ? formatter([{ dataIndex: 1 }]) : null;
    expect(shown).toBe([rows[1]?.[0], ...columns.slice(1).map((column, index) => `${column}: ${rows[1]?.[index + 1]}`)].join('\n'));
  });

  it('needs more height where names need more lines', () => {
    expect(chartHeight(definition, { ...screen, widthPx: 320 })).toBeGreaterThanOrEqual(chartHeight(definition, { ...screen, widthPx: 900 }));
  });
});

describe('stacked bars', () => {
  it('colours a kind of registration the same everywhere', () => {
    expect(seriesOf(registrations, 'new')).toMatchObject({ stack: 'all', itemStyle: { color: tokens.light.kinds.new } });
    expect(seriesOf(registrations, 're-evaluation', { ...screen, tokens: tokens.dark })).toMatchObject({
      itemStyle: { color: tokens.dark.kinds['re-evaluation'] },
    });
  });

  it('draws no bar for a missing figure and says so; a true zero is "0"', () => {
    const zero: ChartDefinition = { ...registrations, series: registrations.series.map((s) => ({ ...s, values: [0, 0, 0, 0, 0, 0, null] })) };
    expect(valuesOf(seriesOf(zero, 'new'), 'value')).toEqual([0, 0, 0, 0, 0, 0, '-']);
    expect(figuresOf(zero)).toEqual(['0', '0', '0', '0', '0', '0', 'chưa có số liệu']);
  });

  it('names the part of a sum that is missing instead of passing it off as whole', () => {
    const [first, second] = registrations.series;
    const partly: ChartDefinition = { ...registrations, series: [first, second].flatMap((s, i) => (s ? [{ ...s, values: i === 0 ? [3] : [null] }] : [])) };
    expect(figuresOf(partly)[0]).toBe('3 (Đánh giá lại: chưa có số liệu)');
  });

  it('writes the sums of the plan: seven registrations in six communes', () => {
    expect(figuresOf(registrations)).toEqual(['1', '1', '1', '1', '2', '1', 'chưa có số liệu']);
  });
});

describe('bars by source of funds', () => {
  it('keeps the colour of a source by its place in the plan, also when others are left out (plan 1227, IV)', () => {
    const one: ChartDefinition = { ...fundingInvented, sources: fundingInvented.sources.filter(({ order }) => order === 4) };
    expect(valuesOf(seriesOf(one, 'disbursed'), 'color')).toEqual([tokens.light.sources[3]]);
    expect(valuesOf(seriesOf(one, 'planned'), 'borderColor')).toEqual([tokens.light.sources[3]]);
  });

  it('writes disbursed before planned, exactly, a missing one in words', () => {
    expect(figuresOf(fundingInvented)).toEqual([
      '612,5 / 1.081,5',
      '120 / 400',
      'chưa có số liệu / 300',
      '275 / 250',
      '35,5 / chưa có số liệu',
      '0 / 80',
    ]);
  });

  it('says once per source that nothing is known, and draws no bar', () => {
    expect(figuresOf(fundingUnknown)).toEqual(Array.from({ length: 6 }, () => 'chưa có số liệu'));
    expect(valuesOf(seriesOf(fundingUnknown, 'planned'), 'value')).toEqual(Array.from({ length: 6 }, () => '-'));
  });
});

describe('lines over months', () => {
  it('leaves a gap where a month is missing and names the month', () => {
    expect(seriesOf(disbursementInvented, 'socialised')).toMatchObject({ connectNulls: false });
    expect(valuesOf(seriesOf(disbursementInvented, 'socialised'), 'value')[4]).toBe('-');
    expect(valuesOf(buildChartOption(disbursementInvented, screen).graphic, 'text')).toContain('Nguồn xã hội hóa: chưa có số liệu (Tháng 5)');
    expect(valuesOf(buildChartOption(disbursementInvented, screen).graphic, 'text')).toContain('Vốn lồng ghép: chưa có số liệu');
  });

  it('draws the target in the accent, with its words and exact figure', () => {
    expect(seriesOf(disbursementInvented, 'target')).toMatchObject({ lineStyle: { color: tokens.light.accent } });
    const [formatter] = valuesOf(seriesOf(disbursementInvented, 'target-words'), 'formatter');
    expect(typeof formatter === 'function' ? formatter({}) : null).toBe('Kế hoạch cả năm 850');
  });

  it('moves labels apart when lines end close together', () => {
    const values = ['0', '118000000', ...Array.from({ length: 10 }, () => null)];
    const close: ChartDefinition = {
      ...disbursementInvented,
      series: ['a', 'b', 'c'].map((id) => ({ id, name: `Nguồn ${id}`, values })),
    };
    const offsets = ['a', 'b', 'c'].map((id) => valuesOf(seriesOf(close, id), 'offset')[1]);
    const heights = offsets.map((offset) => (Array.isArray(offset) ? Number(offset[1]) : Number.NaN)).sort((x, y) => x - y);
    expect(Number(heights[1]) - Number(heights[0])).toBeGreaterThanOrEqual(16);
    expect(Number(heights[2]) - Number(heights[1])).toBeGreaterThanOrEqual(16);
  });

  it('puts the names into a key where there is no room beside the lines', () => {
    const texts = valuesOf(buildChartOption(disbursementInvented, { ...screen, widthPx: 340 }).graphic, 'text');
    expect(texts).toContain('Nguồn xã hội hóa');
  });
});
