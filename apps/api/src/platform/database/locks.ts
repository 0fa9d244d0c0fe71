import type { EntityManager } from 'typeorm';

/** What is done one after the other, each by its number; with an id, only for that record. The audit trail has a lock of its own (its migration). */
const LOCKS = {
  loading: 1_227_000,
  'producers of a unit': 1_227_001,
  'products of a producer': 1_227_002,
  'list of a plan': 1_227_003,
  'first administrator': 1_227_004,
  'decisions on a product': 1_227_005,
  'council rules of a plan': 1_227_006,
  accounts: 1_227_007,
  law: 1_227_008,
  'ledger check': 1_227_009,
  'reported money of a unit': 1_227_011,
  'tolerance of a plan': 1_227_012,
  'steps of a report': 1_227_013,
  'plans of a unit': 1_227_014,
  'facts of a plan': 1_227_015,
} as const;
export type LockName = keyof typeof LOCKS;

/** Waits until nobody else does this, until the transaction ends. */
export const lock = (manager: EntityManager, name: LockName, id = 0): Promise<unknown> =>
  manager.query('select pg_advisory_xact_lock($1, $2)', [LOCKS[name], id]);

/** The same without waiting: false = somebody else does it now. */
export async function tryLock(manager: EntityManager, name: LockName): Promise<boolean> {
  const [row] = await manager.query<{ taken: boolean }[]>('select pg_try_advisory_xact_lock($1, 0) as taken', [LOCKS[name]]);
  return row?.taken ?? false;
}

/** The same beside others who only look. */
export const lockShared = (manager: EntityManager, name: LockName, id = 0): Promise<unknown> =>
  manager.query('select pg_advisory_xact_lock_shared($1, $2)', [LOCKS[name], id]);
