import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ImportsService } from '../modules/imports/imports.service.js';
import { BrokenFileError, readUnitsFile } from '../modules/imports/plan-file.js';
import { localViewer } from '../platform/access/viewer.js';
import { messages } from '../platform/errors/messages.js';
import { SetupError } from '../platform/errors/setup-error.js';
import { runCommand } from './run-command.js';
import { withApplication } from './with-application.js';

const say = messages.planCommand;

/** Reads the command line. @throws SetupError with one line */
export function readCommand(args: readonly string[], folder: string): { units: string; plan: string } {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options: { units: { type: 'string' }, plan: { type: 'string' } } });
  } catch {
    throw new SetupError(say.usage);
  }
  const { positionals, values: { units, plan } } = parsed;
  if (positionals.join(' ') !== 'load' || !units || !plan) throw new SetupError(say.usage);
  return { units: resolve(folder, units), plan: resolve(folder, plan) };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new SetupError(say.cannotRead(file, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
}

/** Names the file at fault. */
async function ofFile<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BrokenFileError) throw new SetupError(messages.setup.brokenPlan(file, error.message));
    throw error;
  }
}

/** What the files hold, the units proved. @throws SetupError naming the file and what is wrong with it */
export async function readFiles(files: { units: string; plan: string }): Promise<{ units: Uint8Array; plan: Uint8Array }> {
  const [units, plan] = [await bytesOf(files.units), await bytesOf(files.plan)];
  await ofFile(files.units, () => readUnitsFile(units));
  return { units, plan };
}

/** Loads a town's units and its plan of a year, all or nothing. */
async function main(): Promise<boolean> {
  const files = readCommand(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const { units, plan } = await readFiles(files);
  const isNew = await withApplication('ocop-plan', false, (app) => ofFile(files.plan, () => app.get(ImportsService).loadPlan(units, plan, localViewer('command'))));
  console.log(isNew ? say.loaded(files.plan) : say.there(files.plan));
  return true;
}

if (import.meta.main) await runCommand(main);
