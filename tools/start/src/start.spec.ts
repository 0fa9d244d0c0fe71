import { createServer, type AddressInfo } from 'node:net';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signIn } from '../sign-in.mjs';
import { apiOf, asOwner, command, isAlive, killPostgresOf, postgresOf, pressCtrlC, temporaryFolder, until, type Command } from './command.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const dataDir = () => join(folder.path, 'data');
const password = 'mua he tren pha tam giang';
const start = (environment: NodeJS.ProcessEnv = {}) =>
  command('start', [], { OCOP_DATA_DIR: dataDir(), OCOP_ADMIN_PASSWORD: password, ...environment });
const report = (args: string[], environment: NodeJS.ProcessEnv = {}) =>
  command('report', args, { OCOP_DATA_DIR: dataDir(), INIT_CWD: folder.path, ...environment });

beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  await folder.remove();
});

/** An answer of the API for the first administrator. */
async function read(url: string, path: string): Promise<{ total: number }> {
  const cookie = await signIn(url, 'admin', password);
  return (await (await fetch(`${url}${path}`, { headers: { cookie } })).json()) as { total: number };
}

async function stop(running: Command): Promise<number | null> {
  pressCtrlC(running);
  return running.ended();
}

describe('npm start', () => {
  it('makes the first administrator in an empty database, and tells its password once when none was chosen', async () => {
    const empty = join(folder.path, 'first');
    const first = start({ OCOP_DATA_DIR: empty, OCOP_ADMIN_PASSWORD: undefined });
    const url = await first.ready();
    const told = /: admin · mật khẩu: (\S+) /.exec(first.output())?.[1] ?? '';
    expect(await signIn(url, 'admin', told)).toMatch(/^ocop=/);
    await stop(first);
    expect(await readFile(join(empty, 'api.log'), 'utf8')).not.toContain(told);

    const later = start({ OCOP_DATA_DIR: empty, OCOP_ADMIN_PASSWORD: 'mot mat khau khac han' });
    const again = await later.ready();
    expect(later.output()).not.toContain('mật khẩu');
    await expect(signIn(again, 'admin', 'mot mat khau khac han')).rejects.toThrow('401');
    await stop(later);
  });

  it('says where it answers, and serves the API and the dashboard from there', async () => {
    const running = start();
    const url = await running.ready();
    expect((await read(url, '/api/v1/indicators?year=2024&asOf=2024-04-09')).total).toBe(12);
    const page = await fetch(`${url}/`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toMatch(/text\/html/);
    expect(await stop(running)).toBe(0);
  });

  it('on Ctrl-C stops everything, PostgreSQL included', async () => {
    const running = start();
    await running.ready();
    const postgres = await postgresOf(dataDir());
    const api = await apiOf(running);
    expect(postgres).not.toBeNull();
    expect(await stop(running)).toBe(0);
    expect(await postgresOf(dataDir())).toBeNull();
    expect([postgres ?? 0, api].map(isAlive)).toEqual([false, false]);
    expect(running.errors()).toBe('');
  });

  it('killed outright, takes its API and PostgreSQL with it, and the next start answers', async () => {
    const killed = start();
    await killed.ready();
    const api = await apiOf(killed);
    killed.child.kill('SIGKILL');
    await until(async () => !isAlive(api) && (await postgresOf(dataDir())) === null);

    const next = start();
    await next.ready();
    expect(await stop(next)).toBe(0);
  });

  it('with the API killed outright, joins the PostgreSQL left behind at the next start, and stops it in the end', async () => {
    const killed = start();
    await killed.ready();
    const postgres = await postgresOf(dataDir());
    process.kill(await apiOf(killed), 'SIGKILL');
    await killed.ended();
    expect(await postgresOf(dataDir())).toBe(postgres);

    const next = start();
    await next.ready();
    expect(await postgresOf(dataDir())).toBe(postgres);
    await stop(next);
    expect(await postgresOf(dataDir())).toBeNull();
  });

  it('with PostgreSQL killed outright, starts again over the same data', async () => {
    const first = start();
    await first.ready();
    await killPostgresOf(dataDir());
    await stop(first);
    const next = start();
    const url = await next.ready();
    expect((await read(url, '/api/v1/plans')).total).toBe(1);
    await stop(next);
  });

  it('with a port that is taken, says so in one line and ends with code 2', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const refused = start({ PORT: String(port) });
    expect(await refused.ended()).toBe(2);
    expect(refused.errors().trim().split('\n')).toEqual([expect.stringContaining(`Cổng ${port} đang được chương trình khác dùng`)]);
    expect(await postgresOf(dataDir())).toBeNull();
    await new Promise((resolve) => other.close(resolve));
  });

  it('with a data folder that cannot be written, says so in one line and ends with code 2', async () => {
    const file = join(folder.path, 'a-file');
    await writeFile(file, '');
    const refused = start({ OCOP_DATA_DIR: join(file, 'data') });
    expect(await refused.ended()).toBe(2);
    expect(refused.errors().trim().split('\n')).toEqual([expect.stringContaining('Không ghi được vào thư mục dữ liệu')]);
  });

  it.each([
    [{ PORT: '99999' }, 'PORT phải là số nguyên từ 0 đến 65535'],
    [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL phải có dạng postgres://'],
    [{ OCOP_ADMIN_PASSWORD: 'ngan' }, 'OCOP_ADMIN_PASSWORD phải dài từ 8 đến 200 ký tự'],
    [{ HOST: '203.0.113.1' }, 'Không mở được địa chỉ HOST=203.0.113.1'],
  ])('with %j stops with one clear line', async (environment, line) => {
    const refused = start(environment);
    expect(await refused.ended()).toBe(2);
    expect(refused.errors().trim().split('\n')).toEqual([expect.stringContaining(line)]);
  });
});

describe('npm run audit', () => {
  it('finds the trail whole, and names the line that the owner of the database altered', async () => {
    const audit = () => command('audit', [], { OCOP_DATA_DIR: dataDir() });
    const whole = audit();
    expect([await whole.ended(), whole.errors()]).toEqual([0, '']);
    expect(whole.output()).toContain('Nhật ký nguyên vẹn');

    const running = start();
    await running.ready();
    await asOwner(dataDir(), 'alter table audit_entry disable trigger user', `update audit_entry set reason = 'khác' where no = 1`);
    const broken = audit();
    expect(await broken.ended()).toBe(1);
    expect(broken.output()).toContain('Dòng 1: nội dung không khớp mã băm.');
    await asOwner(dataDir(), `update audit_entry set reason = null where no = 1`, 'alter table audit_entry enable trigger user');
    await stop(running);
  });
});

describe('npm run report', () => {
  it('writes the same bytes whether or not the server is running, and leaves the server running', async () => {
    const args = (out: string) => ['--year', '2024', '--period', 'H1', '--out', out];
    const alone = report(args('alone.pdf'));
    expect([await alone.ended(), alone.errors()]).toEqual([0, '']);
    expect(await postgresOf(dataDir())).toBeNull();

    const running = start();
    const url = await running.ready();
    const beside = report(args('beside.pdf'));
    expect([await beside.ended(), beside.errors()]).toEqual([0, '']);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    await stop(running);

    const [first, second] = await Promise.all(['alone.pdf', 'beside.pdf'].map((name) => readFile(join(folder.path, name))));
    expect(first?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });

  it.each([
    [['--year', '2024', '--period', 'H3', '--out', 'x.pdf'], 'Kỳ báo cáo chỉ nhận H1 (báo cáo 6 tháng) hoặc FY (báo cáo năm)'],
    [['--year', '2031', '--period', 'H1', '--out', 'x.pdf'], 'Chưa có kế hoạch OCOP năm 2031'],
    [['--year', '2024', '--period', 'H1', '--out', 'x.pdf', '--as-of', '2024-02-30'], 'Ngày tính đến phải là một ngày có thật'],
    [['--year', '2024', '--period', 'H1', '--out', 'x.pdf', '--as-of', '2024-04-08'], 'ở trước ngày ban hành Kế hoạch số 1227/KH-UBND'],
    [['--period', 'H1'], 'thiếu --year'],
    [['--year', '2024', '--period', 'FY', '--out', 'no-such-folder/x.pdf'], 'không ghi được tệp'],
  ])('with %j ends with code 2 and one line', async (args, line) => {
    const refused = report(args);
    expect(await refused.ended()).toBe(2);
    expect(refused.errors().trim().split('\n')).toEqual([expect.stringContaining(line)]);
  });
});

describe('npm run backup and restore', () => {
  it('copy everything beside the running server into one file, and bring it into another folder, where the report has the same bytes', async () => {
    const other = { OCOP_DATA_DIR: join(folder.path, 'restored'), INIT_CWD: folder.path };
    const running = start();
    const url = await running.ready();
    const backup = command('backup', ['--out', 'all.ocop'], { OCOP_DATA_DIR: dataDir(), INIT_CWD: folder.path });
    expect([await backup.ended(), backup.errors()]).toEqual([0, '']);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    await stop(running);

    const restored = command('restore', ['--from', 'all.ocop'], other);
    expect([await restored.ended(), restored.errors()]).toEqual([0, '']);
    expect(restored.output()).toContain('Nhật ký nguyên vẹn');
    const args = ['--year', '2024', '--period', 'FY', '--as-of', '2024-12-14', '--out'];
    for (const one of [report([...args, 'here.pdf']), report([...args, 'there.pdf'], other)]) expect(await one.ended()).toBe(0);
    const [here, there] = await Promise.all(['here.pdf', 'there.pdf'].map((name) => readFile(join(folder.path, name))));
    expect(here?.equals(there ?? Buffer.alloc(0))).toBe(true);
    const refused = command('restore', ['--from', 'all.ocop'], other);
    expect(await refused.ended()).toBe(2);
    expect(refused.errors()).toContain('đã có dữ liệu, nên không khôi phục đè lên');
  });
});
