import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { LedgerFileService } from '../modules/funding/ledger-file.service.js';
import { ReconcileService } from '../modules/funding/reconcile.service.js';
import { localViewer, readLocality } from '../platform/access/viewer.js';
import { messages } from '../platform/errors/messages.js';
import { SetupError } from '../platform/errors/setup-error.js';
import { runCommand } from './run-command.js';
import { withApplication } from './with-application.js';

const say = messages.ledgerCommand;

type Command = { does: 'reconcile'; demo: boolean } | { does: 'load'; demo: boolean; year: number; locality: number | null; file: string; reason: string | null };

/** Reads the command line. @throws SetupError with one line */
export function readCommand(args: readonly string[], folder: string): Command {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options: { year: { type: 'string' }, file: { type: 'string' }, reason: { type: 'string' }, locality: { type: 'string' }, demo: { type: 'boolean' } } });
  } catch {
    throw new SetupError(say.usage);
  }
  const { positionals, values } = parsed;
  const demo = values.demo === true;
  const [does, ...rest] = positionals;
  const { year, file, reason, locality } = values;
  if (does === 'reconcile' && rest.length === 0 && year === undefined && file === undefined && reason === undefined && locality === undefined) return { does, demo };
  if (does === 'load' && rest.length === 0 && year !== undefined && /^\d{4}$/.test(year) && file !== undefined && reason !== '' && (locality === undefined || readLocality(locality) !== null)) {
    return { does, demo, year: Number(year), locality: readLocality(locality), file: resolve(folder, file), reason: reason ?? null };
  }
  throw new SetupError(say.usage);
}

/** @returns whether everything is in order */
async function main(): Promise<boolean> {
  const command = readCommand(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  return withApplication('ocop-ledger', command.demo, async (app) => {
    if (command.does === 'load') {
      const { entries, amount, warnings } = await app.get(LedgerFileService).load(localViewer('command', command.locality), command.year, command.file, command.reason);
      console.log(say.loaded(entries, amount, warnings));
    }
    return reconcile(app);
  });
}

/** Adds every sum up from the ledger again and tells what it found. @returns whether all agree */
export async function reconcile(app: INestApplicationContext): Promise<boolean> {
  const { entries, differences } = await app.get(ReconcileService).reconcile(localViewer('command'));
  for (const difference of differences) console.log(say.difference(difference));
  console.log(differences.length === 0 ? say.agrees(entries) : say.differs(differences.length));
  return differences.length === 0;
}

if (import.meta.main) await runCommand(main);
