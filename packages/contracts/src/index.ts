import './vietnamese-issues.js';

export * from './accounts.js';
export * from './audit.js';
export * from './day.js';
export * from './funding.js';
export * from './indicators.js';
export * from './list.js';
export { fieldNames, rules } from './messages/vi.js';
export * from './permissions.js';
export * from './plans.js';
export * from './problem.js';
export * from './products.js';
export * from './reports.js';
export * from './session.js';
export * from './units.js';
