import type { ChartSeries, CumulativeLinesDefinition } from './chart-definition.js';
import { labelWidth, lineHeight, valueText, type Frame } from './chart-frame.js';
import { positionOf } from './chart-value.js';
import { wrapText } from './text-layout.js';

/** Below this width there is no room for names beside the lines: they go into the key. */
const narrow = 400;

export const lastKnown = (series: ChartSeries): number => series.values.findLastIndex((value) => value !== null);

const lastValue = (series: ChartSeries): ChartSeries['values'][number] => series.values[lastKnown(series)] ?? null;

export interface EndLabels {
  /** Lines of text at the end of each series; none for a series without a figure. */
  readonly lines: readonly (readonly string[])[];
  /** Whether the lines carry their names; when not, a key has to. */
  readonly named: boolean;
}

/** The words at the end of each line: name and last figure, or the figure alone when the names do not fit the plot. */
export function endLabels(definition: CumulativeLinesDefinition, frame: Frame, plotHeight: number): EndLabels {
  const figures = definition.series.map((series) =>
    lastKnown(series) < 0 ? [] : [valueText(definition, frame, lastValue(series))],
  );
  const named = definition.series.map((series, index) =>
    (figures[index] ?? []).flatMap((figure) =>
      wrapText(`${series.name} ${figure}`, frame.width * 0.28, (line) => labelWidth(frame, line)),
    ),
  );
  const fits = frame.width >= narrow && named.flat().length * lineHeight <= plotHeight;
  return { lines: fits ? named : figures, named: fits };
}

/** Room the words need beyond the last month; those of a line that ends earlier stand inside the plot. */
export function endLabelRoom(definition: CumulativeLinesDefinition, frame: Frame, labels: EndLabels, left: number): number {
  const slots = Math.max(1, definition.months.length - 1);
  return Math.max(
    0,
    ...definition.series.map((series, index) => {
      const words = Math.max(0, ...(labels.lines[index] ?? []).map((line) => labelWidth(frame, line) + 12));
      const free = slots - lastKnown(series);
      return free >= slots ? 0 : Math.ceil((words - (free * (frame.width - left)) / slots) / (1 - free / slots));
    }),
  );
}

/** How far in px each label moves up (negative) or down, so that none lies on another, on the months or over the top. */
export function endLabelOffsets(definition: CumulativeLinesDefinition, labels: EndLabels, scaleMax: number, plotHeight: number): number[] {
  const places = definition.series.map((series, index) => {
    const wanted = ((positionOf(lastValue(series)) ?? 0) / scaleMax) * plotHeight;
    return { wanted, centre: wanted, half: ((labels.lines[index]?.length ?? 0) * lineHeight) / 2 };
  });
  const upwards = places.filter(({ half }) => half > 0).sort((a, b) => a.wanted - b.wanted);
  let floor = 0;
  for (const place of upwards) {
    place.centre = Math.max(place.wanted, floor + place.half);
    floor = place.centre + place.half;
  }
  let ceiling = plotHeight + lineHeight / 2;
  for (const place of upwards.toReversed()) {
    place.centre = Math.min(place.centre, ceiling - place.half);
    ceiling = place.centre - place.half;
  }
  return places.map(({ wanted, centre }) => wanted - centre);
}
