import { runApi } from './run-api.mjs';

runApi('cli/plan.js');
