import { problemSchema, type ExportFormat } from '@ocop/contracts';
import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** Types of tables as files. */
export const FILE_TYPES: Readonly<Record<ExportFormat, string>> = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' };

/** Type of a Word file. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Declares that every refusal of a route is a problem. */
export const ApiRefusals = (): MethodDecorator =>
  ApiResponse({ status: '4XX', description: 'Problem', standardSchema: problemSchema });

/** Declares the answer of a route, and its refusals. */
export function ApiAnswer(status: number, schema: z.ZodType): MethodDecorator {
  return applyDecorators(ApiResponse({ status, description: 'OK', standardSchema: schema }), ApiRefusals());
}

/** Declares that the browser is sent on, and the refusals. */
export const ApiRedirect = (): MethodDecorator =>
  applyDecorators(ApiResponse({ status: 302, description: 'Found', headers: { location: { schema: { type: 'string' } } } }), ApiRefusals());

/** Declares a file as answer, and the refusals. */
export const ApiFile = (type: string): MethodDecorator =>
  applyDecorators(ApiResponse({ status: 200, description: 'OK', content: { [type]: { schema: { type: 'string' } } } }), ApiRefusals());

/** Declares a table as a file, a workbook or text, and the refusals. */
export const ApiTable = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({
      status: 200,
      description: 'OK',
      content: {
        [FILE_TYPES.xlsx]: { schema: { type: 'string', format: 'binary' } },
        [FILE_TYPES.csv]: { schema: { type: 'string' } },
      },
    }),
    ApiRefusals(),
  );

/** Declares an answer without a body, and the refusals. */
export const ApiNothing = (): MethodDecorator => applyDecorators(ApiResponse({ status: 204, description: 'OK' }), ApiRefusals());
