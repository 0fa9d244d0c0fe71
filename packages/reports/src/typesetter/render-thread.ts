import { parentPort } from 'node:worker_threads';
import type { ReportModel } from '../model.js';
import { MissingGlyphError } from './missing-glyph.js';
import { renderReportPdf } from './render-report-pdf.js';

/** What the thread is asked. */
export interface Task {
  readonly no: number;
  readonly model: ReportModel;
}

/** What it answers: an error of our own loses its class on the way and goes by its parts. */
export type Answer = { readonly no: number } & (
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly missing: Pick<MissingGlyphError, 'character' | 'text' | 'place'> }
  | { readonly error: unknown }
);

async function answerTo({ no, model }: Task): Promise<Answer> {
  try {
    return { no, bytes: Uint8Array.from(await renderReportPdf(model)) };
  } catch (error) {
    if (!(error instanceof MissingGlyphError)) return { no, error };
    const { character, text, place } = error;
    return { no, missing: { character, text, place } };
  }
}

parentPort?.on('message', (task: Task) => {
  void answerTo(task).then((answer) => parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer] : []));
});
