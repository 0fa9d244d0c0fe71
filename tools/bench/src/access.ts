import { join } from 'node:path';
import { signIn } from '../../start/sign-in.mjs';
import { load } from './overview.ts';
import { PASSWORD, startProgram, startServer } from './server.ts';
import { median, printTable, timed } from './table.ts';

const ROUNDS = 40;
const SECONDS = 1;
const SIGN_INS = 60;
/** Not counted: the first rounds compile and connect. */
const WARM_UP = 10;
const apiAlone = join(import.meta.dirname, 'api-alone.ts');

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

/** Sign-in beside its hash, turn about so that what else the machine does falls on both; one client that keeps its connection. */
async function benchSignIn(url: string): Promise<void> {
  const hash = await hashAlone();
  const works = [hash, () => signIn(url, 'admin', PASSWORD), async () => (await fetch(`${url}/health/live`)).text()];
  const rounds: number[][] = [];
  for (let round = 0; round < WARM_UP + SIGN_INS; round += 1) {
    const times: number[] = [];
    for (const work of works) times.push(...(await timed(1, work)));
    if (round >= WARM_UP) rounds.push(times);
  }
  const middle = (of: (times: readonly number[]) => number) => median(rounds.map(of));
  const alone = middle(([hashed = 0]) => hashed);
  const beside = middle(([hashed = 0, signedIn = 0]) => signedIn - hashed);
  printTable(`Signing in over HTTP, one client (median of ${SIGN_INS} turns)`, [
    { what: 'sign-in', median: middle(([, signedIn = 0]) => signedIn), note: `beside the hash ${beside.toFixed(1)} ms, ${((beside / alone) * 100).toFixed(0)} %` },
    { what: 'HTTP alone', median: middle(([, , http = 0]) => http), note: 'part of what is beside the hash' },
    { what: 'limit: the password hash alone', median: alone, note: 'Argon2id, 64 MiB, 3 passes' },
  ]);
}

/** What signing in costs beside its hash, and what authorization adds to the overview request. */
export async function benchAccess(dataDir: string): Promise<void> {
  const server = await startServer(dataDir, ['--demo']);
  // Both alone: beside what does the work in the background they would not be alike.
  const shut = await startProgram([apiAlone, dataDir]);
  const open = await startProgram([apiAlone, dataDir, 'unguarded']);
  try {
    const cookie = await signIn(server.url, 'admin', PASSWORD);
    await benchSignIn(server.url);

    const path = '/api/v1/indicators?year=2024&asOf=2024-12-31';
    const turns: Record<'guarded' | 'alone', { perSecond: number; processor: number }[]> = { guarded: [], alone: [] };
    const turn = async (what: 'guarded' | 'alone') => {
      const program = what === 'guarded' ? shut : open;
      const before = await program.processor();
      const { perSecond } = await load(what, `${program.url}${path}`, cookie, SECONDS);
      turns[what].push({ perSecond, processor: ((await program.processor()) - before) / (perSecond * SECONDS) });
    };
    // Turn about, so that what else the machine does falls on both.
    for (let round = 0; round < ROUNDS; round += 1) for (const what of round % 2 === 0 ? (['guarded', 'alone'] as const) : (['alone', 'guarded'] as const)) await turn(what);
    const row = (what: string, of: 'guarded' | 'alone', note: string) => {
      const processor = median(turns[of].map((one) => one.processor));
      return { what, median: median(turns[of].map(({ perSecond }) => 1_000 / perSecond)), note: `${(processor * 1_000).toFixed(0)} µs of processor; ${note}` };
    };
    // Each turn against its neighbour: what the machine does over minutes falls out.
    const added = (compare: (guarded: { perSecond: number; processor: number }, alone: { perSecond: number; processor: number }) => number) =>
      ((median(turns.guarded.map((one, round) => compare(one, turns.alone[round] ?? one))) - 1) * 100).toFixed(1);
    printTable(`Authorization in the overview request: time per request under load (median of ${ROUNDS} turns)`, [
      row('with session, permission, scope, row policies', 'guarded', `adds ${added((guarded, alone) => alone.perSecond / guarded.perSecond)} % of time, ${added((guarded, alone) => guarded.processor / alone.processor)} % of processor`),
      row('limit: without any', 'alone', 'owner of the tables, nobody looked up'),
    ]);
  } finally {
    await open.stop();
    await shut.stop();
    await server.stop();
  }
}
