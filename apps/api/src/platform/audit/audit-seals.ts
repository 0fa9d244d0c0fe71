import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { withRowScope } from '../database/row-scope.js';
import { Installation } from '../installation.js';
import type { Seal } from './audit-chain.js';

const HOUR_MS = 3_600_000;

/** Where the seals of a database are kept. */
export const sealsFile = (dataDir: string, database: string): string => join(dataDir, `audit-seals-${database}.log`);

/**
 * Notes the newest line of the trail in a file beside the database: at start, every hour, at the end and at each check.
 * Whoever owns the database but not this file cannot cut the trail or write it anew unseen.
 */
@Injectable()
export class AuditSeals implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private last: string | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.seal();
    this.timer = setInterval(() => void this.seal().catch(() => undefined), HOUR_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    // Nothing to note when the database has gone first.
    await this.seal().catch(() => undefined);
  }

  /** Notes the newest line, unless it is noted already. */
  async seal(): Promise<void> {
    const file = this.file();
    if (file === null) return;
    const [head] = await withRowScope('all', () =>
      this.dataSource.query<{ no: string; hash: string }[]>('select no, hash from audit_entry order by no desc limit 1'),
    );
    if (!head || head.hash === this.last) return;
    await appendFile(file, `${this.clock.now().toISOString()} ${head.no} ${head.hash}\n`, { mode: 0o600 });
    this.last = head.hash;
  }

  /** Every seal on record; a line that is no seal is passed over. */
  async read(): Promise<Seal[]> {
    const file = this.file();
    if (file === null) return [];
    const text = await readFile(file, 'utf8').catch(() => '');
    return [...text.matchAll(/^\S+ (\d+) ([0-9a-f]{64})$/gm)].map(([, no, hash]) => ({ no: Number(no), hash: hash ?? '' }));
  }

  private file(): string | null {
    const { dataDir } = this.installation;
    return dataDir === null ? null : sealsFile(dataDir, this.dataSource.driver.database ?? 'ocop');
  }
}
