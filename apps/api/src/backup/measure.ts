import { createHash } from 'node:crypto';
import { Transform, Writable, type TransformCallback } from 'node:stream';

const LINE_END = 10;
const TELL_EVERY_MS = 5_000;

/** Lets bytes through and knows how many they were, their lines and their SHA-256. COPY ends each row, and nothing else, by a line's end. */
export class Measure extends Transform {
  bytes = 0;
  rows = 0;
  private readonly hash = createHash('sha256');

  constructor(private readonly onBytes: (bytes: number) => void = () => undefined) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.byteLength;
    this.hash.update(chunk);
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, at + 1)) this.rows += 1;
    this.onBytes(chunk.byteLength);
    done(null, chunk);
  }

  /** Once, after the last byte. */
  sha256(): string {
    return this.hash.digest('hex');
  }
}

export const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

export const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Adds up bytes and tells how many there were, every few seconds. */
export function tellBytes(progress: (line: string) => void, sentence: (bytes: number) => string): (bytes: number) => void {
  let sum = 0;
  let toldAt = performance.now();
  return (bytes) => {
    sum += bytes;
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    progress(sentence(sum));
  };
}
