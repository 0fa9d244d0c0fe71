import type { ChartDefinition } from '@ocop/charts';

/** A stretch of text in one style. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
}

export interface HeadingBlock {
  kind: 'heading';
  level: 1 | 2 | 3;
  /** With its mark: "I.", "1.", "a)". */
  number: string;
  text: string;
}

export interface ParagraphBlock {
  kind: 'paragraph';
  runs: Run[];
}

export interface ListBlock {
  kind: 'list';
  items: Run[][];
}

export interface TableColumn {
  title: string;
  /** A weight shares the width that the 'auto' columns, as wide as their text, leave. */
  width: number | 'auto';
  align: 'left' | 'center' | 'right';
}

export interface HeaderCell {
  title: string;
  columnSpan?: number;
  rowSpan?: number;
}

/** A cell; null stays empty. */
export type Cell = string | null;

export interface TableBlock {
  kind: 'table';
  title?: string;
  /** "Đơn vị tính: triệu đồng". */
  unitNote?: string;
  columns: TableColumn[];
  /** Header rows with merged cells; without it the column titles are the header. */
  header?: HeaderCell[][];
  rows: Cell[][];
  totalRow?: Cell[];
}

export interface ChartBlock {
  kind: 'chart';
  definition: ChartDefinition;
  caption: string;
  /** The same content in words, for those who cannot see the figure. */
  alternativeText: string;
}

export interface NoteBlock {
  kind: 'note';
  text: string;
  /** Never alone on a page after what it stands under. */
  tied?: boolean;
}

export type Block = HeadingBlock | ParagraphBlock | ListBlock | TableBlock | ChartBlock | NoteBlock;

export interface Issuer {
  /** Empty for a People's Committee. */
  superiorLines: string[];
  agencyLines: string[];
}

export interface Signature {
  /** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
  authorityLines: string[];
  name: string | null;
}

export interface Appendix {
  orientation: 'portrait' | 'landscape';
  titleLines: string[];
  /** "(Kèm theo Báo cáo số … ngày …", "của …)". */
  referenceLines: string[];
  blocks: Block[];
}

/** An administrative report after Appendix I of Decree 30/2020/NĐ-CP, as plain data. */
export interface ReportModel {
  metadata: {
    title: string;
    subject: string;
    author: string;
    language: 'vi-VN';
    /** The day written into the file, so that one model always gives the same bytes. */
    createdOn: string;
  };
  issuer: Issuer;
  /** "05/BC-UBND", or null with the symbol alone and room to write the number. */
  number: string | null;
  /** "BC-UBND", printed when the number is still missing. */
  numberSymbol: string;
  place: string;
  /** YYYY-MM-DD, or null with room to write it in `year`. */
  day: string | null;
  year: number;
  kindName: string;
  subjectLines: string[];
  opening: Run[][];
  body: Block[];
  signature: Signature;
  /** Without "- " and without the closing mark. */
  recipients: string[];
  appendices: Appendix[];
  /** Printed on every page, such as "DỮ LIỆU MINH HỌA"; null prints nothing. */
  marking: string | null;
  draft: boolean;
}
