import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { AppError } from '../errors/app-error.js';
import { messages } from '../errors/messages.js';

const MINUTE_MS = 60_000;
/** After which wrong guesses are forgotten. */
const FORGOTTEN_AFTER_MS = 60 * MINUTE_MS;
const LONGEST_WAIT_MS = 15 * MINUTE_MS;

/** Whose guesses are counted together, and how many are free before one has to wait. */
export interface GuessCount {
  countedUnder: string;
  free: number;
}

/** Each further guess waits twice as long as the one before: 1 s, 2 s, 4 s … 15 minutes. */
const waitAfter = (count: number, free: number): number =>
  count < free ? 0 : Math.min(1_000 * 2 ** Math.min(count - free, 20), LONGEST_WAIT_MS);

/**
 * Wrong passwords and codes, counted in the database so that every process sees them (ASVS 5, 6.3.1). Nobody is locked out
 * for good, and what a stranger does is not counted against a device that signed in before.
 */
@Injectable()
export class GuessesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Seconds still to wait under any of the counts (0 = go on), and under which of them wrong guesses are kept. */
  private async read(counts: readonly GuessCount[]): Promise<{ seconds: number; kept: string[] }> {
    const now = this.clock.now().getTime();
    const rows = await this.dataSource.query<{ countedUnder: string; count: number; lastAt: Date }[]>(
      `select counted_under as "countedUnder", count, last_at as "lastAt" from wrong_guess where counted_under = any($1)`,
      [counts.map(({ countedUnder }) => countedUnder)],
    );
    const waits = rows.map(({ countedUnder, count, lastAt }) => {
      const since = now - lastAt.getTime();
      const free = counts.find((one) => one.countedUnder === countedUnder)?.free ?? 0;
      return since > FORGOTTEN_AFTER_MS ? 0 : waitAfter(count, free) - since;
    });
    return { seconds: Math.max(0, ...waits.map((wait) => Math.ceil(wait / 1_000))), kept: rows.map(({ countedUnder }) => countedUnder) };
  }

  /** Gives under which of the counts wrong guesses are kept. @throws AppError too-many-attempts with the seconds to wait */
  async check(counts: readonly GuessCount[]): Promise<string[]> {
    const { seconds, kept } = await this.read(counts);
    if (seconds > 0) throw new AppError('too-many-attempts', messages.tooManyAttempts(seconds), undefined, seconds);
    return kept;
  }

  async countWrong(counts: readonly GuessCount[]): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.query(
      `insert into wrong_guess (counted_under, count, last_at) select unnest($1::text[]), 1, $2
       on conflict (counted_under) do update set last_at = $2,
         count = case when wrong_guess.last_at < $3 then 1 else least(wrong_guess.count + 1, 1000000) end`,
      [counts.map(({ countedUnder }) => countedUnder), now, new Date(now.getTime() - FORGOTTEN_AFTER_MS)],
    );
  }

  async forget(countedUnder: readonly string[]): Promise<void> {
    if (countedUnder.length === 0) return;
    await this.dataSource.query('delete from wrong_guess where counted_under = any($1)', [countedUnder]);
  }
}
