import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { readOrMakeSecretKey } from './secret-key.js';

it('the key of an installation is made once, also by several at once, of 256 random bits, in a file of its owner alone (ASVS 13.3.2)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-key-'));
  try {
    const made = await Promise.all([1, 2, 3].map(() => readOrMakeSecretKey(join(folder, 'data'))));
    const file = join(folder, 'data', 'secret-key');
    expect(await readFile(file, 'utf8')).toMatch(/^[0-9a-f]{64}$/);
    for (const key of [...made, await readOrMakeSecretKey(join(folder, 'data'))]) expect(key.toString('hex')).toBe(await readFile(file, 'utf8'));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readOrMakeSecretKey(join(folder, 'other'))).equals(made[0] ?? Buffer.alloc(0))).toBe(false);
  } finally {
    await rm(folder, { recursive: true });
  }
});
