import { expect } from '@jest/globals';
import { readXlsx, type Cell, type Sheet, type Workbook } from 'hucre/xlsx';

/** A workbook read back by a library that did not write it. */
export const readWorkbook = (bytes: Uint8Array): Promise<Workbook> => readXlsx(bytes, { readStyles: true });

/** The cell at a place such as B3. */
export function cellAt(sheet: Sheet | undefined, ref: string): Cell | undefined {
  const [, column = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(ref) ?? [];
  return sheet?.cells?.get(`${Number(row) - 1},${column.charCodeAt(0) - 65}`);
}

/** Value beside a label in the sheet that says where the figures come from. */
export function provenanceOf(workbook: Workbook, label: string): unknown {
  const sheet = workbook.sheets.at(-1);
  expect(sheet?.name).toBe('Nguồn số liệu');
  return sheet?.rows.find(([first]) => first === label)?.[1];
}
