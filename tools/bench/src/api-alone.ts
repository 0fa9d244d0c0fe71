import { join } from 'node:path';

// The API and nothing else, as it is or (second argument “unguarded”) without any authorization, to see what that costs:
// nobody is looked up, nothing is checked, and the owner of the tables reads them, to whom no row-level policy applies.
// First argument: the data folder.

const dist = join(import.meta.dirname, '..', '..', '..', 'apps', 'api', 'dist');
const load = async <T>(file: string): Promise<T> => (await import(join(dist, file))) as T;

interface Request {
  viewer: unknown;
}

const { startEmbeddedPostgres } = await load<{ startEmbeddedPostgres: (dataDir: string, progress: () => void) => Promise<{ url(name: string): string }> }>(
  'platform/database/embedded-postgres.js',
);
const { createDataSource } = await load<{ createDataSource: (url: string, entities: unknown, name: string, client?: unknown) => { initialize(): Promise<unknown> } }>(
  'platform/database/data-source.js',
);
const { applicationUrl } = await load<{ applicationUrl: (ownerUrl: string) => Promise<string> }>('platform/database/application-role.js');
const { ScopedClient } = await load<{ ScopedClient: unknown }>('platform/database/scoped-client.js');
const { entities } = await load<{ entities: unknown }>('entities.js');
const { AccessGuard } = await load<{ AccessGuard: { prototype: { canActivate: (context: { switchToHttp(): { getRequest(): Request } }) => boolean } } }>(
  'platform/access/access.guard.js',
);
const { localViewer } = await load<{ localViewer: (origin: 'system') => unknown }>('platform/access/viewer.js');
const { SystemClock } = await load<{ SystemClock: new () => unknown }>('platform/clock/clock.js');
const { createLog } = await load<{ createLog: (file: string) => unknown }>('platform/http/request-log.js');
const { createApp } = await load<{ createApp: (parts: object) => Promise<{ listen(port: number, host: string): Promise<void>; getUrl(): Promise<string> }> }>(
  'create-app.js',
);

const [, , dataDir = '', mode] = process.argv;
const guarded = mode !== 'unguarded';
if (!guarded) {
  const viewer = localViewer('system');
  AccessGuard.prototype.canActivate = (context) => {
    context.switchToHttp().getRequest().viewer = viewer;
    return true;
  };
}
const server = await startEmbeddedPostgres(dataDir, () => undefined);
const app = await createApp({
  dataSource: await (guarded
    ? createDataSource(await applicationUrl(server.url('ocop_demo')), entities, 'ocop-bench', ScopedClient)
    : createDataSource(server.url('ocop_demo'), entities, 'ocop-bench')
  ).initialize(),
  clock: new SystemClock(),
  installation: { publicUrl: null, secretKey: Buffer.alloc(32), dataDir: null, proxies: 0, requestsPerMinute: null, openIdConnect: null, secondFactorRequired: false, breachedPasswords: null, mail: null },
  log: createLog(join(dataDir, `${guarded ? 'guarded' : 'unguarded'}.log`)),
  dashboard: null,
});
await app.listen(0, '127.0.0.1');
console.log(`OCOP ready: ${await app.getUrl()}`);
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1_000);
});
process.on('SIGTERM', () => process.exit(0));
