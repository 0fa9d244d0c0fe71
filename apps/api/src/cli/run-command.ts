import { AppError } from '../platform/errors/app-error.js';
import { SetupError } from '../platform/errors/setup-error.js';

/** Runs a command of the terminal and ends the process: 0 = in order, 1 = not, 2 = the person can put it right, by the line that says so. */
export async function runCommand(main: () => Promise<boolean>): Promise<never> {
  try {
    process.exit((await main()) ? 0 : 1);
  } catch (error) {
    const expected = error instanceof SetupError || error instanceof AppError;
    console.error(expected ? error.message : error);
    process.exit(expected ? 2 : 1);
  }
}
