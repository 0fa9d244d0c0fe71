import { runApi } from './run-api.mjs';

runApi('cli/restore.js');
