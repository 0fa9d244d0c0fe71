import { Worker } from 'node:worker_threads';
import type { ReportModel } from '../model.js';
import { MissingGlyphError } from './missing-glyph.js';
import type { Answer, Task } from './render-thread.js';

/**
 * MB. Left to itself the engine lets hundreds of MB of garbage gather before it collects any; a thread can be told to do so
 * sooner. A table of 10 000 rows still fits; what does not is refused, where it would have ended the whole process.
 */
const LIMITS = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 192 };

interface Waiting {
  resolve: (bytes: Buffer) => void;
  reject: (reason: unknown) => void;
}

/** The thread that sets reports, with what waits for it. */
class RenderThread {
  private readonly worker = new Worker(new URL('./render-thread.js', import.meta.url), { resourceLimits: LIMITS, execArgv: [] });
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  hasEnded = false;

  constructor() {
    this.worker.unref();
    this.worker.on('message', (answer: Answer) => this.settle(answer));
    this.worker.on('error', (error) => this.end(error));
    this.worker.on('exit', (code) => this.end(new Error(`the thread that sets reports ended with code ${code}`)));
  }

  render(model: ReportModel): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.asked += 1;
      this.waiting.set(this.asked, { resolve, reject });
      // A process does not end while a report is being set, and ends when none is.
      this.worker.ref();
      this.worker.postMessage({ no: this.asked, model } satisfies Task);
    });
  }

  private settle(answer: Answer): void {
    const waiting = this.waiting.get(answer.no);
    this.waiting.delete(answer.no);
    if (this.waiting.size === 0) this.worker.unref();
    if ('bytes' in answer) waiting?.resolve(Buffer.from(answer.bytes.buffer));
    else if ('missing' in answer) waiting?.reject(new MissingGlyphError(answer.missing.character, answer.missing.text, answer.missing.place));
    else waiting?.reject(answer.error);
  }

  private end(reason: unknown): void {
    this.hasEnded = true;
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }
}

let thread: RenderThread | null = null;

/**
 * Typesets a report as `typesetter/render-report-pdf.ts` does, in a thread of its own: the one that asks goes on answering
 * others, and what setting a report takes of memory is bounded. One report is set after the other.
 * Throws MissingGlyphError for a character the typeface lacks.
 */
export async function renderReportPdf(model: ReportModel): Promise<Buffer> {
  if (thread === null || thread.hasEnded) thread = new RenderThread();
  return thread.render(model);
}
