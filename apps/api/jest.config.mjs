import base from '../../tools/jest/jest.config.mjs';

export default {
  ...base,
  globalSetup: '<rootDir>/src/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/src/testing/global-teardown.mjs',
  testTimeout: 20_000,
};
