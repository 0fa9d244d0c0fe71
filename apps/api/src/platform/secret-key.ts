import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const BYTES = 32;

export const secretKeyFile = (dataDir: string): string => join(dataDir, 'secret-key');

/** The key of an installation without OCOP_SECRET_KEY: made once, in a file that only its owner reads. */
export async function readOrMakeSecretKey(dataDir: string): Promise<Buffer> {
  const file = secretKeyFile(dataDir);
  const read = async () => Buffer.from((await readFile(file, 'utf8').catch(() => '')).trim(), 'hex');
  const found = await read();
  if (found.byteLength === BYTES) return found;
  await mkdir(dataDir, { recursive: true });
  // wx: another process may be making it.
  await writeFile(file, randomBytes(BYTES).toString('hex'), { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await chmod(file, 0o600);
  const made = await read();
  if (made.byteLength !== BYTES) throw new Error(`${file}: not a key`);
  return made;
}
