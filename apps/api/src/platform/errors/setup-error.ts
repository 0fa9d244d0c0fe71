/** Why the program cannot start, in one line for the person at the terminal. */
export class SetupError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SetupError';
  }
}
