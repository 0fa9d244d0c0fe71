// Run as a process of its own: what starting can never be faster than.
import { join } from 'node:path';

const module = join(import.meta.dirname, '..', '..', '..', 'apps', 'api', 'dist', 'platform', 'database', 'embedded-postgres.js');
const { startEmbeddedPostgres } = (await import(module)) as {
  startEmbeddedPostgres: (dataDir: string, progress: (line: string) => void) => Promise<{ release: () => Promise<void> }>;
};
const server = await startEmbeddedPostgres(process.argv[2] ?? '', () => undefined);
await server.release();
