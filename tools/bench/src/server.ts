import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
export const PASSWORD = 'mua he tren pha tam giang';
const READY = /^OCOP ready: (\S+)$/m;

export interface Server {
  url: string;
  /** From the command to the ready line. */
  milliseconds: number;
  /** Milliseconds of processor that a program which answers this (api-alone.ts) has used so far. */
  processor(): Promise<number>;
  stop(): Promise<void>;
}

/** Runs a program of this workspace and waits for its ready line. */
export async function startProgram(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Server> {
  const since = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const ready = READY.exec(output)?.[1];
      if (ready !== undefined) resolve(ready.replace('localhost', '127.0.0.1'));
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
  });
  return {
    url,
    milliseconds: performance.now() - since,
    processor: () =>
      new Promise((resolve) => {
        child.once('message', (used) => resolve(Number(used)));
        child.send('processor');
      }),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Starts the product as `npm start` does and waits for the ready line. */
export const startServer = (dataDir: string, args: readonly string[] = []): Promise<Server> =>
  startProgram([join(root, 'tools', 'start', 'start.mjs'), ...args], {
    PORT: '0', OCOP_DATA_DIR: dataDir, OCOP_ADMIN_PASSWORD: PASSWORD, OCOP_RATE_PER_MINUTE: '0',
  });
