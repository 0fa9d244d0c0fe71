import { FirstTables1795478400000 } from './1795478400000-first-tables.js';

/** In order; a released migration is never edited. */
export const migrations = [FirstTables1795478400000];
