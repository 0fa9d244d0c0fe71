import { SetupError } from '../platform/errors/setup-error.js';

/** A signal that the process was told to stop (Ctrl-C, or who started it is gone), so that work ends without leaving anything half made. */
export function stoppedBy(sentence: string): AbortSignal {
  const controller = new AbortController();
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.once(event, () => controller.abort(new SetupError(sentence)));
  return controller.signal;
}
