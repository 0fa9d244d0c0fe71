import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

const isZod = (schema: unknown): schema is z.ZodType => schema instanceof z.ZodType;

/** OpenAPI 3.1 speaks JSON Schema 2020-12, which zod writes itself. Named schemas (`meta.id`) become components. */
function convert(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) {
  if (!isZod(schema)) return undefined;
  const { $schema: _, $defs, ...body } = z.toJSONSchema(schema, { io: schemaType, unrepresentable: 'any' });
  return $defs ? { schema: body, components: $defs } : { schema: body };
}

/** The description of every route of the application, from the same schemas that validate. */
export function createOpenApi(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('OCOP Monitor')
    .setDescription('Theo dõi Chương trình mỗi xã một sản phẩm (OCOP)')
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, about, { standardSchemaConverter: convert, autoTagControllers: true });
  for (const { get, post, put, delete: remove } of Object.values(document.paths)) {
    for (const refusal of [get, post, put, remove].map((operation) => operation?.responses['4XX'])) {
      // The decorator knows no other type than application/json.
      const json = refusal && 'content' in refusal ? refusal.content?.['application/json'] : undefined;
      if (refusal && json) Object.assign(refusal, { content: { 'application/problem+json': json } });
    }
  }
  return document;
}
