/** Runs every lint of the repository, one after the other, and fails if one of them does. */
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

const here = join(import.meta.dirname, '..');
// oxlint looks for its type-aware half on the PATH.
const env = { ...process.env, PATH: [join(here, 'node_modules', '.bin'), process.env['PATH']].join(delimiter) };
const checks = [
  { title: 'Rules within a file (oxlint)', program: 'oxlint/bin/oxlint', args: [] },
  {
    title: 'Arrows between files (dependency-cruiser)',
    program: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['--config', join(here, 'arrows.mjs'), '--output-type', 'err-long', 'apps', 'packages', 'tools'],
  },
];

const failed = checks.filter(({ title, program, args }) => {
  console.log(`\n${title}`);
  const { status } = spawnSync(process.execPath, [join(here, 'node_modules', program), ...args], { cwd: join(here, '..', '..'), env, stdio: 'inherit' });
  return status !== 0;
});

console.log(failed.length === 0 ? '\nLint: all rules hold.' : `\nLint: failed — ${failed.map(({ title }) => title).join('; ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
