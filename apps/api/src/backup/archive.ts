import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { extract as untar, pack as tar } from 'tar-stream';
import { Measure } from './measure.js';

/** Only the owner reads it: it holds secrets. */
const MODE = 0o600;

/** Makes the file that an archive is written to, so that a folder which takes none is known before anything is read. */
export async function makeFile(file: string): Promise<void> {
  await (await open(file, 'wx', MODE)).close();
}

export interface ArchiveMember {
  name: string;
  bytes: number;
  sha256: string;
  content: () => Readable;
}

/** What is wrong with a file that should be an archive: it is none, its end is missing, or its bytes are not what was written. */
export class ArchiveFault extends Error {
  constructor(readonly kind: 'none' | 'cut' | 'damaged', cause: unknown) {
    super(`archive ${kind}`, { cause });
  }
}

/** Fills a file, its members one after the other as they come: a tar, compressed by zstd with a checksum. @returns when it lies on the disk */
export async function writeArchive(file: string, at: Date, members: readonly ArchiveMember[], onBytes: (bytes: number) => void, signal: AbortSignal): Promise<void> {
  const pack = tar();
  const compressed = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  const written = pipeline(Readable.from(pack), compressed, createWriteStream(file, { flush: true }), { signal });
  const failed = written.then(() => null, (error: unknown) => error);
  try {
    for (const { name, bytes, sha256, content } of members) {
      const entry = pack.entry({ name, size: bytes, mode: MODE, mtime: at });
      const measure = new Measure(onBytes);
      await pipeline(content(), measure, entry as unknown as NodeJS.WritableStream, { signal });
      if (measure.sha256() !== sha256) throw new Error(`${name} changed while it was read`);
    }
    pack.finalize();
  } catch (error) {
    pack.destroy();
    // What befell the file befell the member being packed after it.
    throw await failed.then((first) => (isOfFile(first) ? first : error));
  }
  await written;
}

const isOfFile = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.syscall !== undefined;

/** What zlib and the tar's reader say of bytes that are not what was written. */
const FAULTS = [
  { says: /^ZSTD_error_prefix_unknown/, kind: 'none' },
  { says: /^Z_BUF_ERROR|Unexpected end of data/, kind: 'cut' },
  { says: /^(Z_|ZSTD_)|Invalid (tar )?header|Header exceeds/, kind: 'damaged' },
] as const;

function faultOf(error: unknown): ArchiveFault | null {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const said = `${code} ${message}`;
  const fault = FAULTS.find(({ says }) => says.test(said));
  return fault === undefined ? null : new ArchiveFault(fault.kind, error);
}

/**
 * Reads an archive from beginning to end; `take` is given one member after the other and reads it whole.
 * @throws ArchiveFault; what `take` throws; errors of the file system
 */
export async function readArchive(file: string, take: (name: string, content: Readable) => Promise<void>, signal: AbortSignal): Promise<void> {
  const entries = untar();
  const taking = (async () => {
    for await (const entry of entries) await take(entry.header.name, Readable.from(entry));
  })();
  const flowing = pipeline(createReadStream(file), createZstdDecompress(), entries as unknown as NodeJS.WritableStream, { signal });
  const [flowed, taken] = await Promise.allSettled([flowing, taking]);
  signal.throwIfAborted();
  if (flowed.status === 'rejected') {
    const fault = faultOf(flowed.reason);
    if (fault !== null) throw fault;
  }
  if (taken.status === 'rejected') throw taken.reason;
  if (flowed.status === 'rejected') throw flowed.reason;
}
