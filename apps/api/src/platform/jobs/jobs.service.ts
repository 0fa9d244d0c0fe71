import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { JobResult, PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { withRowScope } from '../database/row-scope.js';
import { JOBS_SCHEMA } from './install-jobs.js';

/** Seconds without a sign of life after which a job is given to another process. */
const HEARTBEAT_SECONDS = 10;
/** After which a job counts as lost even if its process lives. */
const LONGEST_SECONDS = 600;
const STOP_MS = 10_000;
const TIME_ZONE = 'Asia/Ho_Chi_Minh';

interface HowToWork {
  /** When the queue fills itself: a cron line in Asia/Ho_Chi_Minh. */
  every?: string;
  /** Jobs that one process does at the same time. */
  atOnce?: number;
}

interface Work extends HowToWork {
  queue: string;
  work: (key: string) => Promise<void>;
}

/**
 * Work that nobody waits for, through the database's queue: any number of processes may run, and each job is done by one
 * of them. A job is a name and a key; while one with the same key waits or is being done, another is not taken. What a
 * killed process was doing is done again by another, so each work must be safe to do twice.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly log = new Logger('jobs');
  private readonly works: Work[] = [];
  /** Connected, or on the way there; null = not asked to be. */
  private boss: Promise<PgBoss> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Called by a module as it starts: who does the jobs of a queue, with sight of every unit's rows. */
  handle(queue: string, work: (key: string) => Promise<void>, how: HowToWork = {}): void {
    this.works.push({ ...how, queue, work });
  }

  /** From now on this process may ask for jobs. */
  async open(): Promise<void> {
    await (this.boss = this.connect(false));
  }

  /** From now on this process does jobs; a queue that fills itself is looked at right away. */
  async start(): Promise<void> {
    const boss = await (this.boss = this.connect(true));
    for (const { queue, every, atOnce = 1, work } of this.works) {
      // A full fetch is followed by the next at once; only who found little waits.
      const how = { batchSize: atOnce, burstWhenBatchFull: true, perJobResults: true, pollingIntervalSeconds: 1 } as const;
      await boss.work<{ key?: string }>(queue, how, (jobs) => Promise.all(jobs.map((job) => this.settle(job, work))));
      if (every === undefined) continue;
      await boss.schedule(queue, every, {}, { tz: TIME_ZONE, missed: 'once' });
      await this.send(queue, ['']);
    }
  }

  /** Does one job of several: its failure is its own. */
  private async settle({ id, data }: { id: string; data: { key?: string } }, work: Work['work']): Promise<JobResult> {
    try {
      await withRowScope('all', () => work(data.key ?? ''));
      return { id, status: 'completed' };
    } catch (error) {
      return { id, status: 'failed', output: { message: error instanceof Error ? error.message : String(error) } };
    }
  }

  /** @param works whether it also watches the queue: the clock, and processes that show no sign of life */
  private async connect(works: boolean): Promise<PgBoss> {
    // Loaded here: a command of the terminal does no jobs and need not wait for it.
    const { PgBoss: Boss } = await import('pg-boss');
    const { url } = this.dataSource.options as { url: string };
    const boss = new Boss({
      connectionString: url, schema: JOBS_SCHEMA, application_name: 'ocop-jobs', max: works ? 3 : 1, migrate: false, createSchema: false, schedule: works, supervise: works,
      // The application's role owns no index and sees no other's connections.
      reindex: false, monitorVacuum: false, superviseIntervalSeconds: HEARTBEAT_SECONDS, monitorIntervalSeconds: HEARTBEAT_SECONDS,
    });
    boss.on('error', (error) => this.log.error(error.message));
    await boss.start();
    for (const { queue } of this.works) {
      await boss.createQueue(queue, { policy: 'exclusive', retryLimit: 3, retryDelay: 2, heartbeatSeconds: HEARTBEAT_SECONDS, expireInSeconds: LONGEST_SECONDS });
    }
    return boss;
  }

  /** Asks for jobs; a command of the terminal, which is not connected, leaves it to the next look of who is. */
  async send(queue: string, keys: readonly string[]): Promise<void> {
    await (await this.boss)?.insert(queue, keys.map((key) => ({ data: { key }, singletonKey: key })));
  }

  async onApplicationShutdown(): Promise<void> {
    const boss = await this.boss?.catch(() => null);
    this.boss = null;
    await boss?.stop({ graceful: true, timeout: STOP_MS, close: true });
  }
}
