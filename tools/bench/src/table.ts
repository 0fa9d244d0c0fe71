export interface Row {
  what: string;
  /** Milliseconds, median of the runs. */
  median: number;
  /** Anything else worth reading beside it. */
  note: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The value that `share` of the values do not exceed. */
export const percentile = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

/** Prints rows side by side; the last is the limit, and each row says how many times it that takes. */
export function printTable(title: string, rows: readonly Row[]): void {
  const limit = rows.at(-1)?.median ?? 1;
  const width = Math.max(...rows.map(({ what }) => what.length));
  console.log(`\n${title}`);
  for (const { what, median: milliseconds, note } of rows) {
    const ratio = `× ${(milliseconds / limit).toFixed(1)}`;
    console.log(`  ${what.padEnd(width)}  ${milliseconds.toFixed(1).padStart(9)} ms  ${ratio.padStart(8)}  ${note}`);
  }
}

/** Runs `work` a number of times, one after the other; gives the milliseconds of each. */
export async function timed(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const since = performance.now();
    await work();
    times.push(performance.now() - since);
  }
  return times;
}
