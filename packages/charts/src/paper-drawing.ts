import { partsOf } from './build-chart-option.js';
import type { ChartDefinition } from './chart-definition.js';
import { frameOf, type BuildOptions } from './chart-frame.js';
import type { BarParts, LineParts, LineSeries } from './chart-parts.js';
import { barShape, elementShapes, labelShapes, onPixel, textShapes, textShapesFrom, type Point, type Shape, type TextShape } from './chart-shapes.js';

/** A chart for a page: its shapes in the order in which they are drawn; pt. */
export interface PaperDrawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** Bars lie in the order of their `z`, ECharts' own default being 2. */
const Z = 2;

function barShapes({ elements, grid, xAxis, yAxis: [names], series }: BarParts, width: number, height: number): Shape[] {
  const plotWidth = width - grid.left - grid.right;
  const band = (height - grid.top - grid.bottom) / Math.max(1, names.data.length);
  const middleOf = (index: number): number => grid.top + band * (index + 0.5);
  const stacked = names.data.map(() => 0);
  const bars: Shape[] = [];
  const labels: TextShape[] = [];
  for (const { stack, barWidth, itemStyle, data } of series.toSorted((one, other) => (one.z ?? Z) - (other.z ?? Z))) {
    data.forEach(({ value, itemStyle: own, label }, index) => {
      if (value === '-') return;
      const from = stack === undefined ? 0 : (stacked[index] ?? 0);
      if (stack !== undefined) stacked[index] = from + value;
      const area = { x: grid.left + (from / xAxis.max) * plotWidth, y: middleOf(index) - barWidth / 2, width: (value / xAxis.max) * plotWidth, height: barWidth };
      const { color, borderColor, borderWidth = 0 } = { ...itemStyle, ...own };
      const bar = barShape(area, color, borderColor === undefined ? null : { colour: borderColor, width: borderWidth });
      if (bar !== null) bars.push(bar);
      labels.push(...labelShapes(label, area));
    });
  }
  const { axisLine, axisLabel } = names;
  const x = onPixel(grid.left);
  return [
    ...elements.flatMap(elementShapes),
    ...bars,
    ...labels,
    { kind: 'line', points: [[x, grid.top], [x, height - grid.bottom]], colour: axisLine.lineStyle.color, width: axisLine.lineStyle.width, roundEnds: true },
    ...names.data.flatMap((name, index) => textShapes(axisLabel.formatter(name, index), grid.left - axisLabel.margin, middleOf(index), 'end', axisLabel)),
  ];
}

/** The points of a line, in as many pieces as the missing ones leave. */
function piecesOf(points: readonly (Point | null)[]): Point[][] {
  const pieces: Point[][] = [[]];
  for (const point of points) {
    if (point === null) pieces.push([]);
    else pieces.at(-1)?.push(point);
  }
  return pieces.filter((piece) => piece.length > 1);
}

function seriesShapes(series: LineSeries, at: (month: number, value: number) => Point): { lines: Shape[]; dots: Shape[]; labels: TextShape[] } {
  const points = series.data.map(({ value }, month) => (value === '-' ? null : at(month, value)));
  const { lineStyle: line, itemStyle } = series;
  const lines = line === undefined ? [] : piecesOf(points).map((piece): Shape => ({ kind: 'line', points: piece, colour: line.color, width: line.width, ...(line.type === undefined ? {} : { dash: line.type }) }));
  const dots: Shape[] = [];
  const labels: TextShape[] = [];
  series.data.forEach(({ symbolSize = series.symbolSize ?? 4, label }, month) => {
    const centre = points[month] ?? null;
    if (centre === null) return;
    const [x, y] = centre;
    if (series.symbol === 'circle' && itemStyle !== undefined) dots.push({ kind: 'dot', centre, radius: symbolSize / 2, fill: itemStyle.color });
    labels.push(...labelShapes(label, { x: x - symbolSize / 2, y: y - symbolSize / 2, width: symbolSize, height: symbolSize }));
  });
  return { lines, dots, labels };
}

function lineShapes({ elements, grid, xAxis, yAxis, series }: LineParts, width: number): Shape[] {
  const right = width - grid.right;
  const bottom = grid.top + grid.height;
  const xOf = (month: number): number => grid.left + (month * (right - grid.left)) / Math.max(1, xAxis.data.length - 1);
  const yOf = (value: number): number => bottom - (value / yAxis.max) * grid.height;
  const ticks = Array.from({ length: Math.floor(yAxis.max / yAxis.interval + 1e-6) + 1 }, (_, step) => step * yAxis.interval);
  const level = (y: number, look: { color: string; width: number }, roundEnds = false): Shape => ({
    kind: 'line',
    points: [[grid.left, onPixel(y)], [right, onPixel(y)]],
    colour: look.color,
    width: look.width,
    roundEnds,
  });
  const drawn = series.map((one) => seriesShapes(one, (month, value) => [xOf(month), yOf(value)]));
  const { axisLabel: amounts } = yAxis;
  return [
    ...(yAxis.splitLine.show ? ticks.map((tick) => level(yOf(tick), yAxis.splitLine.lineStyle)) : []),
    ...elements.flatMap(elementShapes),
    level(bottom, xAxis.axisLine.lineStyle, true),
    ...(amounts.show ? ticks.flatMap((tick) => textShapes(amounts.formatter(tick), grid.left - amounts.margin, yOf(tick), 'end', amounts)) : []),
    ...xAxis.data.flatMap((month, index) => (xAxis.axisLabel.interval(index) ? textShapesFrom(month, xOf(index), bottom + xAxis.axisLabel.margin, 'middle', xAxis.axisLabel) : [])),
    ...drawn.flatMap(({ lines }) => lines),
    ...drawn.flatMap(({ dots }) => dots),
    ...drawn.flatMap(({ labels }) => labels),
  ];
}

/**
 * Draws a chart for paper from the very option that ECharts draws on screen, without ECharts: loading it takes more memory
 * than all the rest of a report. `paper-drawing.spec.ts` compares both, shape by shape.
 * @throws RangeError for money that is not a decimal string of whole đồng.
 */
export function drawChart(definition: ChartDefinition, options: BuildOptions): PaperDrawing {
  const frame = frameOf(options);
  const parts = partsOf(definition, frame);
  const height = Math.max(frame.height ?? 0, Math.ceil(parts.height));
  const shapes = parts.kind === 'bars' ? barShapes(parts, frame.width, height) : lineShapes(parts, frame.width);
  return { width: frame.width, height, shapes: shapes.filter((shape) => shape.kind !== 'text' || shape.text !== '') };
}
