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
const waitAfter = (count: number, free: number): number => Math.min(1_000 * 2 ** Math.min(count - free, 20), LONGEST_WAIT_MS);

/** A column of a statement: what was guessed so far under the names of the parameter `under`, for `standingFrom`. */
export const standing = (under: string): string =>
  `(select jsonb_object_agg(counted_under, jsonb_build_object('count', count, 'lastAt', last_at)) from wrong_guess where counted_under = any(${under}::text[]))`;

export const standingFrom = (column: StandingColumn): Standing =>
  new Map(Object.entries(column ?? {}).map(([under, { count, lastAt }]) => [under, { count, lastAt: new Date(lastAt) }]));

/**
 * Parts of a statement that take back a right attempt: those before it too where one person alone is counted, itself alone
 * where several are. The rows are locked in the order of `take`, so that nobody waits for another in a circle.
 * @param own and shared: the places of the parameters, as "$1"
 */
export const takenBack = (own: string, shared: string): string => `
  guessed as (
    select counted_under from wrong_guess where counted_under = any(${own}::text[] || ${shared}::text[]) order by counted_under collate "C" for update),
  taken_back as (
    update wrong_guess w set count = case when w.counted_under = any(${own}::text[]) then 0 else greatest(w.count - 1, 0) end
    from guessed g where w.counted_under = g.counted_under returning 1)`;

/** The parameters of `takenBack`. */
export function ownAndShared(counts: readonly GuessCount[]): [own: string[], shared: string[]] {
  const under = (shared: boolean) => counts.filter((count) => (count.shared ?? false) === shared).map(({ countedUnder }) => countedUnder);
  return [under(false), under(true)];
}

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
    await manager.query(`with ${takenBack('$1', '$2')} select count(*) from taken_back`, ownAndShared(counts));
  }

  /** What was guessed so far. */
  async standing(counts: readonly GuessCount[]): Promise<Standing> {
    const [row] = await this.dataSource.query<{ standing: StandingColumn }[]>(`select ${standing('$1')} as standing`, [counts.map(({ countedUnder }) => countedUnder)]);
    return standingFrom(row?.standing ?? null);
  }

  private secondsToWait({ free }: GuessCount, kept: Kept | undefined): number {
    if (kept === undefined || kept.count < free) return 0;
    const since = this.clock.now().getTime() - kept.lastAt.getTime();
    return since > FORGOTTEN_AFTER_MS ? 0 : Math.ceil((waitAfter(kept.count, free) - since) / 1_000);
  }

  private async take(counts: readonly GuessCount[]): Promise<Map<string, number>> {
    const now = this.clock.now();
    const under = counts.map(({ countedUnder }) => countedUnder);
    const rows = await this.dataSource.query<{ countedUnder: string; count: number }[]>(
      `insert into wrong_guess (counted_under, count, last_at) select under, 1, $2 from unnest($1::text[]) as under order by under collate "C"
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

/** What a statement gives of it; null = nothing was guessed. */
export type StandingColumn = Readonly<Record<string, { count: number; lastAt: string }>> | null;

/** By what it is counted under. */
export type Standing = ReadonlyMap<string, Kept>;

const tooMany = (seconds: number) => new AppError('too-many-attempts', messages.tooManyAttempts(seconds), undefined, seconds);
