/** How long a question waits for a connection while all are taken, before it is told that the system is busy. */
export const CONNECTION_WAIT_MS = 10_000;

/** Whether a question waited so long for nothing; the words are pg-pool's, which has no code for it. */
export const foundNoConnection = (error: unknown): boolean => error instanceof Error && error.message === 'timeout exceeded when trying to connect';
