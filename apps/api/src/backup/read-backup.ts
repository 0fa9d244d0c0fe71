import { text } from 'node:stream/consumers';
import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { migrations } from '../platform/database/migrations/index.js';
import { messages } from '../platform/errors/messages.js';
import { SetupError } from '../platform/errors/setup-error.js';
import { ArchiveFault, readArchive } from './archive.js';
import { FORMAT, headSchema, MANIFEST, manifestSchema, membersOf, type FileName, type Manifest, type TableContent } from './manifest.js';
import { Measure, nowhere, tellBytes } from './measure.js';

const say = messages.restoreCommand;

export interface ReadBackup {
  manifest: Manifest;
  files: ReadonlyMap<FileName, Buffer>;
}

/**
 * Reads a backup to its end and proves each part: nothing missing, nothing more, every SHA-256 and number of rows as written.
 * @param rowsTo where the rows of a table go, as COPY wrote them
 * @param onBytes told of every piece read
 * @throws SetupError when it is none, damaged, of a newer version, or of the other kind of data
 */
export async function readBackup(file: string, demo: boolean, rowsTo: (table: TableContent) => Writable, onBytes: (bytes: number) => void, signal: AbortSignal): Promise<ReadBackup> {
  let manifest: Manifest | null = null;
  let left: ReturnType<typeof membersOf> = [];
  const files = new Map<FileName, Buffer>();

  const take = async (name: string, content: Readable): Promise<void> => {
    if (manifest === null) {
      if (name !== MANIFEST) throw new SetupError(say.notOurs(file));
      manifest = readManifest(file, await text(content), demo);
      left = membersOf(manifest);
      return;
    }
    const expected = left.shift();
    if (expected === undefined || expected.member !== name) throw new SetupError(say.damaged(file, name));
    const measure = new Measure(onBytes);
    const parts: Buffer[] = [];
    const { table } = expected;
    await pipeline(content, measure, table === null ? into(parts) : rowsTo(table), { signal });
    const same = measure.bytes === expected.bytes && measure.sha256() === expected.sha256 && (table === null || table.rows === measure.rows);
    if (!same) throw new SetupError(say.damaged(file, name));
    if (table === null) files.set(expected.name as FileName, Buffer.concat(parts));
  };

  try {
    await readArchive(file, take, signal);
  } catch (error) {
    throw explained(error, file);
  }
  // Assigned within `take`, which the compiler does not follow.
  const read = manifest as Manifest | null;
  if (read === null) throw new SetupError(say.notOurs(file));
  if (left.length > 0) throw new SetupError(say.cut(file));
  return { manifest: read, files };
}

/** The same without using anything of it. */
export const checkBackup = (file: string, demo: boolean, progress: (line: string) => void, signal: AbortSignal): Promise<ReadBackup> =>
  readBackup(file, demo, nowhere, tellBytes(progress, say.checkedSoFar), signal);

const into = (parts: Buffer[]): Writable =>
  new Writable({
    write(part: Buffer, _encoding, done) {
      parts.push(part);
      done();
    },
  });

function explained(error: unknown, file: string): unknown {
  if (error instanceof ArchiveFault) {
    return new SetupError({ none: say.notOurs(file), cut: say.cut(file), damaged: say.damaged(file, null) }[error.kind]);
  }
  const { syscall, path, code } = error as NodeJS.ErrnoException;
  return (syscall === 'open' && path === file) || (syscall === 'read' && code === 'EISDIR') ? new SetupError(say.noFile(file, code ?? '')) : error;
}

function readManifest(file: string, json: string, demo: boolean): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new SetupError(say.notOurs(file));
  }
  const head = headSchema.safeParse(value);
  if (!head.success) throw new SetupError(say.notOurs(file));
  if (head.data.format > FORMAT) throw new SetupError(say.newer(file, head.data.version));
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) throw new SetupError(say.damaged(file, MANIFEST));
  const manifest = parsed.data;
  if (!migrations.some(({ name }) => name === manifest.migration)) throw new SetupError(say.newer(file, manifest.version));
  if (manifest.demo !== demo) throw new SetupError(say.wrongKind(file, manifest.demo));
  return manifest;
}
