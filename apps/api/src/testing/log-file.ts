import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';

/** What a log has told so far. Its file is written aside, line after line: once a last line of our own stands there, all before it do. */
export async function readLog(log: Logger, file: string): Promise<string> {
  const last = randomUUID();
  log.warn(last);
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const end = text.indexOf(last);
    if (end >= 0) return text.slice(0, text.lastIndexOf('\n', end) + 1);
    await wait(5);
  }
}
