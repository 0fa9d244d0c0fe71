import { join } from 'node:path';
import { signIn } from '../../start/sign-in.mjs';
import { load } from './overview.ts';
import { PASSWORD, startProgram, startServer } from './server.ts';
import { median, printTable, timed } from './table.ts';

const PAIRS = 10;
const ROUNDS = 4;
const SECONDS = 1;
const SIGN_INS = 60;
/** Not counted: the first rounds compile and connect. */
const WARM_UP = 10;
const apiAlone = join(import.meta.dirname, 'api-alone.ts');
const signInAlone = join(import.meta.dirname, 'sign-in-alone.ts');

/** Password hashing alone, here in a process of its own as in the server. */
async function hashAlone(): Promise<() => Promise<boolean>> {
  const passwords = join(import.meta.dirname, '..', '..', '..', 'apps', 'api', 'dist', 'modules', 'accounts', 'passwords.js');
  const { hashPassword, verifyPassword } = (await import(passwords)) as {
    hashPassword: (password: string) => Promise<string>;
    verifyPassword: (hash: string, password: string) => Promise<boolean>;
  };
  const hash = await hashPassword(PASSWORD);
  return () => verifyPassword(hash, PASSWORD);
}

/**
 * Sign-in beside its hash and beside the least it can be, turn about so that what else the machine does falls on all; one
 * client that keeps its connection. Each turn begins with another one: what runs after a hash finds cold caches.
 */
async function benchSignIn(url: string, dataDir: string): Promise<void> {
  const least = await startProgram([signInAlone, dataDir]);
  const works = {
    signIn: () => signIn(url, 'admin', PASSWORD),
    least: () => signIn(least.url, 'admin', PASSWORD),
    http: async () => (await fetch(`${url}/health/live`)).text(),
    hash: await hashAlone(),
  };
  const names = Object.keys(works) as (keyof typeof works)[];
  const rounds: Record<keyof typeof works, number>[] = [];
  try {
    for (let round = 0; round < WARM_UP + SIGN_INS; round += 1) {
      const times = { signIn: 0, least: 0, http: 0, hash: 0 };
      for (let turn = 0; turn < names.length; turn += 1) {
        const name = names[(round + turn) % names.length] ?? 'hash';
        [times[name] = 0] = await timed(1, works[name]);
      }
      if (round >= WARM_UP) rounds.push(times);
    }
  } finally {
    await least.stop();
  }
  const middle = (of: (times: Readonly<Record<keyof typeof works, number>>) => number) => median(rounds.map(of));
  const hash = middle((times) => times.hash);
  const beside = (what: 'signIn' | 'least') => {
    const more = middle((times) => times[what] - times.hash);
    return `beside the hash ${more.toFixed(1)} ms, ${((more / hash) * 100).toFixed(1)} %`;
  };
  printTable(`Signing in over HTTP, one client (median of ${SIGN_INS} turns)`, [
    { what: 'sign-in', median: middle((times) => times.signIn), note: beside('signIn') },
    { what: 'the least over HTTP: a row read, the hash, a row committed', median: middle((times) => times.least), note: beside('least') },
    { what: 'HTTP alone', median: middle((times) => times.http), note: 'part of what is beside the hash' },
    { what: 'limit: the password hash alone', median: hash, note: 'Argon2id, 64 MiB, 3 passes' },
  ]);
}

interface Turn {
  perSecond: number;
  /** Milliseconds a request. */
  processor: number;
}
type Turns = Record<'guarded' | 'alone', Turn[]>;

/** A pair of processes, turn about, so that what else the machine does falls on both. */
async function takeTurns(dataDir: string, turns: Turns): Promise<void> {
  // Nothing else runs: what does the work in the background would fall on one of them.
  const guarded = await startProgram([apiAlone, dataDir]);
  const alone = await startProgram([apiAlone, dataDir, 'unguarded']);
  try {
    const cookie = await signIn(guarded.url, 'admin', PASSWORD);
    const turn = async (what: keyof Turns) => {
      const program = what === 'guarded' ? guarded : alone;
      const before = await program.processor();
      const { perSecond } = await load(what, `${program.url}/api/v1/indicators?year=2024&asOf=2024-12-31`, cookie, SECONDS);
      turns[what].push({ perSecond, processor: ((await program.processor()) - before) / (perSecond * SECONDS) });
    };
    for (let round = 0; round < ROUNDS; round += 1) for (const what of round % 2 === 0 ? (['guarded', 'alone'] as const) : (['alone', 'guarded'] as const)) await turn(what);
  } finally {
    await alone.stop();
    await guarded.stop();
  }
}

/** Several pairs: of the same program one process is some hundredths faster than another. */
async function benchAuthorization(dataDir: string): Promise<void> {
  const turns: Turns = { guarded: [], alone: [] };
  for (let pair = 0; pair < PAIRS; pair += 1) await takeTurns(dataDir, turns);
  const row = (what: string, of: keyof Turns, note: string) => {
    const processor = median(turns[of].map((one) => one.processor));
    return { what, median: median(turns[of].map(({ perSecond }) => 1_000 / perSecond)), note: `${(processor * 1_000).toFixed(0)} µs of processor; ${note}` };
  };
  // Each turn against its neighbour: what the machine does over minutes falls out.
  const added = (compare: (guarded: Turn, alone: Turn) => number) => ((median(turns.guarded.map((one, round) => compare(one, turns.alone[round] ?? one))) - 1) * 100).toFixed(1);
  printTable(`Authorization in the overview request: time per request under load (median of ${PAIRS} pairs of processes, ${ROUNDS} turns each)`, [
    row('with session, permission, scope, row policies', 'guarded', `adds ${added((guarded, alone) => alone.perSecond / guarded.perSecond)} % of time, ${added((guarded, alone) => guarded.processor / alone.processor)} % of processor`),
    row('limit: without any', 'alone', 'owner of the tables, nobody looked up'),
  ]);
}

/** What signing in costs beside its hash, and what authorization adds to the overview request. */
export async function benchAccess(dataDir: string): Promise<void> {
  const server = await startServer(dataDir, ['--demo']);
  try {
    await benchSignIn(server.url, dataDir);
  } finally {
    await server.stop();
  }
  await benchAuthorization(dataDir);
}
