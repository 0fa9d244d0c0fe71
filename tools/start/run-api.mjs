import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environment, node, prepare, root } from './workspace.mjs';

/**
 * Prepares the workspace, then runs an entry of the API on the product's own Node with this command's arguments. The
 * child lives no longer than this process and than the npm that started it, and ends with its exit code.
 */
export function runApi(entry) {
  prepare();
  const child = spawn(node, ['--enable-source-maps', join(root, 'apps', 'api', 'dist', entry), ...process.argv.slice(2)], {
    cwd: root,
    // Compiled code is kept between starts.
    env: { ...environment, PATH: process.env.PATH, NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') },
    // The channel tells the child when this process is killed outright.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C reaches the whole group: the child stops in order, this process waits for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGTERM'));
  if (process.env.npm_lifecycle_event) {
    const npm = process.ppid;
    setInterval(() => {
      if (process.ppid !== npm) child.kill('SIGTERM');
    }, 500).unref();
  }
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
