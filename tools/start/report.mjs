import { runApi } from './run-api.mjs';

runApi('cli/report.js');
