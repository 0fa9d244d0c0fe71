import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postgresUserForRoot } from './postgres-user.js';

let closed: string;
let program: string;
beforeAll(async () => {
  // mkdtemp makes the folder 0700: nobody but its owner passes.
  closed = await mkdtemp(join(tmpdir(), 'ocop-closed-'));
  program = join(closed, 'program');
  await writeFile(program, '', { mode: 0o755 });
});
afterAll(() => rm(closed, { recursive: true, force: true }));

describe('the user PostgreSQL runs as', () => {
  it('is nobody special unless the caller is root; for root it finds programs below a folder closed to others', async () => {
    const user = await postgresUserForRoot([program]);
    if (process.getuid?.() !== 0) {
      expect(user).toBeNull();
      return;
    }
    // What initdb asks of the `postgres` program beside it, with access(2).
    const asked = user?.spawn('test', ['-x', program], { stdio: 'ignore' });
    expect(asked && (await once(asked, 'close'))).toEqual([0, null]);
  });
});
