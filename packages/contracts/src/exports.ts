import { z } from 'zod';
import { rules } from './messages/vi.js';

/** A workbook, or text that every program reads. */
export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What the export of a list asks besides the filters of the list: it has every row, and no page. */
export const exportFields = { format: z.enum(EXPORT_FORMATS, { error: rules.oneOf(EXPORT_FORMATS) }) };
export const NO_PAGE = { page: true, pageSize: true } as const;
