import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const program = join(import.meta.dirname, 'worker.js');
const AGAIN_AFTER_MS = 10_000;

/** A process of its own for what is done in the background, so that nobody waits for it; started again when it ends by itself. */
export class WorkerProcess {
  private child: ChildProcess | null = null;
  private stopping = false;

  constructor(private readonly demo: boolean) {}

  start(): void {
    const child = fork(program, this.demo ? ['--demo'] : [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.child = child;
    child.once('exit', () => void this.ended());
  }

  private async ended(): Promise<void> {
    this.child = null;
    await wait(AGAIN_AFTER_MS, undefined, { ref: false });
    if (!this.stopping) this.start();
  }

  /** Ends when what it was doing is done or put back. */
  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (child === null) return;
    const ended = once(child, 'exit');
    // On Ctrl-C it may be on its way out by itself.
    if (child.connected) child.disconnect();
    await ended;
  }
}
