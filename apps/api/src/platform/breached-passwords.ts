import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { messages } from './errors/messages.js';
import { SetupError } from './errors/setup-error.js';

/** A line is a SHA-1, a colon and how often it was seen: two of them are surely within so many bytes. */
const READ_AT_ONCE = 256;
const LINE = /^([0-9A-F]{40}):\d+\r?$/i;
/** Lines looked at before the file is trusted, over its whole length. */
const PROBES = 50;

interface Line {
  sha1: string;
  /** Where it begins, and the one after it. */
  start: number;
  next: number;
}

/** The first line that begins at `from` or later; null = none. @throws RangeError when it is no such line */
async function lineAfter(file: FileHandle, from: number, size: number): Promise<Line | null> {
  // With the byte before: whether a line begins at `from` itself.
  const at = Math.max(0, from - 1);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(READ_AT_ONCE), 0, READ_AT_ONCE, at);
  const text = buffer.toString('latin1', 0, bytesRead);
  const before = from === 0 ? -1 : text.indexOf('\n');
  if (from > 0 && before === -1) {
    if (at + bytesRead >= size) return null;
    throw new RangeError(`no line near ${from}`);
  }
  const start = before + 1;
  if (at + start >= size) return null;
  const end = text.indexOf('\n', start);
  const sha1 = LINE.exec(end === -1 ? text.slice(start) : text.slice(start, end))?.[1];
  if (sha1 === undefined) throw new RangeError(`no SHA-1 at ${at + start}`);
  return { sha1: sha1.toUpperCase(), start: at + start, next: end === -1 ? size : at + end + 1 };
}

async function withFile<T>(path: string, work: (file: FileHandle, size: number) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    return await work(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

/**
 * Passwords that leaked somewhere, in a file as Have I Been Pwned gives it: lines `SHA1:count`, in order of the SHA-1. Tens
 * of gigabytes, so it is searched in place; opened at each question, so a newer file may take its place at any time.
 */
export class BreachedPasswords {
  private constructor(private readonly path: string) {}

  /** @throws SetupError when there is no such file there */
  static async at(path: string): Promise<BreachedPasswords> {
    await withFile(path, async (file, size) => {
      let previous = '';
      for (let probe = 0; probe < PROBES; probe += 1) {
        const line = await lineAfter(file, Math.floor((size * probe) / PROBES), size);
        if (line === null ? probe === 0 : line.sha1 < previous) throw new RangeError('not in order');
        previous = line?.sha1 ?? previous;
      }
    }).catch((error: unknown) => {
      throw new SetupError(messages.settings.breachedPasswords(path, error instanceof RangeError));
    });
    return new BreachedPasswords(path);
  }

  has(password: string): Promise<boolean> {
    const wanted = createHash('sha1').update(password).digest('hex').toUpperCase();
    return withFile(this.path, async (file, size) => {
      // Of the lines that begin in [low, high) one may be it.
      let [low, high] = [0, size];
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        const line = await lineAfter(file, middle, size);
        if (line === null || line.start >= high || line.sha1 > wanted) high = middle;
        else if (line.sha1 === wanted) return true;
        else low = line.next;
      }
      return false;
    });
  }
}
