import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { ImportsService } from './modules/imports/imports.service.js';
import { BrokenFileError } from './modules/imports/plan-file.js';
import { messages } from './platform/errors/messages.js';
import { SetupError } from './platform/errors/setup-error.js';

const dataFolder = join(import.meta.dirname, '..', 'data');

/**
 * First run: the town's units and its plan of 2024 as issued. Later runs change nothing.
 * @throws SetupError naming the file, the line and the reason
 */
export async function loadIssuedPlan(app: INestApplicationContext): Promise<void> {
  const file = 'plan-1227.json';
  const [units, plan] = await Promise.all([readFile(join(dataFolder, 'admin-units.json')), readFile(join(dataFolder, file))]);
  try {
    await app.get(ImportsService).loadPlan(units, plan);
  } catch (error) {
    if (error instanceof BrokenFileError) throw new SetupError(messages.setup.brokenPlan(file, error.message));
    throw error;
  }
}

/** What the database starts with: the issued plan, or invented data that is marked as such. */
export async function loadData(app: INestApplicationContext, demo: boolean): Promise<void> {
  if (demo) throw new SetupError('demo');
  await loadIssuedPlan(app);
}
