import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import type { ReportParts, ReportSnapshot } from '@ocop/reports';
import type { Piscina } from 'piscina';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import type { ReportToWrite, WrittenReport } from './typeset-thread.js';

/** Reports written at once by one process, each in a thread: nobody else's request waits for them. */
export const REPORTS_AT_ONCE = Math.min(2, availableParallelism());
/** After which a thread without work ends and gives its memory back. */
const IDLE_MS = 60_000;
let threads: Promise<Piscina<ReportToWrite, WrittenReport>> | null = null;

/** Loaded when first asked: the typesetter with its fonts and charts is a second that starting up need not wait for. */
async function openThreads(): Promise<Piscina<ReportToWrite, WrittenReport>> {
  const { Piscina: Pool } = await import('piscina');
  const filename = new URL(`typeset-thread${extname(import.meta.filename)}`, import.meta.url).href;
  return new Pool({ filename, minThreads: 0, maxThreads: REPORTS_AT_ONCE, idleTimeout: IDLE_MS });
}

/** "U+0780" without the "U+". */
export const codeOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** The report on paper. @throws AppError invalid-input naming the character that the typeface lacks */
export const typeset = (snapshot: ReportSnapshot, parts: ReportParts = {}): Promise<Uint8Array> => write('pdf', snapshot, parts);

/** The same report as a Word file, to be edited before it is signed. @throws AppError as `typeset` */
export const writeWord = (snapshot: ReportSnapshot, parts: ReportParts): Promise<Uint8Array> => write('docx', snapshot, parts);

async function write(format: ReportToWrite['format'], snapshot: ReportSnapshot, parts: ReportParts): Promise<Uint8Array> {
  threads ??= openThreads();
  const written = await (await threads).run({ format, snapshot, parts });
  if ('bytes' in written) return written.bytes;
  const { character, text } = written.missing;
  throw new AppError('invalid-input', messages.unprintableIn(character, codeOf(character), text.slice(0, 100)));
}
