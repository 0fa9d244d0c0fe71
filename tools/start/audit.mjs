import { runApi } from './run-api.mjs';

runApi('cli/audit.js');
