import { createHash } from 'node:crypto';
import pg from 'pg';

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
}

/**
 * A connection that prepares every statement with parameters under a name, so that PostgreSQL plans it once and not at
 * each call: planning is most of what a small query costs. The texts are those of this code, so there are few.
 */
export class PreparingClient extends pg.Client {
  // The signature of pg's own `query` has ten overloads; every one of them is passed on.
  override query(...args: never[]): never {
    const [text, values, ...rest] = args as unknown[];
    const passed =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 ? [{ name: nameOf(text), text, values }, ...rest] : args;
    return (super.query as (...passed: unknown[]) => never)(...passed);
  }
}
