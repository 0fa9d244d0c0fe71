import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { Answer } from './test-app.js';

/** Every change ends at the trail (its migration): whoever waits there has judged and written, and has not committed. */
const trail = (manager: EntityManager): Promise<unknown> => manager.query('select pg_advisory_xact_lock(1227003)');

const MOST_TRIES = 400;

/** Holds what others wait for until it is let go, so that a test decides who comes first. */
export async function hold(db: DataSource, take: (manager: EntityManager) => Promise<unknown>) {
  const runner = db.createQueryRunner();
  await runner.startTransaction();
  await take(runner.manager);
  return {
    manager: runner.manager,
    /** Until so many wait, for this or for each other. @throws Error when they do not */
    waiting: async (count: number): Promise<void> => {
      const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      for (let tries = 0; (await db.query<unknown[]>(waiting)).length < count; tries += 1) {
        if (tries === MOST_TRIES) throw new Error(`fewer than ${count} wait`);
        await sleep(20);
      }
    },
    letGo: async (): Promise<void> => {
      await runner.commitTransaction();
      await runner.release();
    },
  };
}

/** Answers to two requests of which the second arrives while the first, having looked, waits for what is held: the trail, so that it is not committed. */
export async function atOnce(db: DataSource, one: () => Promise<Answer>, other: () => Promise<Answer>, take = trail): Promise<Answer[]> {
  const { waiting, letGo } = await hold(db, take);
  const first = one();
  await waiting(1);
  const second = other();
  await Promise.race([waiting(2), second]);
  await letGo();
  return Promise.all([first, second]);
}
