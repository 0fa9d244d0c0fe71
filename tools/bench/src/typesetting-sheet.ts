import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { renderChartSvg } from '@ocop/charts';
import type { Block, Cell, ReportModel, TableColumn } from '@ocop/reports';

/** One way of making the file of a report; `close` ends what it keeps open. */
export interface Way {
  render: (model: ReportModel) => Promise<Uint8Array>;
  close?: () => Promise<void>;
  /** Renders once more and gives the peak memory of the processes beside this one, in MiB. */
  beside?: (model: ReportModel) => Promise<number>;
}

type Part =
  | { kind: 'heading' | 'paragraph'; text: string }
  | { kind: 'chart'; svg: string; caption: string }
  | { kind: 'table'; columns: TableColumn[]; rows: Cell[][] };

/** A report without the model's structure: what the other ways translate into their own language. */
export interface Sheet {
  title: string;
  /** Lines left and right above the title. */
  head: [string[], string[]];
  titleLines: string[];
  parts: Part[];
  /** Lines left and right under the text. */
  foot: [string[], string[]];
}

/** The page as the report's layout has it: millimetres; text and table in points. */
export const PAGE = { top: 20, bottom: 20, left: 30, right: 15, text: 14, table: 13 };
const WIDTH_PT = ((210 - PAGE.left - PAGE.right) * 72) / 25.4;

const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
export const tinos = {
  folder,
  regular: join(folder, '400Regular', 'Tinos_400Regular.ttf'),
  bold: join(folder, '700Bold', 'Tinos_700Bold.ttf'),
  italic: join(folder, '400Regular_Italic', 'Tinos_400Regular_Italic.ttf'),
};

function partOf(block: Block): Part {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', text: `${block.number} ${block.text}` };
    case 'paragraph':
      return { kind: 'paragraph', text: block.runs.map(({ text }) => text).join('') };
    case 'chart':
      return { kind: 'chart', svg: renderChartSvg(block.definition, { widthPt: WIDTH_PT, drawTitle: false }), caption: block.caption };
    case 'table':
      return { kind: 'table', columns: block.columns, rows: block.rows };
    case 'list':
    case 'note':
      throw new RangeError(`no block of kind ${block.kind} in this report`);
  }
}

/** Draws the charts, as our typesetter does for each report. */
export function sheetOf(model: ReportModel): Sheet {
  return {
    title: model.metadata.title,
    head: [
      [...model.issuer.agencyLines, `Số: ${model.number}`],
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', `${model.place}, ngày 15 tháng 01 năm 2026`],
    ],
    titleLines: [model.kindName, ...model.subjectLines],
    parts: [...model.opening.map((runs) => partOf({ kind: 'paragraph', runs })), ...model.body.map(partOf)],
    foot: [['Nơi nhận:', ...model.recipients.map((one) => `- ${one};`)], model.signature.authorityLines],
  };
}
