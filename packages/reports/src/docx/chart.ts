import { chartTable, inkOn, paperChartHeight, positionOf, seriesColour, tokens, type ChartDefinition, type ChartValue } from '@ocop/charts';
import { Paragraph } from 'docx';
import { ChartRun, type ChartPointLabel, type ChartSeries } from 'docx/charts';
import type { ChartBlock } from '../model.js';
import { faceOf, textWidth } from '../typesetter/fonts.js';
import type { Frame } from '../typesetter/pages.js';
import { TYPEFACE } from './styles.js';

/** Points in a pixel, the unit in which docx takes the size of a drawing. */
const PIXEL = 0.75;
const LABEL_SIZE = 12;

interface Drawn {
  name: string;
  values: readonly ChartValue[];
  /** Six hex digits after a "#". */
  colour: string;
  /** A colour for each bar, where they differ. */
  colours?: readonly string[];
}

function drawnSeries(definition: ChartDefinition): Drawn[] {
  const { paper } = tokens;
  if (definition.kind === 'grouped-bars-by-source') {
    const { sources } = definition;
    const colours = sources.map(({ order }) => paper.sources[order - 1] ?? paper.ink);
    return [
      { name: definition.plannedLabel, values: sources.map(({ planned }) => planned), colour: paper.line },
      { name: definition.disbursedLabel, values: sources.map(({ disbursed }) => disbursed), colour: paper.ink, colours },
    ];
  }
  const series = definition.series.map((one, index): Drawn => ({ name: one.name, values: one.values, colour: seriesColour({ tokens: paper }, one, index) }));
  if (definition.kind === 'stacked-bars' || definition.target === undefined) return series;
  const { label, value } = definition.target;
  return [...series, { name: label, values: definition.months.map(() => value), colour: paper.inkMuted }];
}

const hex = (colour: string): string => colour.slice(1);

/**
 * A chart that Word draws itself, from figures that can be edited there; its words are those of the PDF, to the last đồng.
 * Throws MissingGlyphError.
 * @param id number of the drawing, its own in the file
 */
export function chartParagraph({ definition, alternativeText }: ChartBlock, frame: Frame, id: number): Paragraph {
  const { rows } = chartTable(definition);
  const isStacked = definition.kind === 'stacked-bars';
  const drawn = drawnSeries(definition);
  const labelFont = (colour: string) => ({ size: LABEL_SIZE, color: hex(colour) });
  const series = drawn.map(({ name, values, colour, colours }, at): ChartSeries => {
    const label = (value: ChartValue, row: number): ChartPointLabel | false => (value === null || (isStacked && value === 0) ? false : { text: rows[row]?.[at + 1] ?? '' });
    return {
      name,
      values: values.map(positionOf),
      color: hex(colour),
      ...(colours === undefined ? {} : { colors: colours.map(hex) }),
      dataLabels: { value: true, font: labelFont(isStacked ? inkOn(colour) : tokens.paper.ink) },
      pointLabels: values.map(label),
    };
  });
  // A missing figure is said, and never drawn as zero.
  const categories = rows.map(([name = ''], row) => {
    const missing = drawn.filter(({ values }) => values[row] === null).map((one) => one.name);
    return missing.length === 0 ? name : `${name} (${missing.join(', ')}: ${definition.missing})`;
  });
  const width = frame.right - frame.left;
  const height = paperChartHeight(definition, { widthPt: width, drawTitle: false, measureText: (text, size, bold) => textWidth(text, faceOf(bold, false), size) });
  const options = {
    categories,
    series,
    ...(definition.unit === '' ? {} : { title: { text: definition.unit, font: { size: LABEL_SIZE } } }),
    font: { name: TYPEFACE, color: hex(tokens.paper.ink) },
    legend: series.length > 1 && { position: 'top' as const, font: { size: LABEL_SIZE } },
    chartArea: { fill: 'none', border: 'none' },
    transformation: { width: width / PIXEL, height: height / PIXEL },
    altText: { id: String(id), name: definition.title, description: alternativeText },
    // No scale is drawn, since every bar carries its figure.
    valueAxis: { visible: false, gridlines: false, minimum: 0 },
  } as const;
  const chart =
    definition.kind === 'cumulative-lines'
      ? new ChartRun({ ...options, type: 'line', markers: true })
      : new ChartRun({ ...options, type: 'bar', stacking: isStacked ? 'stacked' : 'none', gapWidth: 60, categoryAxis: { reverseOrder: true, font: { size: LABEL_SIZE } } });
  return new Paragraph({ style: 'Figure', children: [chart] });
}
