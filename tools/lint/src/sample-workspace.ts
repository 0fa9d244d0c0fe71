import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const LINT = join(import.meta.dirname, '..');

/** A workspace of a few written files in a folder of its own, to see a rule fail in it. */
export class SampleWorkspace {
  readonly #root = mkdtempSync(join(tmpdir(), 'ocop-lint-'));

  write(path: string, text: string): void {
    const file = join(this.#root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Lets `from` resolve to the folder `to`, as the installed workspace does. */
  link(from: string, to: string): void {
    const file = join(this.#root, from);
    mkdirSync(dirname(file), { recursive: true });
    symlinkSync(join(this.#root, to), file, 'junction');
  }

  /** What one of the lint programs prints as JSON when it runs here. */
  run(program: string, args: readonly string[]): unknown {
    const env = { ...process.env, PATH: [join(LINT, 'node_modules', '.bin'), process.env['PATH']].join(delimiter) };
    const { stdout, stderr } = spawnSync(process.execPath, [join(LINT, 'node_modules', program), ...args], { cwd: this.#root, env, encoding: 'utf8' });
    if (!stdout.startsWith('{')) throw new Error(`${program} gave no JSON: ${stdout}${stderr}`);
    return JSON.parse(stdout);
  }

  remove(): void {
    rmSync(this.#root, { recursive: true });
  }
}
