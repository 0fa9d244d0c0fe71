import { withApplication } from './cli/with-application.js';
import { messages } from './platform/errors/messages.js';
import { SetupError } from './platform/errors/setup-error.js';
import { Jobs } from './platform/jobs/jobs.service.js';

/** Until there is work there is nothing to end in order. */
let finish = (): void => process.exit(0);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.once(signal, () => finish());
// Who started it may be gone already, which nobody would tell any more.
if (process.send !== undefined && !process.connected) finish();

/** Does jobs beside the server, on this machine or another; any number may run. Stops in order when told to. */
try {
  await withApplication('ocop-worker', process.argv.includes('--demo'), async (app) => {
    await app.get(Jobs).start();
    // Beside the server that started it it is silent.
    if (process.send === undefined) console.log(messages.setup.workerReady);
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  process.exit(0);
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exit(error instanceof SetupError ? 2 : 1);
}
