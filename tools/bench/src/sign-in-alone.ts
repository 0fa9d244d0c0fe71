import { createServer } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';

// The least that a sign-in over HTTP can be: one row read for the password's hash, the hash, one row committed, a cookie.
// Nothing is validated, limited, counted, written down or remembered. First argument: the data folder.

const dist = join(import.meta.dirname, '..', '..', '..', 'apps', 'api', 'dist');
const load = async <T>(file: string): Promise<T> => (await import(join(dist, file))) as T;
const { startEmbeddedPostgres } = await load<{ startEmbeddedPostgres: (dataDir: string, progress: () => void) => Promise<{ url(name: string): string }> }>(
  'platform/database/embedded-postgres.js',
);
const { verifyPassword } = await load<{ verifyPassword: (hash: string, password: string) => Promise<boolean> }>('modules/accounts/passwords.js');

const [, , dataDir = ''] = process.argv;
const postgres = await startEmbeddedPostgres(dataDir, () => undefined);
const client = new pg.Client({ connectionString: postgres.url('ocop_demo') });
await client.connect();
await client.query('create table if not exists bench_session (no bigint generated always as identity primary key, account_id integer not null)');

async function signIn(body: string): Promise<boolean> {
  const { username, password } = JSON.parse(body) as { username: string; password: string };
  const read = { name: 'read', text: 'select id, password_hash as hash from account where username = $1', values: [username] };
  const [account] = (await client.query<{ id: number; hash: string }>(read)).rows;
  if (account === undefined || !(await verifyPassword(account.hash, password))) return false;
  await client.query({ name: 'open', text: 'insert into bench_session (account_id) values ($1)', values: [account.id] });
  return true;
}

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    void signIn(body).then((right) => response.writeHead(right ? 201 : 401, { 'content-type': 'application/json', 'set-cookie': 'ocop=x' }).end('{}'));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`OCOP ready: http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`);
});
process.on('SIGTERM', () => process.exit(0));
