import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDemoAccounts } from './demo/demo-accounts.js';
import { loadDemo } from './demo/load-demo.js';
import { FirstAdministrator } from './modules/accounts/first-administrator.js';
import { ImportsService } from './modules/imports/imports.service.js';
import { BrokenFileError } from './modules/imports/plan-file.js';
import { messages } from './platform/errors/messages.js';
import { SetupError } from './platform/errors/setup-error.js';

const dataFolder = join(import.meta.dirname, '..', 'data');
const planFile = 'plan-1227.json';

async function withShippedFiles(load: (units: Uint8Array, plan: Uint8Array) => Promise<unknown>): Promise<void> {
  const [units, plan] = await Promise.all([readFile(join(dataFolder, 'admin-units.json')), readFile(join(dataFolder, planFile))]);
  try {
    await load(units, plan);
  } catch (error) {
    if (error instanceof BrokenFileError) throw new SetupError(messages.setup.brokenPlan(planFile, error.message));
    throw error;
  }
}

/**
 * First run: the town's units and its plan of 2024 as issued. Later runs change nothing.
 * @throws SetupError naming the file, the line and the reason
 */
export const loadIssuedPlan = (app: INestApplicationContext): Promise<void> =>
  withShippedFiles((units, plan) => app.get(ImportsService).loadPlan(units, plan));

/**
 * First run: invented years of the programme, marked as such. Later runs change nothing.
 * @throws SetupError naming the file, the line and the reason
 */
const loadDemoData = (app: INestApplicationContext, progress: (line: string) => void): Promise<void> =>
  withShippedFiles((units, plan) => loadDemo(app, units, plan, () => progress(messages.setup.loadingDemo)));

/** What the database starts with: the issued plan, or invented data that is marked as such. */
export const loadData = (
  app: INestApplicationContext,
  demo: boolean,
  progress: (line: string) => void = () => undefined,
): Promise<void> => (demo ? loadDemoData(app, progress) : loadIssuedPlan(app));

/**
 * First run: the account that invites all others; its password is told once when it was made here. Invented data also has
 * an account for each role.
 */
export async function makeFirstAccounts(
  app: INestApplicationContext,
  demo: boolean,
  chosenPassword: string | null,
  progress: (line: string) => void,
): Promise<void> {
  const first = await app.get(FirstAdministrator).makeOnce(chosenPassword);
  if (first === null) return;
  if (chosenPassword === null) progress(messages.setup.firstAdministrator(first.username, first.password));
  if (demo) progress(messages.setup.demoAccounts(await addDemoAccounts(app.get(DataSource).manager)));
}
