import type { SeriesColour } from './tokens.js';

/** A count or percentage as a number; money as a decimal string of whole đồng; null when there is no figure. */
export type ChartValue = number | string | null;

/** 'percent' takes percentage points: 63.6 is written "63,6%". 'million-dong' takes whole đồng and writes triệu đồng. */
export type ValueFormat = 'integer' | 'million-dong' | 'percent';

export type ChartLocale = 'vi' | 'en';

interface ChartWords {
  readonly title: string;
  /** The text alternative: what the chart shows, in a sentence or two. */
  readonly description: string;
  readonly valueFormat: ValueFormat;
  /** Unit of the values as it is read under the title, e.g. "sản phẩm", "triệu đồng". */
  readonly unit: string;
  /** What is written where there is no figure, e.g. "chưa có số liệu". */
  readonly missing: string;
  /** Heading of the first column of the table, e.g. "Xã, phường", "Tháng", "Nguồn kinh phí". */
  readonly categoryLabel: string;
}

export interface ChartSeries {
  readonly id: string;
  readonly name: string;
  /** One value per category or month, in their order. */
  readonly values: readonly ChartValue[];
  /** Unset: the colours of the sources, in order. */
  readonly colour?: SeriesColour;
}

/** Horizontal bars, one per name, the series stacked in their order. */
export interface StackedBarsDefinition extends ChartWords {
  readonly kind: 'stacked-bars';
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** Lines over months. A null is a gap, never a zero; the months after the last figure stay empty. */
export interface CumulativeLinesDefinition extends ChartWords {
  readonly kind: 'cumulative-lines';
  readonly months: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly target?: { readonly value: ChartValue; readonly label: string };
}

export interface SourceAmounts {
  readonly id: string;
  readonly name: string;
  /** Place of the source in the plan, from 1; it decides the colour, the same in every chart. */
  readonly order: 1 | 2 | 3 | 4 | 5 | 6;
  readonly planned: ChartValue;
  readonly disbursed: ChartValue;
}

/** One bar per source of funds: what is planned as the outline, what is disbursed as the fill. */
export interface GroupedBarsBySourceDefinition extends ChartWords {
  readonly kind: 'grouped-bars-by-source';
  readonly plannedLabel: string;
  readonly disbursedLabel: string;
  readonly sources: readonly SourceAmounts[];
}

/** One chart, for the browser and for paper alike. All its words come from the caller's message catalogue. */
export type ChartDefinition = StackedBarsDefinition | CumulativeLinesDefinition | GroupedBarsBySourceDefinition;
