import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { messages } from './messages.mjs';
import { environment, node, prepare, root, run } from './workspace.mjs';

// The project speaks to people in Vietnam; a test must not pass or fail by the machine's own zone.
environment.TZ = 'Pacific/Auckland';

const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const results = join(root, '.cache', 'jest.json');

const steps = [
  { name: messages.types, run: () => run('turbo', ['run', 'types', '--output-logs=errors-only', '--log-order=grouped']) },
  { name: messages.lint, run: () => run('pnpm', ['--filter', '@ocop/lint', 'run', 'lint']) },
  { name: messages.unused, run: () => run('pnpm', ['--filter', '@ocop/lint', 'run', 'unused']) },
  { name: messages.audit, run: auditDependencies },
  {
    name: messages.tests,
    run: () => run(node, [...jest, '--json', `--outputFile=${results}`, ...process.argv.slice(2)]),
  },
];

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

prepare();
mkdirSync(join(root, '.cache'), { recursive: true });
rmSync(results, { force: true });
let failed = 0;
for (const step of steps) {
  console.log(messages.step(step.name));
  const since = performance.now();
  const ok = step.run() === 0;
  console.log(ok ? messages.stepDone(step.name, seconds(since)) : messages.stepFailed(step.name));
  if (!ok) failed += 1;
}

const { numPassedTests = 0, numFailedTests = 0, numFailedTestSuites = 0 } = readResults();
console.log(`\n${numPassedTests} passed, ${numFailedTests} failed`);
process.exit(failed > 0 || numFailedTestSuites > 0 || numPassedTests === 0 ? 1 : 0);

/**
 * Asks the npm registry for known weaknesses of what ships. A machine without network, or a registry that does not offer
 * the answer, is told and does not fail: the step says nothing then.
 */
function auditDependencies() {
  const { status, stdout, stderr } = spawnSync('pnpm', ['audit', '--prod', '--audit-level', 'high'], {
    cwd: root, env: environment, encoding: 'utf8', timeout: 60_000, shell: process.platform === 'win32',
  });
  const said = `${stdout ?? ''}${stderr ?? ''}`;
  if (status === 0) return 0;
  if (/vulnerabilit|GHSA-/i.test(said)) {
    console.log(said);
    return 1;
  }
  console.log(messages.auditUnanswered);
  return 0;
}

function readResults() {
  try {
    return JSON.parse(readFileSync(results, 'utf8'));
  } catch {
    return {};
  }
}
