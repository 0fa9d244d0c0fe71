import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
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
  /** Several people count here: a right guess takes back itself alone, not what others guessed. */
  shared?: boolean;
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

  /**
   * Counts an attempt before it is judged. Of many at the same moment no more go on than would one after the other.
   * @throws AppError too-many-attempts with the seconds to wait; that attempt is not counted
   */
  async attempt(counts: readonly GuessCount[]): Promise<void> {
    return this.attemptWhile(counts, await this.standing(counts), () => Promise.resolve());
  }

  /**
   * The same with the counting and the judgement at the same time; nothing is told before both are done. For a judgement
   * that takes long and changes nothing. Who has to wait is told so before it begins.
   * @param before what stands under the counts
   * @throws AppError too-many-attempts as above
   */
  async attemptWhile<T>(counts: readonly GuessCount[], before: Standing, judge: () => Promise<T>): Promise<T> {
    const seconds = Math.max(0, ...counts.map((count) => this.secondsToWait(count, before.get(count.countedUnder))));
    if (seconds > 0) throw tooMany(seconds);
    const [after, verdict] = await Promise.all([this.take(counts), judge()]);
    const overtaken = counts.some(({ countedUnder, free }) => {
      const taken = after.get(countedUnder) ?? 0;
      return taken > free && taken !== (before.get(countedUnder)?.count ?? 0) + 1;
    });
    if (overtaken) throw tooMany(1);
    return verdict;
  }

  /** Takes back a right attempt, and what was guessed before under counts of one person alone. */
  async succeed(counts: readonly GuessCount[], manager: EntityManager = this.dataSource.manager): Promise<void> {
    const under = (shared: boolean) => counts.filter((count) => (count.shared ?? false) === shared).map(({ countedUnder }) => countedUnder);
    await manager.query(
      `with ended as (delete from wrong_guess where counted_under = any($1) or (counted_under = any($2) and count <= 1))
       update wrong_guess set count = count - 1 where counted_under = any($2) and count > 1`,
      [under(false), under(true)],
    );
  }

  /** What was guessed so far. */
  async standing(counts: readonly GuessCount[]): Promise<Standing> {
    const rows = await this.dataSource.query<(Kept & { countedUnder: string })[]>(
      `select counted_under as "countedUnder", count, last_at as "lastAt" from wrong_guess where counted_under = any($1)`,
      [counts.map(({ countedUnder }) => countedUnder)],
    );
    return new Map(rows.map((row) => [row.countedUnder, row]));
  }

  private secondsToWait({ free }: GuessCount, kept: Kept | undefined): number {
    if (kept === undefined) return 0;
    const since = this.clock.now().getTime() - kept.lastAt.getTime();
    return since > FORGOTTEN_AFTER_MS ? 0 : Math.ceil((waitAfter(kept.count, free) - since) / 1_000);
  }

  private async take(counts: readonly GuessCount[]): Promise<Map<string, number>> {
    const now = this.clock.now();
    // In one order everywhere, so that two attempts never wait for each other.
    const under = counts.map(({ countedUnder }) => countedUnder).sort();
    const rows = await this.dataSource.query<{ countedUnder: string; count: number }[]>(
      `insert into wrong_guess (counted_under, count, last_at) select unnest($1::text[]), 1, $2
       on conflict (counted_under) do update set last_at = $2,
         count = case when wrong_guess.last_at < $3 then 1 else least(wrong_guess.count + 1, 1000000) end
       returning counted_under as "countedUnder", count`,
      [under, now, new Date(now.getTime() - FORGOTTEN_AFTER_MS)],
    );
    return new Map(rows.map(({ countedUnder, count }) => [countedUnder, count]));
  }
}

interface Kept {
  count: number;
  lastAt: Date;
}

/** By what it is counted under. */
export type Standing = ReadonlyMap<string, Kept>;

const tooMany = (seconds: number) => new AppError('too-many-attempts', messages.tooManyAttempts(seconds), undefined, seconds);
