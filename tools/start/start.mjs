import { runApi } from './run-api.mjs';

runApi('main.js');
