import { PreparingClient } from './preparing-client.js';
import { rowScope, type RowScope } from './row-scope.js';

/** What the connection becomes for who sees every unit (migration ApplicationRole). */
const WHOLE = 'ocop_whole';

/** What begins a transaction, or (1) ends something of one. */
const CONTROL = /^\s*(?:(rollback|commit)|start transaction|begin)\b/i;

const sameScope = (a: RowScope | undefined, b: RowScope): boolean => a === b || (Array.isArray(a) && Array.isArray(b) && String(a) === String(b));

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : '';

/**
 * A connection that tells PostgreSQL whose rows the next statement may touch, whenever that differs from the statement
 * before. A connection serves one request at a time, so one scope. The row-level policies are the second wall: they hold even where a statement forgot its own condition.
 */
export class ScopedClient extends PreparingClient {
  /** What the connection's session is set to; undefined = not known. */
  private scope: RowScope | undefined;
  private inTransaction = false;
  private toldInside = false;

  override query(...args: never[]): never {
    const text = textOf(args[0]);
    const control = CONTROL.exec(text);
    if (control?.[1] !== undefined) {
      this.ends(/^\s*rollback\s+to\b/i.test(text));
      return super.query(...args);
    }
    const wanted = rowScope();
    const begins = control !== null;
    if (sameScope(this.scope, wanted)) {
      this.inTransaction ||= begins;
      return super.query(...args);
    }
    return this.tell(wanted).then(() => {
      this.inTransaction ||= begins;
      return super.query(...args);
    }) as never;
  }

  /** A rollback takes back what was told inside of the transaction, and so does the commit of one that failed. */
  private ends(toSavepoint: boolean): void {
    if (this.toldInside) this.scope = undefined;
    if (toSavepoint) return;
    this.inTransaction = false;
    this.toldInside = false;
  }

  private async tell(scope: RowScope): Promise<void> {
    const values = scope === 'all' ? [WHOLE, ''] : ['none', scope === null ? '' : `{${scope.join(',')}}`];
    this.toldInside ||= this.inTransaction;
    try {
      const statement = `select set_config('role', $1, false), set_config('ocop.units', $2, false)`;
      await (super.query(...([statement, values] as never[])) as Promise<unknown>);
      this.scope = scope;
    } catch (error) {
      // Without its scope no statement may follow on this connection.
      this.connection.stream.destroy();
      throw error;
    }
  }
}
