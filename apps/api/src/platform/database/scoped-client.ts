import { PreparingClient } from './preparing-client.js';
import { rowScopeText } from './row-scope.js';

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : '';

/**
 * A connection that tells PostgreSQL whose rows the next statement may touch, whenever that differs from the statement
 * before. The row-level policies are the second wall: they hold even where a statement forgot its own condition.
 */
export class ScopedClient extends PreparingClient {
  /** What the connection's session is set to; undefined = not known. */
  private scope: string | undefined;

  override query(...args: never[]): never {
    const text = textOf(args[0]);
    const ends = /^\s*rollback\b/i.test(text);
    const wanted = rowScopeText();
    if (ends || this.scope === wanted) {
      // A rollback takes the setting back as well.
      if (ends) this.scope = undefined;
      return super.query(...args);
    }
    return this.tell(wanted).then(() => super.query(...args)) as never;
  }

  private async tell(scope: string): Promise<void> {
    try {
      await (super.query(...(['select set_config($1, $2, false)', ['ocop.scope', scope]] as never[])) as Promise<unknown>);
      this.scope = scope;
    } catch (error) {
      // Without its scope no statement may follow on this connection.
      this.connection.stream.destroy();
      throw error;
    }
  }
}
