import { startEmbeddedPostgres } from './import-source.mjs';

// Starts the server of the folder given and waits to be killed.
const server = await startEmbeddedPostgres(process.argv[2] ?? '', () => undefined);
process.stdout.write(`${server.url('postgres')}\n`);
setInterval(() => undefined, 60_000);
