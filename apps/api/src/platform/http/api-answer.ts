import { problemSchema } from '@ocop/contracts';
import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** Declares the answer of a route, and that every refusal is a problem. */
export function ApiAnswer(status: number, schema: z.ZodType): MethodDecorator {
  return applyDecorators(
    ApiResponse({ status, description: 'OK', standardSchema: schema }),
    ApiResponse({ status: '4XX', description: 'Problem', standardSchema: problemSchema }),
  );
}
