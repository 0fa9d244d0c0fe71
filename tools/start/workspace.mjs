import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messages } from './messages.mjs';

// Runs on the machine's own Node (from 20 on) before anything is installed: only Node built-ins here.

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const windows = process.platform === 'win32';
const PNPM = 'pnpm@12.21.0';

/** The product's own Node 24, once installed. */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Ends the command with one line. Exit code 2 = the person can mend it. */
export function fail(line, code = 2) {
  console.error(line);
  process.exit(code);
}

/** The environment of child processes: the workspace's programs first, no telemetry, no questions. */
export const environment = {
  ...process.env,
  PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  CI: process.env.CI ?? 'true',
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
};

/** Runs a program to its end; gives its exit code. Quiet: its output is shown only when it fails. */
export function run(program, args, { quiet = false } = {}) {
  const result = spawnSync(program, args, {
    cwd: root,
    env: environment,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: windows && program.endsWith('.cmd'),
  });
  if (quiet && result.status !== 0) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  return result.status ?? 1;
}

const packages = () =>
  ['apps', 'packages', 'tools'].flatMap((group) => readdirSync(join(root, group)).map((name) => join(group, name)));

/** Every file below a folder that could change what is built. */
function sources(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', '.turbo', 'coverage'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.spec\.tsx?$/.test(entry.name) ? [] : [path];
  });
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
}

const isCurrent = (stamp, wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

function install() {
  const manifests = packages().map((folder) => join(folder, 'package.json'));
  const wanted = fingerprint(
    ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests.filter((file) => existsSync(join(root, file)))],
  );
  const stamp = join(root, 'node_modules', '.ocop-installed');
  if (existsSync(node) && isCurrent(stamp, wanted)) return;
  console.log(messages.installing);
  const args = [PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'];
  // npm tells where it is itself; started without it, npx is on the PATH.
  const npm = process.env.npm_execpath;
  const status = npm
    ? run(process.execPath, [npm, 'exec', '--yes', '--', ...args])
    : run(windows ? 'npx.cmd' : 'npx', ['--yes', ...args]);
  if (status !== 0) fail(messages.installFailed, 1);
  writeFileSync(stamp, wanted);
}

function build() {
  const wanted = fingerprint(['tsconfig.base.json', 'turbo.json', ...['apps', 'packages'].flatMap(sources)]);
  const stamp = join(root, 'node_modules', '.ocop-built');
  const outputs = ['apps/api/dist/main.js', 'apps/dashboard/dist/index.html'];
  if (outputs.every((file) => existsSync(join(root, file))) && isCurrent(stamp, wanted)) return;
  console.log(messages.building);
  if (run('turbo', ['run', 'build', '--output-logs=errors-only', '--log-order=grouped'], { quiet: true }) !== 0) {
    fail(messages.buildFailed, 1);
  }
  writeFileSync(stamp, wanted);
}

/** Installs what is missing and builds what changed; a second call with nothing new takes milliseconds. */
export function prepare() {
  if (Number(process.versions.node.split('.')[0]) < 20) fail(messages.nodeTooOld(process.version));
  try {
    accessSync(root, constants.W_OK);
  } catch {
    if (!existsSync(node)) fail(messages.cannotWrite(root));
  }
  install();
  build();
}
