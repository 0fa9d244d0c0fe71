import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';

/** Every change ends at the trail (its migration): whoever waits there has judged and written, and has not committed. */
export const trail = (manager: EntityManager): Promise<unknown> => manager.query('select pg_advisory_xact_lock(1227003)');

/** Holds what others wait for until it is let go, so that a test decides who comes first. */
export async function hold(db: DataSource, take: (manager: EntityManager) => Promise<unknown>) {
  const runner = db.createQueryRunner();
  await runner.startTransaction();
  await take(runner.manager);
  return {
    manager: runner.manager,
    /** Until so many wait, for this or for each other. */
    waiting: async (most: number): Promise<void> => {
      const count = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      while (((await db.query<{ n: number }[]>(count))[0]?.n ?? 0) < most) await sleep(20);
    },
    letGo: async (): Promise<void> => {
      await runner.commitTransaction();
      await runner.release();
    },
  };
}
