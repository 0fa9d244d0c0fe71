import base from '../jest/jest.config.mjs';

export default {
  ...base,
  displayName: 'browser',
  globalSetup: '<rootDir>/global-setup.mjs',
  globalTeardown: '<rootDir>/global-teardown.mjs',
  testTimeout: 120_000,
};
