import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
}
/** What the description says of a route. */
export interface Operation {
  operationId: string;
  parameters?: { name: string; in: 'path' | 'query'; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

/** The description of the API. */
export const document = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
export const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);
const resolve = (schema: Schema): Schema => (schema.$ref === undefined ? schema : (document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}));

const AWKWARD = [
  '', ' ', '0', '-1', '1e9', '2024', '2024-02-30', '2024-04-09', 'null', 'true', 'NaN', '\0', '\ud800', 'Hương Văn'.normalize('NFD'), '../../etc/passwd', '%2e%2e%2f',
  `' or 1=1 --`, '"; drop table plan; --', '<script>alert(1)</script>', '{{7*7}}', '${jndi:ldap://x}', '\r\nSet-Cookie: ocop=1', 'a'.repeat(10_000), '9'.repeat(400), '٤٢', '1,5', '__proto__',
];
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...AWKWARD, null, true, -1, 0, 1.5, 1e308, Number.MAX_SAFE_INTEGER),
  fc.string({ maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constant(null).map(() => Array.from({ length: 2_000 }, (_, index) => index)),
  fc.constant('x').map((x) => JSON.parse(`${'['.repeat(200)}"${x}"${']'.repeat(200)}`) as unknown),
);

/** Values that the schema describes. */
function good(schema: Schema): fc.Arbitrary<unknown> {
  const one = resolve(schema);
  if (one.enum) return fc.constantFrom(...one.enum);
  const choices = one.anyOf ?? one.oneOf;
  if (choices) return fc.oneof(...choices.map(good));
  switch (one.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(one.minimum ?? 0, -1_000), max: Math.min(one.maximum ?? 3_000, 3_000) });
    case 'array':
      return fc.array(good(one.items ?? {}), { minLength: 1, maxLength: 3 });
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(one.properties ?? {}).map(([name, property]) => [name, good(property)])));
    default:
      if (one.format === 'date') return fc.constantFrom('2024-04-09', '2024-06-14', '2024-07-12');
      if (one.format === 'uuid') return fc.uuid();
      if (one.format === 'email') return fc.emailAddress();
      if (one.pattern === '^\\d{4}$') return fc.constantFrom('2024', '2023');
      return fc.oneof(fc.constantFrom('1', '2', '7', 'source,stage', 'kinhte', 'chiec non bai tho'), fc.string({ minLength: 1, maxLength: 20 }));
  }
}

/** One request: of an operation, by a caller. */
export interface Shot {
  index: number;
  caller: number;
  parameters: Record<string, unknown>;
  twice: boolean;
  body: unknown;
  contentType: string;
  extra: Record<string, unknown>;
}

/** Values that mean something to the data at hand, by the name of the field; `id of accounts` only where an address begins so. */
export type Known = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** What is known where an address of the API begins with a word: its own values before those of the name alone. */
function knownAt(path: string, known: Known): Known {
  const ending = ` of ${path.split('/')[3] ?? ''}`;
  const own = Object.entries(known).filter(([name]) => name.endsWith(ending));
  return { ...known, ...Object.fromEntries(own.map(([name, values]) => [name.slice(0, -ending.length), values])) };
}

/** Good fields; in every other request one of them is junk, or all are. */
function fields(schemas: readonly (readonly [string, Schema])[], required: readonly string[], known: Known): fc.Arbitrary<Record<string, unknown>> {
  const of = ([name, schema]: readonly [string, Schema]) => [name, known[name] ?? good(schema)] as const;
  const record = (entries: readonly (readonly [string, fc.Arbitrary<unknown>])[]) => fc.record(Object.fromEntries(entries), { requiredKeys: required.filter((name) => entries.some(([one]) => one === name)) });
  const right = record(schemas.map(of));
  if (schemas.length === 0) return right as fc.Arbitrary<Record<string, unknown>>;
  const near = fc.nat(schemas.length - 1).chain((bad) => record(schemas.map((one, index) => (index === bad ? [one[0], junk] : of(one)))));
  const all = record(schemas.map(([name]) => [name, junk]));
  return fc.oneof({ weight: 5, arbitrary: right }, { weight: 3, arbitrary: near }, { weight: 1, arbitrary: all }) as fc.Arbitrary<Record<string, unknown>>;
}

// What writes has more ways to be refused than what reads: it has two turns.
const turns = operations.flatMap(({ method }, index) => (method === 'GET' ? [index] : [index, index]));

/** Whoever calls, and what: one request of an operation. */
export const shot = (callers: number, known: Known): fc.Arbitrary<Shot> =>
  // Without bias: a turn comes as often as any other.
  fc.noBias(fc.nat(turns.length - 1)).chain((turn) => {
    const index = turns[turn] ?? 0;
    const { path, operation } = operations[index] ?? { path: '', operation: { responses: {} } as Operation };
    const facts = knownAt(path, known);
    const parameters = operation.parameters ?? [];
    const whole = resolve(operation.requestBody?.content['application/json']?.schema ?? {});
    const bodies = (whole.oneOf ?? [whole]).map((schema) => fields(Object.entries(schema.properties ?? {}), schema.required ?? [], facts));
    const rarely = <T>(usual: T, odd: fc.Arbitrary<T>) => fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });
    return fc.record<Shot>({
      index: fc.constant(index),
      caller: fc.noBias(fc.nat(callers - 1)),
      parameters: fields(parameters.map((one) => [one.name, one.schema]), ['year', 'groupBy', 'id', 'section', 'figure'], facts),
      twice: rarely(false, fc.constant(true)),
      body: fc.oneof({ weight: 6, arbitrary: fc.oneof(...bodies) }, { weight: 1, arbitrary: junk }),
      contentType: rarely('application/json', fc.constantFrom('text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/json; charset=utf-16', 'x')),
      // What no form sends: mass assignment.
      extra: rarely({}, fc.constantFrom<Record<string, unknown>>({ id: 1 }, { isAdmin: true }, { passwordHash: 'x' }, { accountId: 1 }, { units: null })),
    });
  });

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)).replace(/[\ud800-\udfff]/g, '?').slice(0, 12_000);

/** Path and query of a request. */
export function addressOf({ index, parameters, twice, extra }: Shot): string {
  const { path, operation } = operations[index] ?? { path: '', operation: { responses: {} } as Operation };
  const query = new URLSearchParams();
  let address = path;
  for (const { name, in: place } of operation.parameters ?? []) {
    const value = parameters[name];
    if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(text(value ?? '1')).slice(0, 900) || '1');
    else if (value !== undefined) query.append(name, text(value).slice(0, 3_000));
  }
  if (twice && query.size > 0) query.append([...query.keys()][0] ?? '', 'x');
  for (const [name, value] of Object.entries(extra)) query.append(name, text(value));
  const search = query.toString();
  return search === '' ? address : `${address}?${search}`;
}
