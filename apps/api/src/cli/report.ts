import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createReportSchema, type CreateReport } from '@ocop/contracts';
import { loadData } from '../load-data.js';
import { ReportsService } from '../modules/reports/reports.service.js';
import { localViewer, readLocality } from '../platform/access/viewer.js';
import { messages } from '../platform/errors/messages.js';
import { invalidInput } from '../platform/errors/problem.filter.js';
import { SetupError } from '../platform/errors/setup-error.js';
import { runCommand } from './run-command.js';
import { withApplication } from './with-application.js';

const say = messages.reportCommand;

interface Command {
  report: CreateReport;
  /** Whose, where several localities have a plan of the year. */
  locality: number | null;
  out: string;
  demo: boolean;
}

/**
 * Reads the command line.
 * @throws SetupError with one line naming every option at fault
 */
export function readCommand(args: readonly string[], folder: string): Command {
  const { values, tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: {
      year: { type: 'string' },
      period: { type: 'string' },
      out: { type: 'string' },
      'as-of': { type: 'string' },
      locality: { type: 'string' },
      demo: { type: 'boolean' },
    },
  });
  const known = ['year', 'period', 'out', 'as-of', 'locality', 'demo'];
  const problems = tokens.flatMap((token) => {
    if (token.kind === 'positional') return [say.unknownOption(token.value)];
    if (token.kind === 'option' && !known.includes(token.name)) return [say.unknownOption(token.rawName)];
    return [];
  });
  const text = (name: 'year' | 'period' | 'out' | 'as-of') => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  for (const name of ['year', 'period', 'out'] as const) if (text(name) === undefined) problems.push(say.missing(`--${name}`));
  const year = text('year');
  const parsed = createReportSchema.safeParse({
    year: year !== undefined && /^\d{4}$/.test(year) ? Number(year) : Number.NaN,
    period: text('period'),
    ...(values['as-of'] === undefined ? {} : { asOf: text('as-of') ?? '' }),
  });
  if (!parsed.success) {
    const given = parsed.error.issues.filter(({ path }) => path[0] === 'asOf' || text(path[0] === 'year' ? 'year' : 'period') !== undefined);
    problems.push(...(invalidInput(given).errors ?? []).map(({ message }) => message));
  }
  const locality = values.locality === undefined ? null : readLocality(values.locality);
  if (values.locality !== undefined && locality === null) problems.push(messages.localityNotWhole);
  const out = text('out');
  if (problems.length > 0 || !parsed.success || out === undefined) {
    throw new SetupError(`${problems.join(' ')} ${say.usage}`);
  }
  return { report: parsed.data, locality, out: resolve(folder, out), demo: values.demo === true };
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  // Whole or not at all: an interrupted run leaves no half a report under the wanted name.
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new SetupError(say.cannotWrite(file, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
}

async function main(): Promise<boolean> {
  // npm runs scripts in the project's root; INIT_CWD is where the person stood.
  const command = readCommand(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const bytes = await withApplication('ocop-report', command.demo, async (app) => {
    await loadData(app, command.demo);
    return app.get(ReportsService).renderUnkept(localViewer('command', command.locality), command.report);
  });
  await write(command.out, bytes);
  console.log(say.written(command.out, bytes.byteLength));
  return true;
}

if (import.meta.main) await runCommand(main);
