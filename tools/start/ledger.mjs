import { runApi } from './run-api.mjs';

runApi('cli/ledger.js');
