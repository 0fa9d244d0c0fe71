import { AsyncLocalStorage } from 'node:async_hooks';

/** Which units' rows a statement may touch: every unit's, those of the list, or none. */
export type RowScope = 'all' | readonly number[] | null;

const current = new AsyncLocalStorage<{ scope: RowScope }>();

/** Runs `work` so that its statements see the rows of `scope`; `setRowScope` within it may still decide. */
export const withRowScope = <T>(scope: RowScope, work: () => T): T => current.run({ scope }, work);

/** Decides the scope of what the running `withRowScope` still does. Outside of one it is an error. */
export function setRowScope(scope: RowScope): void {
  const store = current.getStore();
  if (store === undefined) throw new Error('No statement can run here: not inside withRowScope');
  store.scope = scope;
}

/** Whose rows a statement may touch now; outside of `withRowScope` nobody's. */
export const rowScope = (): RowScope => current.getStore()?.scope ?? null;
