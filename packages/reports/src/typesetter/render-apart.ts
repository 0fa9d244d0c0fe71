import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { ReportModel } from '../model.js';
import { MissingGlyphError } from './missing-glyph.js';
import type { Answer, Task } from './render-thread.js';

/** Reports written at the same time by one process; more than processors would only take their memory. */
const AT_ONCE = Math.min(2, availableParallelism());
/** After which a thread without work ends and gives its memory back. */
const IDLE_MS = 60_000;
/**
 * MB of each thread. Left to itself the engine lets hundreds of MB of garbage gather before it collects any; a thread can be
 * told to do so sooner. A table of 8 000 rows still fits; what does not is refused, where it would have ended the whole process.
 */
const LIMITS = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 96 };
let threads: Piscina<Task, Answer> | null = null;

/** A report that needs more memory than it may take. */
export class ReportTooLargeError extends Error {
  constructor() {
    super('the report needs more memory than it may take');
    this.name = 'ReportTooLargeError';
  }
}

function refusalOf(error: unknown): unknown {
  return (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ReportTooLargeError() : error;
}

async function writeApart(task: Task): Promise<Buffer> {
  threads ??= new Piscina({
    filename: new URL('./render-thread.js', import.meta.url).href, execArgv: [], minThreads: 0, maxThreads: AT_ONCE, idleTimeout: IDLE_MS, resourceLimits: LIMITS,
  });
  const answer = await threads.run(task, { name: 'answerTo' }).catch((error: unknown) => Promise.reject(refusalOf(error) as Error));
  if ('missing' in answer) throw new MissingGlyphError(answer.missing.character, answer.missing.text, answer.missing.place);
  return Buffer.from(answer.buffer);
}

/**
 * Typesets a report as `typesetter/render-report-pdf.ts` does, in a thread of its own: the one that asks goes on answering
 * others, and what setting a report takes of memory is bounded.
 * Throws MissingGlyphError for a character the typeface lacks, ReportTooLargeError.
 */
export const renderReportPdf = (model: ReportModel): Promise<Buffer> => writeApart({ format: 'pdf', model });

/**
 * The report as a Word file that can still be edited, laid out as `renderReportPdf` sets it, after Appendix I of Decree
 * 30/2020/NĐ-CP; in a thread too. The same model always gives the same bytes.
 * Throws MissingGlyphError for a character the typeface lacks where a width depends on it (head, tables, charts),
 * ReportTooLargeError.
 */
export const renderReportDocx = (model: ReportModel): Promise<Buffer> => writeApart({ format: 'docx', model });
