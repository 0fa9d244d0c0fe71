import { runApi } from './run-api.mjs';

runApi('cli/backup.js');
