import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const api = join(import.meta.dirname, '..', '..', 'apps', 'api', 'dist', 'main.js');
const READY = /^OCOP ready: (\S+)$/m;

/** Password of `admin` and, over invented data, of the account of each role. */
export const password = 'mua he tren pha tam giang';

/** Starts the product as a person would, on a free port over a data folder of its own, with `settings` of its environment. */
export async function startServer(args = [], settings = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'ocop-browser-'));
  const child = spawn(process.execPath, [api, ...args], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', OCOP_DATA_DIR: dataDir, DATABASE_URL: undefined, OCOP_ADMIN_PASSWORD: password, OCOP_RATE_PER_MINUTE: '6000', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise((resolve, reject) => {
    const read = (chunk) => {
      output += chunk.toString();
      const ready = READY.exec(output);
      if (ready) resolve(ready[1].replace('localhost', '127.0.0.1'));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
  });
  return {
    url,
    dataDir,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
