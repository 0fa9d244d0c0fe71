import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How long an ended session, a count of wrong guesses, and a device that is not used are kept. */
const KEPT_DAYS = { session: 90, wrongGuess: 1, device: 365 } as const;

/** Takes away what is only kept for a time. The audit trail is kept for good. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tidy().catch(() => undefined), HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  async tidy(): Promise<void> {
    const before = (days: number) => new Date(this.clock.now().getTime() - days * DAY_MS);
    await this.dataSource.query('delete from session where coalesce(ended_at, expires_at) < $1', [before(KEPT_DAYS.session)]);
    await this.dataSource.query('delete from wrong_guess where last_at < $1', [before(KEPT_DAYS.wrongGuess)]);
    await this.dataSource.query('delete from known_device where last_used_at < $1', [before(KEPT_DAYS.device)]);
  }
}
